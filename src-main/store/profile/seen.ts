import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

export interface SeenRow {
  readonly head: string;
  readonly entries: number;
  readonly at: string;
}

export const seenOf = (db: ReadableDb, record: string): SeenRow | undefined =>
  db.get<SeenRow>(sql`SELECT head, entries, at FROM seen WHERE record = ${record}`);

export function setSeen(db: WritableDb, record: string, seen: SeenRow): void {
  db.run(sql`INSERT INTO seen (record, head, entries, at) VALUES (${record}, ${seen.head}, ${seen.entries}, ${seen.at})
    ON CONFLICT (record) DO UPDATE SET head = excluded.head, entries = excluded.entries, at = excluded.at`);
}
