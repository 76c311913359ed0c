import { joinRows } from '../self-check/check-carried.ts';
import { type ReportCheck, type ShownPage, compareShown } from '../self-check/check-report.ts';
import type { ReportRecord } from '../self-check/report-record.ts';
import { checkAllRows } from './all-rows.ts';
import { stopwatch, turn } from './pace.ts';
import { digest } from './rows-checker.ts';
import { hasEd25519 } from './signatures.ts';

/** Checks the report in slices. @param tell called with the share that is done, 0 to 1 */
export async function runCheck(
  record: ReportRecord,
  page: ShownPage,
  tell: (done: number) => void,
): Promise<ReportCheck & { readonly native: boolean }> {
  const native = await hasEd25519();
  const rows = await checkAllRows(record.rows, native, (done) => tell(done * 0.6));
  const carried = joinRows(record, rows, digest, 'report');
  await turn();
  const work = compareShown(record, page, carried, digest);
  const due = stopwatch();
  let slices = 0;
  for (;;) {
    const step = work.next();
    if (step.done === true) return { ...step.value, native };
    slices += 1;
    if (due()) {
      tell(0.6 + 0.4 * Math.min(1, slices / (record.rows.length / 50 + 12)));
      await turn();
    }
  }
}
