import type { RequestOf } from '../../src-main/contract/index.ts';
import type { JobEnded } from '../../src-main/contract/job.ts';
import { testEngine } from '../support/engine.ts';
import { builtWorkers } from './command.ts';

/** Time of a job `evidence.add` in the engine of this process, in a new case, from its start to its end, in ms. */
export async function jobTime(
  profile: string,
  casePath: string,
  request: RequestOf<'evidence.add'>,
): Promise<number> {
  let ended: (end: JobEnded) => void = () => {};
  const end = new Promise<JobEnded>((resolve) => (ended = resolve));
  const hear = (name: string, data: unknown): void => {
    if (name === 'job.ended') ended(data as JobEnded);
  };
  const engine = testEngine(profile, hear, builtWorkers);
  try {
    await engine.call('case.create', { path: casePath, title: 'Bench', passphrase: 'bench' });
    const started = performance.now();
    await engine.call('evidence.add', request);
    const outcome = await end;
    const time = performance.now() - started;
    if (!outcome.ok) throw new Error(`evidence.add: ${outcome.error.message}`);
    return time;
  } finally {
    await engine.close();
  }
}
