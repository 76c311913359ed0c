import { type ProjectionTable, projectionTables } from '../../domain/projection/rows.ts';
import type { ProblemCode } from '../../domain/record-problem.ts';
import { sha256 } from '../../casework/node-crypto.ts';
import type { ReadableDb } from '../../store/db.ts';
import { countEntries, entryByHash, lastSeq, tips } from '../../store/queries/entry.ts';
import { isWithheld } from '../../store/queries/withheld.ts';
import { projectedOutside } from '../../store/queries/projection.ts';
import { lastNumber } from '../../store/queries/timeline.ts';
import { leftOutUpTo } from '../../share/own-copy.ts';
import { checkBatch } from '../../domain/record/check-batch.ts';
import { readBatches } from './read-batches.ts';
import { unpack } from './unpack.ts';

/** More entries than one transaction of ours writes. */
const END = 16;
const TORN: ReadonlySet<ProblemCode> = new Set(['projection-wrong', 'projection-foreign']);

/**
 * Whether the end of the record is whole: what a single transaction writes is all there, or none of it. Tables
 * whose last page was not written yet when the file was copied look perfect one by one. Asked at each opening;
 * takes a few milliseconds, whatever the size of the record.
 */
export function endIsWhole(db: ReadableDb): boolean {
  const last = lastSeq(db);
  const ends = tips(db);
  const lastIsEnd = ends.some((tip) => entryByHash(db, tip)?.seq === last);
  if (!lastIsEnd || ends.some((tip) => entryByHash(db, tip) === undefined)) return false;
  const number = lastNumber(db);
  if (number !== countEntries(db)) return false;
  for (const table of Object.keys(projectionTables) as ProjectionTable[]) {
    if (projectedOutside(db, table, number) > 0) return false;
  }
  for (const batch of readBatches(db, 'views', Math.max(0, last - END))) {
    const { problems, entries } = checkBatch(unpack(batch), sha256, () => true);
    const unexplained = entries.some(
      ({ id, seq, missing }) =>
        missing.some((digest) => !isWithheld(db, id, digest)) && seq > leftOutUpTo(db),
    );
    if (unexplained) return false;
    if (problems.some(({ code }) => TORN.has(code))) return false;
  }
  return true;
}
