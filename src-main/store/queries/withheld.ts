import { fromHex } from '../../domain/bytes.ts';
import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

/** Notes for the triggers: which field may be missing, by which entry. */
export interface WithheldRow {
  readonly entry: Uint8Array;
  readonly digest: Uint8Array;
  readonly by: Uint8Array;
}

/** Whether an entry withheld this field. Hashes are hex. */
export const isWithheld = (db: ReadableDb, entry: string, digest: string): boolean =>
  db.get(
    sql`SELECT 1 AS here FROM withheld WHERE entry = ${fromHex(entry)} AND digest = ${fromHex(digest)}`,
  ) !== undefined;

export const withheldRows = (db: ReadableDb): WithheldRow[] =>
  db.all<WithheldRow>(sql`SELECT entry, digest, by FROM withheld`);

export const countWithheld = (db: ReadableDb): number =>
  db.get<{ n: number }>(sql`SELECT count(*) AS n FROM withheld`)?.n ?? 0;

export function insertWithheld(db: WritableDb, row: WithheldRow): void {
  db.run(
    sql`INSERT OR IGNORE INTO withheld (entry, digest, by) VALUES (${row.entry}, ${row.digest}, ${row.by})`,
  );
}

/** Takes the text of a field away for good; `by` is the entry that says so. Hashes are hex. */
export function withholdField(db: WritableDb, entry: string, digest: string, by: string): void {
  insertWithheld(db, { entry: fromHex(entry), digest: fromHex(digest), by: fromHex(by) });
  db.run(sql`DELETE FROM field WHERE entry = ${fromHex(entry)} AND digest = ${fromHex(digest)}`);
}
