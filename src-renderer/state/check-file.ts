import type { ErrorData } from '../../src-main/contract/error.ts';
import { type FileCheck, fileCheckSchema } from '../../src-main/contract/file-check.ts';
import type { ResponseOf } from '../../src-main/contract/index.ts';
import { ask } from '../api/client.ts';
import { followJob, listenToJobs } from '../api/job.ts';
import { percent } from '../format/number.ts';
import { DAMAGED } from './open.ts';
import { showScreen, useSession } from './session.ts';

export interface FileChecked {
  readonly result: FileCheck;
  readonly took: number;
}

/**
 * Checks a case file without opening it for work.
 * @param onPercent how far it is
 * @returns what was found, an error that can be answered on the same page, or null where another page says it
 */
export async function checkFile(
  path: string,
  passphrase: string,
  onPercent: (done: number) => void,
): Promise<FileChecked | ErrorData | null> {
  listenToJobs();
  const began = performance.now();
  const started = await ask('file.check', { path, passphrase });
  if (!started.ok) return started.error;
  const outcome = await followJob(started.data.job, ({ done, total }) =>
    onPercent(total === null ? 0 : percent(done, total)),
  );
  if (!outcome.ok) {
    if (!DAMAGED.has(outcome.error.code)) return outcome.error;
    // Whoever left the page meanwhile is not called back to it.
    const { screen } = useSession.getState();
    if (screen.kind === 'check' && screen.path === path) {
      showScreen({ kind: 'damaged', path, error: outcome.error, by: 'check' });
    }
    return null;
  }
  const parsed = fileCheckSchema.safeParse(outcome.result);
  if (!parsed.success) return { code: 'bug', message: parsed.error.message, details: {} };
  return { result: parsed.data, took: performance.now() - began };
}

export type Compared = ResponseOf<'file.compare'>;

/** Compares what somebody kept with the file that was checked last. */
export async function compareTold(told: string): Promise<Compared | ErrorData> {
  const answer = await ask('file.compare', { told });
  return answer.ok ? answer.data : answer.error;
}

/** The key of the checked file leaves memory. */
export function forgetChecked(): void {
  void ask('file.forget', {});
}
