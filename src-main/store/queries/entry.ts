import type { ReadableDb, WritableDb } from '../db.ts';
import { type Sql, sql } from '../sql.ts';

/** An entry as its row stands in the file. */
export interface EntryRow {
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly header: Uint8Array;
  readonly signature: Uint8Array;
  readonly author: Uint8Array;
  readonly writer: Uint8Array;
  readonly n: number;
}

export interface FieldRow {
  readonly entry: Uint8Array;
  readonly name: string;
  readonly salt: string;
  /** Canonical JSON text. */
  readonly value: string;
  readonly digest: Uint8Array;
}

export function insertEntry(db: WritableDb, row: Omit<EntryRow, 'seq'>): void {
  db.run(sql`INSERT INTO entry (hash, header, signature, author, writer, n)
    VALUES (${row.hash}, ${row.header}, ${row.signature}, ${row.author}, ${row.writer}, ${row.n})`);
}

export function insertField(db: WritableDb, row: FieldRow): void {
  db.run(sql`INSERT INTO field (entry, name, salt, value, digest)
    VALUES (${row.entry}, ${row.name}, ${row.salt}, ${row.value}, ${row.digest})`);
}

export const countEntries = (db: ReadableDb): number =>
  db.get<{ n: number }>(sql`SELECT count(*) AS n FROM entry`)?.n ?? 0;

export const lastSeq = (db: ReadableDb): number =>
  db.get<{ n: number | null }>(sql`SELECT max(seq) AS n FROM entry`)?.n ?? 0;

/** Rows in file order, after a row number. */
export const entriesAfter = (db: ReadableDb, seq: number, limit: number): EntryRow[] =>
  db.all<EntryRow>(sql`SELECT seq, hash, header, signature, author, writer, n FROM entry
    WHERE seq > ${seq} ORDER BY seq LIMIT ${limit}`);

export const entryByHash = (db: ReadableDb, hash: Uint8Array): EntryRow | undefined =>
  db.get<EntryRow>(
    sql`SELECT seq, hash, header, signature, author, writer, n FROM entry WHERE hash = ${hash}`,
  );

export const hasEntry = (db: ReadableDb, hash: Uint8Array): boolean =>
  db.get(sql`SELECT 1 FROM entry WHERE hash = ${hash}`) !== undefined;

/** Hashes that start with the given lower-case hex digits; at most two, which is enough to see ambiguity. */
export function hashesStartingWith(db: ReadableDb, digits: string): Uint8Array[] {
  const low = bytesOf(digits.padEnd(64, '0'));
  const high = bytesOf(digits.padEnd(64, 'f'));
  return db
    .all<{ hash: Uint8Array }>(sql`SELECT hash FROM entry WHERE hash BETWEEN ${low} AND ${high} LIMIT 2`)
    .map((row) => row.hash);
}

export const fieldsOf = (db: ReadableDb, entry: Uint8Array): FieldRow[] =>
  db.all<FieldRow>(
    sql`SELECT entry, name, salt, value, digest FROM field WHERE entry = ${entry} ORDER BY name`,
  );

/** A field with its place in the file; `value` is null where it was not wanted. */
export interface FieldText {
  readonly place: number;
  readonly entry: Uint8Array;
  readonly name: string;
  readonly value: string | null;
}

/** Fields in the order of the file, after a place; the values of those in `without` are not read. */
export const fieldsAfter = (
  db: ReadableDb,
  place: number,
  limit: number,
  without: readonly string[],
): FieldText[] =>
  db.all<FieldText>(sql`SELECT rowid AS place, entry, name,
      iif(name IN (SELECT value FROM json_each(${JSON.stringify(without)})), NULL, value) AS value
    FROM field WHERE rowid > ${place} ORDER BY rowid LIMIT ${limit}`);

/** Hashes of the entries that came into this file after a row of it. */
export const hashesAfter = (db: ReadableDb, seq: number): Uint8Array[] =>
  db.all<{ hash: Uint8Array }>(sql`SELECT hash FROM entry WHERE seq > ${seq}`).map(({ hash }) => hash);

const hashesIn = (ids: readonly string[]): Sql =>
  sql`(SELECT unhex(value) FROM json_each(${JSON.stringify(ids)}))`;

/** Several entries at once. @param ids hex */
export const entriesByHashes = (db: ReadableDb, ids: readonly string[]): EntryRow[] =>
  db.all<EntryRow>(
    sql`SELECT seq, hash, header, signature, author, writer, n FROM entry WHERE hash IN ${hashesIn(ids)}`,
  );

/** The fields of several entries. @param ids hex */
export const fieldsOfMany = (db: ReadableDb, ids: readonly string[]): FieldRow[] =>
  db.all<FieldRow>(
    sql`SELECT entry, name, salt, value, digest FROM field WHERE entry IN ${hashesIn(ids)} ORDER BY entry, name`,
  );

export const tips = (db: ReadableDb): Uint8Array[] =>
  db.all<{ entry: Uint8Array }>(sql`SELECT entry FROM tip ORDER BY entry`).map((row) => row.entry);

/** Puts other tips in the place of the present ones. */
export function replaceTips(db: WritableDb, hashes: readonly Uint8Array[]): void {
  db.run(sql`DELETE FROM tip`);
  for (const hash of hashes) db.run(sql`INSERT INTO tip (entry) VALUES (${hash})`);
}

export function moveTips(db: WritableDb, parents: readonly Uint8Array[], entry: Uint8Array): void {
  for (const parent of parents) db.run(sql`DELETE FROM tip WHERE entry = ${parent}`);
  db.run(sql`INSERT INTO tip (entry) VALUES (${entry})`);
}

/** The `recorded` and `monotonic` of this key's last entry are in its header; its row is the newest. */
export const lastHeaderOf = (db: ReadableDb, author: Uint8Array): Uint8Array | undefined =>
  db.get<{ header: Uint8Array }>(
    sql`SELECT header FROM entry WHERE author = ${author} ORDER BY seq DESC LIMIT 1`,
  )?.header;

/** The highest number of a writer; 0 where it wrote nothing yet. */
export const lastOfWriter = (db: ReadableDb, author: Uint8Array, writer: Uint8Array): number =>
  db.get<{ n: number | null }>(
    sql`SELECT max(n) AS n FROM entry WHERE author = ${author} AND writer = ${writer}`,
  )?.n ?? 0;

const bytesOf = (hexText: string): Uint8Array => Buffer.from(hexText, 'hex');
