import type { ReadableDb } from '../db.ts';
import { sql } from '../sql.ts';

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

/** Rows of `field` whose entry is not there. */
export const foreignFields = (db: ReadableDb): number =>
  db.get<{ n: number }>(sql`SELECT count(*) AS n FROM field WHERE entry NOT IN (SELECT hash FROM entry)`)
    ?.n ?? 0;

/** Digests that an entry of this record withholds; a row that no such entry stands behind explains nothing. */
export const numbersBetween = (db: ReadableDb, from: number, to: number): { seq: number; number: number }[] =>
  db.all(sql`SELECT e.seq, t.number FROM entry e JOIN timeline t ON t.entry = lower(hex(e.hash))
    WHERE e.seq BETWEEN ${from} AND ${to}`);

/** Longest header and longest field value in bytes, asked before any is read into memory. */
export const longest = (db: ReadableDb): { header: number; field: number } => ({
  header: db.get<{ n: number | null }>(sql`SELECT max(length(header)) AS n FROM entry`)?.n ?? 0,
  field: db.get<{ n: number | null }>(sql`SELECT max(length(CAST(value AS BLOB))) AS n FROM field`)?.n ?? 0,
});
