import type { ReadableDb } from '../db.ts';
import { rawSql, sql } from '../sql.ts';

/** Rows for `verify`: read in file order, from `entry` and `field` only. */
export interface FieldOfSeq {
  readonly seq: number;
  readonly name: string;
  readonly salt: string;
  readonly value: string;
  readonly digest: Uint8Array;
}

export const fieldsBetween = (db: ReadableDb, from: number, to: number): FieldOfSeq[] =>
  db.all<FieldOfSeq>(sql`SELECT e.seq, f.name, f.salt, f.value, f.digest
    FROM entry e JOIN field f ON f.entry = e.hash WHERE e.seq BETWEEN ${from} AND ${to} ORDER BY e.seq`);

/** Rows read in one slice: a few milliseconds, so that a note never waits long behind a check. */
const SLICE = 4000;

/** Rows of `field` whose entry is not there; slice by slice, so that notes can be written in between. */
export function* foreignFields(db: ReadableDb): Generator<undefined, number> {
  let found = 0;
  for (const [from, to] of slices(db, 'field')) {
    found +=
      db.get<{ n: number }>(sql`SELECT count(*) AS n FROM field f NOT INDEXED WHERE f.rowid > ${from}
        AND f.rowid <= ${to} AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.hash = f.entry)`)?.n ?? 0;
    yield;
  }
  return found;
}

/** The numbers that the timeline gives to the rows of a range. */
export const numbersBetween = (db: ReadableDb, from: number, to: number): { seq: number; number: number }[] =>
  db.all(sql`SELECT e.seq, t.number FROM entry e JOIN timeline t ON t.entry = lower(hex(e.hash))
    WHERE e.seq BETWEEN ${from} AND ${to}`);

/**
 * Longest header and longest field value in bytes, asked before any is read into memory; slice by slice. Lengths
 * stand at the head of each row, so the values themselves stay on disk.
 */
export function* longest(db: ReadableDb): Generator<undefined, { header: number; field: number }> {
  let [header, field] = [0, 0];
  for (const [from, to] of slices(db, 'entry')) {
    const found = db.get<{ n: number | null }>(
      sql`SELECT max(octet_length(header)) AS n FROM entry WHERE rowid > ${from} AND rowid <= ${to}`,
    );
    header = Math.max(header, found?.n ?? 0);
    yield;
  }
  for (const [from, to] of slices(db, 'field')) {
    const found = db.get<{ n: number | null }>(
      sql`SELECT max(octet_length(value)) AS n FROM field WHERE rowid > ${from} AND rowid <= ${to}`,
    );
    field = Math.max(field, found?.n ?? 0);
    yield;
  }
  return { header, field };
}

/** The first row with a number that Holdfast gives to none: below 1, or beyond what a JavaScript number holds. */
export function oddRow(db: ReadableDb): string | null {
  for (const table of ['entry', 'field'] as const) {
    const odd = db.get(sql`SELECT 1 FROM ${rawSql(table)} WHERE rowid < 1 OR rowid > ${MAX_ROW} LIMIT 1`);
    if (odd !== undefined) return `a row of ${table} has a number outside 1 to 2^53 - 1.`;
  }
  return null;
}
const MAX_ROW = Number.MAX_SAFE_INTEGER;

/** Ranges of row ids with at most SLICE rows each, whatever gaps lie between them. */
function* slices(db: ReadableDb, table: 'entry' | 'field'): Generator<readonly [from: number, to: number]> {
  for (let from = 0; ;) {
    const to = db.get<{ n: number | null }>(sql`SELECT max(n) AS n FROM (SELECT rowid AS n
      FROM ${rawSql(table)} NOT INDEXED WHERE rowid > ${from} ORDER BY rowid LIMIT ${SLICE})`)?.n;
    if (to == null) return;
    yield [from, to];
    from = to;
  }
}
