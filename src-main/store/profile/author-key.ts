import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

export interface AuthorKeyRow {
  /** Ed25519 public key, hex. */
  readonly key: string;
  /** Ed25519 seed (RFC 8032 §5.1.5), 32 bytes: the secret. */
  readonly seed: Uint8Array;
  readonly name: string;
  readonly role: string;
  readonly device: string;
  readonly created: string;
}

export const authorKeys = (db: ReadableDb): AuthorKeyRow[] =>
  db.all<AuthorKeyRow>(
    sql`SELECT key, seed, name, role, device, created FROM author_key ORDER BY created, rowid`,
  );

export function insertAuthorKey(db: WritableDb, row: AuthorKeyRow): void {
  db.run(sql`INSERT INTO author_key (key, seed, name, role, device, created)
    VALUES (${row.key}, ${row.seed}, ${row.name}, ${row.role}, ${row.device}, ${row.created})`);
}

export function renameAuthorKey(db: WritableDb, key: string, name: string, role: string): void {
  db.run(sql`UPDATE author_key SET name = ${name}, role = ${role} WHERE key = ${key}`);
}
