import type { BrowserWindow } from 'electron';
import { systemNotice } from './notice.ts';
import type { JobOutcome } from './watch-jobs.ts';

/** Who waits so long has turned to something else, ms. */
const LONG = 3000;

const TEXTS: Readonly<Record<Exclude<JobOutcome, 'cancelled'>, string>> = {
  done: 'A job has ended in Holdfast.',
  failed: 'A job has failed in Holdfast.',
};

/**
 * The system tells that a long job has ended, only while its window is not the one in front.
 * @param isWanted whether the person wants to be told
 */
export function tellOfJobs(
  window: BrowserWindow,
  isWanted: () => boolean,
): (outcome: JobOutcome, took: number) => void {
  const notice = systemNotice(window);
  return (outcome, took) => {
    if (outcome === 'cancelled' || took < LONG || !isWanted()) return;
    if (!window.isDestroyed() && !window.isFocused()) notice(TEXTS[outcome]);
  };
}
