import { pbkdf2Sync } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { Database } from '@signalapp/sqlcipher';
import { PASSPHRASE } from './cli.ts';

export type Edit = (db: Database) => void;

const known = new Map<string, string>();

/** The passphrase the first time; for further copies of the same file the key that it gave (FORMAT.md §3.2). */
function keyFor(path: string, passphrase: string): string {
  const salt = Buffer.alloc(16);
  const file = openSync(path, 'r');
  readSync(file, salt, 0, 16, 0);
  closeSync(file);
  const name = `${salt.toString('hex')} ${passphrase}`;
  const key = known.get(name);
  if (key === undefined) {
    const bytes = pbkdf2Sync(passphrase, salt, 256_000, 32, 'sha512');
    known.set(name, `x''${bytes.toString('hex')}${salt.toString('hex')}''`);
  }
  return key ?? passphrase.replaceAll("'", "''");
}

/** Opens a case with another program's SQLCipher and its passphrase, as anybody who has both could. */
export function edit(path: string, work: Edit, passphrase = PASSPHRASE): void {
  const db = new Database(path);
  try {
    db.pragma(`key = '${keyFor(path, passphrase)}'`);
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
