import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

/** Small facts about this file that are no part of the record. */
export type LocalName =
  | 'projection-version'
  | 'series'
  /** In a copy in which nobody is to write. */
  | 'read-only'
  /** Files that are being made elsewhere, to be removed after a kill (engine/unfinished.ts). */
  | 'unfinished'
  | 'looked'
  | 'log-index-key'
  | 'log-searches'
  | 'timestamp-requests';

export const localValue = (db: ReadableDb, name: LocalName): string | undefined =>
  db.get<{ value: string }>(sql`SELECT value FROM local WHERE name = ${name}`)?.value;

export function setLocal(db: WritableDb, name: LocalName, value: string): void {
  db.run(sql`INSERT INTO local (name, value) VALUES (${name}, ${value})
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
}

/** Rows that this connection has written so far: the same number means that nothing was written in between. */
export const changesOf = (db: ReadableDb): number =>
  db.get<{ n: number }>(sql`SELECT total_changes() AS n`)?.n ?? 0;

/** `user_version`: the schema that the file has. */
export const schemaVersion = (db: ReadableDb): number =>
  db.get<{ user_version: number }>(sql`SELECT user_version FROM pragma_user_version`)?.user_version ?? 0;
