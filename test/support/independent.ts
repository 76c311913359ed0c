import { Database } from '@signalapp/sqlcipher';
import { PASSPHRASE } from './cli.ts';

export type Edit = (db: Database) => void;

/** Opens a case with another program's SQLCipher and its passphrase, as anybody who has both could. */
export function edit(path: string, work: Edit, passphrase = PASSPHRASE): void {
  const db = new Database(path);
  try {
    db.pragma(`key = '${passphrase.replaceAll("'", "''")}'`);
    db.pragma('recursive_triggers = OFF');
    work(db);
  } finally {
    db.close();
  }
}

/** Edits behind the triggers and puts them back, word for word: the tables look as if nothing had happened. */
export function forge(path: string, work: Edit, passphrase = PASSPHRASE): void {
  edit(
    path,
    (db) => {
      const triggers = db
        .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
        .all<{ name: string; sql: string }>();
      for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
      work(db);
      for (const { sql } of triggers) db.exec(sql);
    },
    passphrase,
  );
}

export const bytes = (value: unknown): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(value as Uint8Array));
