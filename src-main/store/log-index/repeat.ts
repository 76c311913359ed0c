import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

/** Rows of a source, one behind the other, that stand in another one, too. */
export interface RepeatRow {
  readonly source: number;
  /** Place of the first of them in its source, from 0. */
  readonly from_row: number;
  readonly total_rows: number;
  /** The source in which they stand, too. */
  readonly other: number;
  readonly other_row: number;
}

export const logRepeats = (db: ReadableDb): RepeatRow[] =>
  db.all<RepeatRow>(sql`SELECT source, from_row, total_rows, other, other_row FROM repeat
    ORDER BY source, from_row, other`);

export function insertRepeat(db: WritableDb, row: RepeatRow): void {
  db.run(sql`INSERT INTO repeat (source, from_row, total_rows, other, other_row)
    VALUES (${row.source}, ${row.from_row}, ${row.total_rows}, ${row.other}, ${row.other_row})`);
}
