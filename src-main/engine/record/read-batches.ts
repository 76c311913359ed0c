import { type ProjectedRow, type ProjectionTable, projectionTables } from '../../domain/projection/rows.ts';
import type { ReadableDb } from '../../store/db.ts';
import { fieldsBetween, numbersBetween } from '../../store/queries/check.ts';
import { entriesAfter } from '../../store/queries/entry.ts';
import { projectedBetween } from '../../store/queries/projection.ts';
import type { RawEntry } from './check-batch.ts';

/** Entries read at once: short enough (under 20 ms) that a note never waits long behind a check. */
const BATCH = 250;

/** What is read beside the record itself: nothing, the number of each entry, or all rows that follow from it. */
export type Beside = 'nothing' | 'numbers' | 'views';

/**
 * The record in file order, with what is stored beside it.
 * @param beside `nothing` where the schema was changed
 * @param lastSeq the last row to read: the check is of one moment, also while notes are being written
 * @param from rows after this one only
 */
export function* readBatches(
  db: ReadableDb,
  lastSeq: number,
  beside: Beside,
  from = 0,
): Generator<RawEntry[]> {
  let after = from;
  for (;;) {
    const rows = entriesAfter(db, after, BATCH).filter((row) => row.seq <= lastSeq);
    const first = rows[0]?.seq;
    const last = rows.at(-1)?.seq;
    if (first === undefined || last === undefined) return;
    const fields = grouped(fieldsBetween(db, first, last));
    const numbers = new Map(
      beside === 'nothing' ? [] : numbersBetween(db, first, last).map(({ seq, number }) => [seq, number]),
    );
    const stored = beside === 'views' ? storedRows(db, [...numbers.values()]) : null;
    yield rows.map((row) => {
      const number = numbers.get(row.seq) ?? null;
      return {
        ...row,
        fields: (fields.get(row.seq) ?? []).map(
          ({ name, salt, value, digest }) => [name, salt, value, digest] as const,
        ),
        number,
        stored: stored === null ? null : number === null ? [] : (stored.get(number) ?? []),
      };
    });
    after = last;
  }
}

function storedRows(db: ReadableDb, numbers: readonly number[]): Map<number, ProjectedRow[]> {
  const rows = new Map<number, ProjectedRow[]>(numbers.map((number) => [number, []]));
  if (numbers.length === 0) return rows;
  const from = numbers.reduce((a, b) => Math.min(a, b));
  const to = numbers.reduce((a, b) => Math.max(a, b));
  for (const table of Object.keys(projectionTables) as ProjectionTable[]) {
    for (const values of projectedBetween(db, table, from, to)) rows.get(values[0])?.push({ table, values });
  }
  return rows;
}

function grouped<Row extends { readonly seq: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.seq);
    if (group === undefined) groups.set(row.seq, [row]);
    else group.push(row);
  }
  return groups;
}
