import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

export interface RecentRow {
  readonly path: string;
  readonly opened: string;
  readonly salt: Uint8Array | null;
}

const KEPT = 20;

export const recentFiles = (db: ReadableDb): RecentRow[] =>
  db.all<RecentRow>(sql`SELECT path, opened, salt FROM recent ORDER BY opened DESC, path`);

export const recentFile = (db: ReadableDb, path: string): RecentRow | undefined =>
  db.get<RecentRow>(sql`SELECT path, opened, salt FROM recent WHERE path = ${path}`);

export function rememberFile(db: WritableDb, row: RecentRow): void {
  db.transaction(() => {
    db.run(sql`INSERT INTO recent (path, opened, salt) VALUES (${row.path}, ${row.opened}, ${row.salt})
      ON CONFLICT (path) DO UPDATE SET opened = excluded.opened, salt = excluded.salt`);
    db.run(
      sql`DELETE FROM recent WHERE path NOT IN (SELECT path FROM recent ORDER BY opened DESC LIMIT ${KEPT})`,
    );
  });
}

export function forgetFile(db: WritableDb, path: string): void {
  db.run(sql`DELETE FROM recent WHERE path = ${path}`);
}

/** `secure_delete` overwrites what the rows held (open-encrypted.ts). */
export function forgetAllFiles(db: WritableDb): void {
  db.run(sql`DELETE FROM recent`);
}
