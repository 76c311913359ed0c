import { fromHex } from '../../domain/bytes.ts';
import type { Withholding } from '../record/checked-text.ts';
import type { WritableDb } from '../../store/db.ts';
import { insertAdmitted } from '../../store/queries/admitted.ts';
import { takeArrivals } from '../../store/queries/arrival.ts';
import { replaceTips } from '../../store/queries/entry.ts';
import { type MergeLogRow, logMerge } from '../../store/queries/merge-log.ts';
import { type QuarantineRow, insertQuarantined, releaseQuarantined } from '../../store/queries/quarantine.ts';
import { replaceStanding } from '../../store/queries/standing.ts';
import { rowNumbered } from '../../store/queries/timeline.ts';
import { applyWithholding } from '../../casework/withhold.ts';
import type { Standing } from '../../domain/projection/standing.ts';
import type { United } from './unite.ts';

export interface Taking {
  readonly united: United;
  readonly withholdings: readonly Withholding[];
  readonly waiting: readonly QuarantineRow[];
  readonly log: MergeLogRow;
}

/** Takes in what was made ready: the whole union, or nothing. Call it inside a transaction. */
export function take(db: WritableDb, { united, withholdings, waiting, log }: Taking): void {
  for (const { writer, n, by } of united.doubled) {
    const [author = '', own = ''] = writer.split('/');
    insertAdmitted(db, { author: fromHex(author), writer: fromHex(own), n, by: fromHex(by) });
  }
  takeArrivals(db);
  replaceTips(
    db,
    united.tips.map((tip) => fromHex(tip)),
  );
  replaceStanding(db, standingRows(db, united.standing));
  for (const { entry, digest, by } of withholdings) applyWithholding(db, entry, digest, by);
  for (const row of waiting) insertQuarantined(db, row);
  releaseQuarantined(db);
  logMerge(db, log);
}

function standingRows(db: WritableDb, { present, branches }: Standing) {
  return {
    present: [...present].flatMap(([slot, numbers]) => numbers.map((number) => ({ slot, number }))),
    branches: [...branches].map(([number, followed]) => ({
      number,
      entry: rowNumbered(db, number)?.entry ?? '',
      followed_by: followed,
    })),
  };
}
