import { type ProjectionTable, projectionTables } from '../../domain/projection/rows.ts';
import { LIMITS } from '../../domain/limits.ts';
import type { ReadableDb } from '../../store/db.ts';
import { numbersBetween } from '../../store/queries/check.ts';
import { largeFields, packedEntries, packedFields } from '../../store/queries/packed.ts';
import { projectedText } from '../../store/queries/projection.ts';
import { refuseGiant } from './refuse-giants.ts';
import type { PackedBatch } from './unpack.ts';

/** Entries read at once: short enough (under 20 ms) that a note never waits long behind a check. */
const BATCH = 250;
/** Bytes of large fields that are read at once, but for a single entry. */
const MOST_LARGE = 16 * 1024 * 1024;

/** What is read beside the record itself: nothing, the number of each entry, or all rows that follow from it. */
export type Beside = 'nothing' | 'numbers' | 'views';

/**
 * The record in file order, with what is stored beside it, to the end that it has when that is reached: what is written
 * meanwhile belongs to it, because an entry that withholds a text explains why one that is read later lacks it.
 * @param beside `nothing` where the schema was changed
 * @param from rows after this one only
 * @param to rows up to this one only
 * @throws CaseError `file-damaged` where a value is longer than the format allows, before it is read
 */
export function* readBatches(
  db: ReadableDb,
  beside: Beside,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): Generator<PackedBatch> {
  let [after, limit] = [from, BATCH];
  for (;;) {
    const entries = packedEntries(db, after, to, limit);
    if (entries.rows === 0) return;
    const { first, last } = entries;
    refuseGiant(db, entries.longest, LIMITS.entry);
    const { large, largeBytes, ...fields } = packedFields(db, first, last);
    refuseGiant(db, fields.longest, LIMITS.field);
    if (largeBytes > MOST_LARGE && entries.rows > 1) {
      limit = Math.ceil(entries.rows / 4);
      continue;
    }
    const numbers = beside === 'nothing' ? null : numbersBetween(db, first, last);
    yield {
      last,
      entries,
      fields,
      large: large > 0 ? largeFields(db, first, last) : [],
      numbers: numbers?.text ?? null,
      views: beside === 'views' && numbers !== null ? storedViews(db, numbers.least, numbers.most) : null,
    };
    [after, limit] = [last, BATCH];
  }
}

function storedViews(db: ReadableDb, from: number, to: number): [ProjectionTable, string][] {
  return (Object.keys(projectionTables) as ProjectionTable[]).map((table) => [
    table,
    projectedText(db, table, from, to),
  ]);
}
