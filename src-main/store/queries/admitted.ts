import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

/** A note for the trigger: from which number on a writer's numbers may come twice, by which entry. */
export interface AdmittedRow {
  readonly author: Uint8Array;
  readonly writer: Uint8Array;
  readonly n: number;
  readonly by: Uint8Array;
}

export const admittedRows = (db: ReadableDb): AdmittedRow[] =>
  db.all<AdmittedRow>(sql`SELECT author, writer, n, by FROM admitted`);

export function insertAdmitted(db: WritableDb, row: AdmittedRow): void {
  db.run(sql`INSERT OR IGNORE INTO admitted (author, writer, n, by)
    VALUES (${row.author}, ${row.writer}, ${row.n}, ${row.by})`);
}
