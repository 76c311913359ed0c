import type { BrowserWindow } from 'electron';
import { type DeadlineSign, type DueTimes, awaitDeadlines } from './await-deadlines.ts';
import { systemNotice } from './notice.ts';

const TEXTS: Readonly<Record<DeadlineSign, string>> = {
  soon: 'A deadline is near in Holdfast.',
  last: 'A deadline is very near in Holdfast.',
  due: 'A deadline has come in Holdfast.',
};

/**
 * The system tells before a deadline and when it has come, also while the case is locked; the instants stay in memory
 * and nowhere else.
 * @param isWanted whether the person wants to be told
 * @returns takes the instants that count from now on
 */
export function tellOfDeadlines(
  window: BrowserWindow,
  isWanted: () => boolean,
): (times: readonly DueTimes[]) => void {
  const notice = systemNotice(window);
  const waiting = awaitDeadlines((sign) => {
    if (isWanted()) notice(TEXTS[sign]);
  });
  window.once('closed', () => waiting.end());
  return (times) => waiting.watch(times);
}
