import { fromHex } from '../../domain/bytes.ts';
import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

/** Whether an entry withheld this field. Hashes are hex. */
export const isWithheld = (db: ReadableDb, entry: string, digest: string): boolean =>
  db.get(
    sql`SELECT 1 AS here FROM withheld WHERE entry = ${fromHex(entry)} AND digest = ${fromHex(digest)}`,
  ) !== undefined;

/** Takes the text of a field away for good; `by` is the entry that says so. Hashes are hex. */
export function withholdField(db: WritableDb, entry: string, digest: string, by: string): void {
  db.run(
    sql`INSERT OR IGNORE INTO withheld (entry, digest, by) VALUES (${fromHex(entry)}, ${fromHex(digest)}, ${fromHex(by)})`,
  );
  db.run(sql`DELETE FROM field WHERE entry = ${fromHex(entry)} AND digest = ${fromHex(digest)}`);
}
