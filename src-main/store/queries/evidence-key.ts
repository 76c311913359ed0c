import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

/** What opens a sealed file of the evidence folder (FORMAT.md §8.2). */
export interface EvidenceKeyRow {
  /** Name in the folder. */
  readonly file: string;
  readonly codec: string;
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
}

export const evidenceKeyOf = (db: ReadableDb, entry: Uint8Array): EvidenceKeyRow | undefined =>
  db.get<EvidenceKeyRow>(sql`SELECT file, codec, identity FROM evidence_key WHERE entry = ${entry}`);

/** Takes the key of a sealed exhibit away: from then on nobody reads its file. @returns the name of that file */
export function deleteEvidenceKey(db: WritableDb, entry: Uint8Array): string | undefined {
  const file = evidenceKeyOf(db, entry)?.file;
  db.run(sql`DELETE FROM evidence_key WHERE entry = ${entry}`);
  return file;
}

/** Whether an exhibit has this sealed file. */
export const hasEvidenceKey = (db: ReadableDb, file: string): boolean =>
  db.get(sql`SELECT 1 FROM evidence_key WHERE file = ${file}`) !== undefined;

export const evidenceKeyEntries = (db: ReadableDb): Uint8Array[] =>
  db.all<{ entry: Uint8Array }>(sql`SELECT entry FROM evidence_key`).map((row) => row.entry);

export function insertEvidenceKey(db: WritableDb, entry: Uint8Array, key: EvidenceKeyRow): void {
  db.run(sql`INSERT INTO evidence_key (entry, file, codec, identity)
    VALUES (${entry}, ${key.file}, ${key.codec}, ${key.identity})`);
}

export const evidenceKeys = (db: ReadableDb): EvidenceKeyRow[] =>
  db.all<EvidenceKeyRow>(sql`SELECT file, codec, identity FROM evidence_key`);
