import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

export interface ExhibitRow {
  readonly number: number;
  readonly entry: string;
  readonly series: string | null;
  readonly serial: number | null;
  readonly mode: string | null;
  readonly size: number | null;
  readonly sha256: string | null;
}

export const exhibits = (db: ReadableDb): ExhibitRow[] =>
  db.all<ExhibitRow>(
    sql`SELECT number, entry, series, serial, mode, size, sha256 FROM exhibit ORDER BY number`,
  );

export const exhibitLabelled = (db: ReadableDb, series: string, serial: number): ExhibitRow | undefined =>
  db.get<ExhibitRow>(sql`SELECT number, entry, series, serial, mode, size, sha256 FROM exhibit
    WHERE series = ${series} AND serial = ${serial} ORDER BY number LIMIT 1`);

export const exhibitRegisteredBy = (db: ReadableDb, entry: string): ExhibitRow | undefined =>
  db.get<ExhibitRow>(
    sql`SELECT number, entry, series, serial, mode, size, sha256 FROM exhibit WHERE entry = ${entry}`,
  );

export const countExhibits = (db: ReadableDb): number =>
  db.get<{ n: number }>(sql`SELECT count(*) AS n FROM exhibit`)?.n ?? 0;

export const lastSerial = (db: ReadableDb, series: string): number =>
  db.get<{ n: number | null }>(sql`SELECT max(serial) AS n FROM exhibit WHERE series = ${series}`)?.n ?? 0;

/** The first exhibit with these bytes, before the given one. */
export const earlierWithHash = (db: ReadableDb, sha256: string, number: number): ExhibitRow | undefined =>
  db.get<ExhibitRow>(sql`SELECT number, entry, series, serial, mode, size, sha256 FROM exhibit
    WHERE sha256 = ${sha256} AND number < ${number} ORDER BY number LIMIT 1`);

export const custodyEntriesOf = (db: ReadableDb, evidence: string): { number: number; entry: string }[] =>
  db.all(sql`SELECT number, entry FROM custody WHERE evidence = ${evidence} ORDER BY number`);

export const seriesOfCopies = (db: ReadableDb): string[] =>
  db
    .all<{ series: string | null }>(sql`SELECT series FROM copy ORDER BY number`)
    .map((row) => row.series ?? '');

/** The entry by which a copy of this series was made. */
export const copyEntryOf = (db: ReadableDb, series: string): string | undefined =>
  db.get<{ entry: string }>(sql`SELECT entry FROM copy WHERE series = ${series} ORDER BY number LIMIT 1`)
    ?.entry;

export interface BlobRow {
  readonly codec: string;
  readonly bytes: Uint8Array;
}

export const blobOf = (db: ReadableDb, entry: Uint8Array): BlobRow | undefined =>
  db.get<BlobRow>(sql`SELECT codec, bytes FROM evidence_blob WHERE entry = ${entry}`);

export const hasBlob = (db: ReadableDb, entry: Uint8Array): boolean =>
  db.get(sql`SELECT 1 AS here FROM evidence_blob WHERE entry = ${entry}`) !== undefined;

export const blobEntries = (db: ReadableDb): Uint8Array[] =>
  db.all<{ entry: Uint8Array }>(sql`SELECT entry FROM evidence_blob`).map((row) => row.entry);

/** @returns the bytes that were freed, 0 where there were none */
export function deleteBlob(db: WritableDb, entry: Uint8Array): number {
  const size =
    db.get<{ n: number }>(sql`SELECT octet_length(bytes) AS n FROM evidence_blob WHERE entry = ${entry}`)
      ?.n ?? 0;
  db.run(sql`DELETE FROM evidence_blob WHERE entry = ${entry}`);
  return size;
}

export function insertBlob(db: WritableDb, entry: Uint8Array, blob: BlobRow): void {
  db.run(
    sql`INSERT INTO evidence_blob (entry, codec, bytes) VALUES (${entry}, ${blob.codec}, ${blob.bytes})`,
  );
}
