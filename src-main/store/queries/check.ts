import type { ReadableDb } from '../db.ts';
import { type Sql, rawSql, sql } from '../sql.ts';

/** A field with the row number of its entry. */
export interface FieldOfSeq {
  readonly seq: number;
  readonly name: string;
  readonly salt: string;
  readonly value: string;
  readonly digest: Uint8Array;
}

/** Rows read in one slice: a few milliseconds, so that a note never waits long behind a check. */
const SLICE = 4000;

/**
 * Rows of `field` but for those of entries after a row: as many as the entries up to it have, unless some have no
 * entry. Slice by slice.
 */
export function* fieldsUpTo(db: ReadableDb, seq: number): Generator<undefined, number> {
  let rows = 0;
  for (const [, , n] of slices(db)) {
    rows += n;
    yield;
  }
  // In the same moment as the last slice: what was written meanwhile counts on both sides.
  const later = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM entry e
    CROSS JOIN field f ON f.entry = e.hash WHERE e.seq > ${seq}`);
  return rows - (later?.n ?? 0);
}

/** Rows of `field` whose entry is not there; slice by slice, so that notes can be written in between. */
export function* foreignFields(db: ReadableDb): Generator<undefined, number> {
  let found = 0;
  for (const [from, to] of slices(db)) {
    found +=
      db.get<{ n: number }>(sql`SELECT count(*) AS n FROM field f NOT INDEXED WHERE f.rowid > ${from}
        AND f.rowid <= ${to} AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.hash = f.entry)`)?.n ?? 0;
    yield;
  }
  return found;
}

/** The numbers that the timeline gives to the rows of a range: JSON text of pairs, the least and the greatest. */
export function numbersBetween(
  db: ReadableDb,
  from: number,
  to: number,
): { readonly text: string; readonly least: number; readonly most: number } {
  // Where nothing was merged, each entry has the number of its row: asking by row is several times as quick.
  const same = sql`FROM entry e JOIN timeline t ON t.number = e.seq AND +t.entry = lower(hex(e.hash))`;
  const any = sql`FROM entry e JOIN timeline t ON t.entry = lower(hex(e.hash))`;
  const rows = db.get<{ n: number }>(
    sql`SELECT count(*) AS n FROM entry WHERE seq BETWEEN ${from} AND ${to}`,
  )?.n;
  const pairs = (way: Sql): { text: string; n: number; least: number | null; most: number | null } =>
    db.get(sql`SELECT json_group_array(json_array(e.seq, t.number)) AS text, count(*) AS n,
      min(t.number) AS least, max(t.number) AS most ${way} WHERE e.seq BETWEEN ${from} AND ${to}`) ??
    NO_PAIRS;
  const quick = pairs(same);
  const { text, least, most } = quick.n === rows ? quick : pairs(any);
  return { text, least: least ?? 0, most: most ?? -1 };
}
const NO_PAIRS = { text: '[]', n: 0, least: null, most: null };

/** Bytes of the longest value of the first entry, which says what case it is: asked before any is read into memory. */
export const longestOfFirst = (db: ReadableDb): number =>
  db.get<{ n: number | null }>(sql`SELECT max(e.n, coalesce((
      SELECT max(octet_length(f.value)) FROM field f WHERE f.entry = e.hash), 0)) AS n
    FROM (SELECT hash, octet_length(header) AS n FROM entry ORDER BY seq LIMIT 1) e`)?.n ?? 0;

/** The first row with a number that Holdfast gives to none: below 1, or beyond what a JavaScript number holds. */
export function oddRow(db: ReadableDb): string | null {
  for (const table of ['entry', 'field'] as const) {
    const odd = db.get(sql`SELECT 1 FROM ${rawSql(table)} WHERE rowid < 1 OR rowid > ${MAX_ROW} LIMIT 1`);
    if (odd !== undefined) return `a row of ${table} has a number outside 1 to 2^53 - 1.`;
  }
  return null;
}
const MAX_ROW = Number.MAX_SAFE_INTEGER;

/** Ranges of row ids of `field` with at most SLICE rows each, whatever gaps lie between them, and how many there are. */
function* slices(db: ReadableDb): Generator<readonly [from: number, to: number, rows: number]> {
  for (let from = 0; ;) {
    const found = db.get<{ to: number | null; rows: number }>(sql`SELECT max(n) AS "to", count(*) AS rows
      FROM (SELECT rowid AS n FROM field NOT INDEXED WHERE rowid > ${from} ORDER BY rowid LIMIT ${SLICE})`);
    if (found?.to == null) return;
    yield [from, found.to, found.rows];
    from = found.to;
  }
}
