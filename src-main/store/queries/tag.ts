import type { ReadableDb } from '../db.ts';
import { sql } from '../sql.ts';

/** Tags of the record, the most used first; of equal ones, the one used last. */
export const tagsUsed = (db: ReadableDb, limit: number): string[] =>
  db
    .all<{ tag: string }>(
      sql`SELECT tag FROM tag GROUP BY tag ORDER BY count(*) DESC, max(number) DESC LIMIT ${limit}`,
    )
    .map(({ tag }) => tag);
