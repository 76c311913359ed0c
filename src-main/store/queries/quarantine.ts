import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

/** An entry that is no part of the record, because it is, or follows from, the later side of a fork. */
export interface QuarantineRow {
  readonly hash: Uint8Array;
  readonly header: Uint8Array;
  readonly signature: Uint8Array;
  /** JSON list of `[name, salt, value, digest in hex]`. */
  readonly fields: string;
  /** `author/writer/n` of the position that was written twice, hex. */
  readonly reason: string;
  /** Path of the file that it came from. */
  readonly origin: string;
  /** When it came, UTC. */
  readonly arrived: string;
}

/** In the order in which they came: parents first. */
export const quarantined = (db: ReadableDb): QuarantineRow[] =>
  db.all<QuarantineRow>(
    sql`SELECT hash, header, signature, fields, reason, origin, arrived FROM quarantine ORDER BY rowid`,
  );

export const quarantinedHashes = (db: ReadableDb): Uint8Array[] =>
  db.all<{ hash: Uint8Array }>(sql`SELECT hash FROM quarantine`).map(({ hash }) => hash);

export function insertQuarantined(db: WritableDb, row: QuarantineRow): void {
  db.run(sql`INSERT OR IGNORE INTO quarantine (hash, header, signature, fields, reason, origin, arrived) VALUES
    (${row.hash}, ${row.header}, ${row.signature}, ${row.fields}, ${row.reason}, ${row.origin}, ${row.arrived})`);
}

/** Those that are part of the record now. */
export function releaseQuarantined(db: WritableDb): void {
  db.run(sql`DELETE FROM quarantine WHERE hash IN (SELECT hash FROM entry)`);
}
