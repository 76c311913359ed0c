import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { EvidenceAdded } from '../../src-main/contract/evidence.ts';
import type { RequestOf } from '../../src-main/contract/index.ts';
import type { JobEnded } from '../../src-main/contract/job.ts';
import { bundled } from './bundled.ts';
import { PASSPHRASE } from './cli.ts';

export interface TakeInRun {
  /** Bytes that were said to be done when it ended. */
  readonly at: number;
  /** Bytes that the process read during the job. */
  readonly read: number;
  readonly result: JobEnded | undefined;
}

/**
 * Takes evidence in by a process of its own (programs/take-in.ts).
 * @param killAt bytes: once so many are done the process gets SIGKILL
 */
export async function runTakeIn(
  profile: string,
  path: string,
  request: RequestOf<'evidence.add'>,
  killAt = Infinity,
): Promise<TakeInRun> {
  const child = spawn(
    process.execPath,
    [bundled.program('take-in'), path, profile, JSON.stringify(request)],
    {
      env: {
        PATH: process.env.PATH ?? '',

        ...bundled.kept,
        HOLDFAST_PASSPHRASE: PASSPHRASE,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let [at, read] = [0, Number.NaN];
  let result: JobEnded | undefined;
  const closed = once(child, 'close');
  for await (const line of createInterface(child.stdout)) {
    const [word = '', ...rest] = line.split(' ');
    if (word === 'at') at = Number(rest[0]);
    if (word === 'read') read = Number(rest[0]);
    if (word === 'result') result = JSON.parse(rest.join(' ')) as JobEnded;
    if (at >= killAt) {
      child.kill('SIGKILL');
      break;
    }
  }
  await closed;
  return { at, read, result };
}

/** What came out of a run that was not killed. */
export function added({ result }: TakeInRun): EvidenceAdded {
  if (result?.ok !== true) throw new Error(JSON.stringify(result));
  return result.result as EvidenceAdded;
}
