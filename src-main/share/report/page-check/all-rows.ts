import type { CheckedRows } from '../self-check/check-rows.ts';
import type { ReportRow } from '../self-check/report-record.ts';
import { type RowsChecker, rowsChecker } from './rows-checker.ts';
import { browserChecker, ownChecker } from './signatures.ts';
import { type Thread, startThread } from './thread.ts';

/** Rows of one request: some hundredths of a second. */
const TOGETHER = 100;
/** Requests that a thread has at once, so that it need not wait for the browser's cipher. */
const AHEAD = 2;
/** More threads would wait for the page to hand them rows. */
const MOST = 8;

/**
 * Checks all rows each by itself, in as many threads as the computer has, and in the page's own where the browser gives none
 * or one breaks off.
 * @param native whether the browser checks such signatures
 * @param tell called with the share that is done, 0 to 1
 * @returns what was found, in the order of the rows
 */
export async function checkAllRows(
  rows: readonly ReportRow[],
  native: boolean,
  tell: (done: number) => void,
): Promise<readonly CheckedRows[]> {
  const found: CheckedRows[] = [];
  const left = Array.from({ length: Math.ceil(rows.length / TOGETHER) }, (_, i) => i * TOGETHER);
  const total = left.length;
  let done = 0;
  const work = async (check: RowsChecker): Promise<void> => {
    for (let at = left.shift(); at !== undefined; at = left.shift()) {
      try {
        found[at / TOGETHER] = await check(rows.slice(at, at + TOGETHER), at);
      } catch (error) {
        left.unshift(at);
        throw error;
      }
      tell((done += 1) / total);
    }
  };
  const threads = startThreads(native, total);
  try {
    const lanes = threads.flatMap(({ check }) => Array.from({ length: AHEAD }, async () => work(check)));
    // What a thread left undone is done below.
    await Promise.allSettled(lanes);
  } finally {
    for (const thread of threads) thread.end();
  }
  await work(rowsChecker(native ? browserChecker() : ownChecker()));
  return found;
}

/** None where the browser has no threads for such a page. */
function startThreads(native: boolean, requests: number): readonly Thread[] {
  const program = document.querySelector('#holdfast-check')?.textContent ?? '';
  const count = Math.min(MOST, navigator.hardwareConcurrency || 1, requests);
  const threads: Thread[] = [];
  try {
    for (let i = 0; i < count; i += 1) threads.push(startThread(program, native));
  } catch {
    // Those that were started do all of it, or the page itself.
  }
  return threads;
}
