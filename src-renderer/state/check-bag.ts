import { type BagCheck, bagCheckSchema } from '../../src-main/contract/bag.ts';
import type { ErrorData } from '../../src-main/contract/error.ts';
import { ask } from '../api/client.ts';
import { followJob, listenToJobs } from '../api/job.ts';

export interface BagChecked {
  readonly bag: BagCheck;
  /** Milliseconds. */
  readonly took: number;
}

/** Checks a bag: a folder with lists of its files. How much of it there is, is known at its end only. */
export async function checkBag(path: string): Promise<BagChecked | ErrorData> {
  listenToJobs();
  const began = performance.now();
  const started = await ask('bag.check', { path });
  if (!started.ok) return started.error;
  const outcome = await followJob(started.data.job, () => {});
  if (!outcome.ok) return outcome.error;
  const parsed = bagCheckSchema.safeParse(outcome.result);
  if (!parsed.success) return { code: 'bug', message: parsed.error.message, details: {} };
  return { bag: parsed.data, took: performance.now() - began };
}
