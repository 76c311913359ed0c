import type { WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

/** When this file took in which other one; no part of the record. */
export interface MergeLogRow {
  /** UTC. */
  readonly at: string;
  readonly path: string;
  /** Entries that were taken in. */
  readonly entries: number;
  /** Entries that wait, because they are the later side of a fork or follow from it. */
  readonly waiting: number;
}

export function logMerge(db: WritableDb, { at, path, entries, waiting }: MergeLogRow): void {
  db.run(
    sql`INSERT INTO merge_log (at, path, entries, waiting) VALUES (${at}, ${path}, ${entries}, ${waiting})`,
  );
}
