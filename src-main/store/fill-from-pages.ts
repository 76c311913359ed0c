import type Database from 'better-sqlite3';
import type { CaseKey } from './case-key.ts';
import { type WritableDb, wrap } from './db.ts';
import { syncFile } from './sync-file.ts';
import { openEncrypted, openPagesInMemory } from './open-encrypted.ts';
import { asCaseError } from './sqlite-error.ts';

/**
 * Fills a case file that has no row yet from the decrypted pages of another one, and makes it durable.
 * SQLite takes a table over as it stands, record by record and with its indexes, where the other one is empty and has no
 * trigger: so these are put aside meanwhile. Opening the file, as it is before it gets its name, looks whether they are
 * back.
 * @param path an empty case file without a name, which is thrown away where anything fails
 * @param name the one that it is to get, for people
 * @param fill copies rows of `main` into tables of `copy`
 */
export function fillFromPages(
  pages: Buffer,
  { path, name }: { readonly path: string; readonly name: string },
  key: CaseKey,
  fill: (db: WritableDb) => void,
): void {
  try {
    const db = openPagesInMemory(pages, path, key);
    let triggers: readonly Trigger[] = [];
    try {
      triggers = triggersOf(db);
      db.exec('BEGIN');
      for (const { name } of triggers) db.exec(`DROP TRIGGER copy."${name}"`);
      fill(wrap(db, name));
      db.exec('COMMIT');
    } finally {
      db.close();
    }
    protect(path, key, triggers);
    syncFile(path);
  } catch (error) {
    throw asCaseError(error, name);
  }
}

interface Trigger {
  readonly name: string;
  readonly sql: string;
}

const triggersOf = (db: Database.Database): Trigger[] =>
  db.prepare<[], Trigger>(`SELECT name, sql FROM copy.sqlite_schema WHERE type = 'trigger'`).all();

/** By a connection of its own: the text of a trigger of an attached file would name the file. */
function protect(path: string, key: CaseKey, triggers: readonly Trigger[]): void {
  const db = openEncrypted(path, { key, readOnly: false, busyTimeout: 0 });
  try {
    db.pragma('journal_mode=MEMORY');
    db.exec('BEGIN');
    for (const { sql } of triggers) db.exec(sql);
    db.exec('COMMIT');
  } finally {
    db.close();
  }
}
