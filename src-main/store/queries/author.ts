import type { ReadableDb } from '../db.ts';
import { sql } from '../sql.ts';

export interface AuthorRow {
  /** Its newest introduction. */
  readonly entry: string;
  readonly key: string;
  readonly name: string | null;
  readonly role: string | null;
  readonly device: string | null;
  readonly number: number;
}

/** Each key with its newest introduction, in the order in which the keys first appeared. */
export const authors = (db: ReadableDb): AuthorRow[] =>
  db.all<AuthorRow>(sql`SELECT a.entry, a.key, a.name, a.role, a.device, a.number FROM author a
    WHERE a.number = (SELECT max(number) FROM author b WHERE b.key = a.key)
    ORDER BY (SELECT min(number) FROM author c WHERE c.key = a.key)`);

export const authorOf = (db: ReadableDb, key: string): AuthorRow | undefined =>
  db.get<AuthorRow>(
    sql`SELECT entry, key, name, role, device, number FROM author WHERE key = ${key} ORDER BY number DESC LIMIT 1`,
  );
