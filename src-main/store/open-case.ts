import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { CaseError } from '../domain/errors.ts';
import { type CaseKey, caseKey } from './case-key.ts';
import { type ReadableDb, type WritableDb, wrap } from './db.ts';
import { asFileError } from '../domain/file-error.ts';
import { probe } from './file-probe.ts';
import { migrate } from './migrate.ts';
import { APPLICATION_ID, SCHEMA } from './migrations/index.ts';
import { openEncrypted } from './open-encrypted.ts';
import { openFailure } from './open-failure.ts';
import { PAGE } from './page-check.ts';
import { schemaDifference } from './schema-check.ts';
import { sql } from './sql.ts';
import { asCaseError, sqliteCode } from './sqlite-error.ts';
import { WALKED, structureFault } from './structure.ts';

export interface OpenCaseOptions {
  /** From the passphrase and the file's salt (`keyOfFile`). */
  readonly key: CaseKey;
  /** The salt that this device saw in this file before. */
  readonly knownSalt?: Uint8Array;
  /**
   * Whether a large file is given back before its tables were compared with their indexes, and before it is held alone:
   * whoever asks for that has them compared by another thread meanwhile (`structureFaultApart`), only reads until then,
   * and calls `structureCompared`.
   */
  readonly comparedApart?: boolean;
}

/**
 * The key of an existing file.
 * @param passphrase UTF-8 in NFC
 * @throws CaseError that says what is there instead of a case
 */
export const keyOfFile = async (path: string, passphrase: Uint8Array): Promise<CaseKey> =>
  caseKey(passphrase, probe(path).salt);

/**
 * Opens a case for work and holds it alone until it is closed: a second program gets `file-locked`. On any
 * error the file is left exactly as it is: never unlinked, re-created or offered for deletion.
 */
export function openCaseForWriting(path: string, options: OpenCaseOptions): WritableDb {
  const db = open(path, options, false);
  return finish(db, path, options, () => {
    if (options.comparedApart !== true) {
      // The kernel frees this lock if we are killed.
      db.pragma('locking_mode=EXCLUSIVE');
      db.exec('BEGIN EXCLUSIVE; COMMIT');
    }
    // The journal is empty whenever nothing is being written, so the file alone is the whole truth.
    db.pragma('journal_mode=TRUNCATE');
    db.pragma('synchronous=EXTRA');
    if (Number(db.pragma('user_version', { simple: true })) < SCHEMA) migrate(db);
  });
}

/**
 * Whether the tables of a file are worth comparing apart: it is large, and of this version, because an older one is
 * rewritten at opening, which only who holds it alone may do.
 */
export function canBeComparedApart(path: string, key: CaseKey): boolean {
  if (statSync(path).size <= WALKED) return false;
  const db = openEncrypted(path, { key, readOnly: true, busyTimeout: 250 });
  try {
    return Number(db.pragma('user_version', { simple: true })) === SCHEMA;
  } catch {
    // A wrong passphrase or damage, which opening it says.
    return false;
  } finally {
    db.close();
  }
}

/**
 * Ends an opening with `comparedApart`: from here on it is held alone. Whoever wrote in between did so with the file to
 * itself, after the same checks.
 * @param fault what the other thread found
 * @throws CaseError that says what is wrong with the file; it is closed then
 */
export function structureCompared(
  db: ReadableDb,
  writable: WritableDb | null,
  { key, knownSalt }: OpenCaseOptions,
  fault: string | null,
): void {
  if (fault !== null) {
    db.close();
    throw openFailure(db.path, key, probe(db.path), knownSalt);
  }
  if (writable === null) return;
  writable.get(sql`PRAGMA locking_mode=EXCLUSIVE`);
  writable.run(sql`BEGIN EXCLUSIVE`);
  writable.run(sql`COMMIT`);
}

/** Opens a case to read it, also from a write-protected medium. */
export function openCaseForReading(path: string, options: OpenCaseOptions): ReadableDb {
  const found = probe(path);
  // A connection that may write makes an interrupted file whole again; one that may not says what to do.
  const db = open(path, options, !(found.hotJournal && mayWrite(path)));
  return finish(db, path, options, () => db.pragma('query_only=ON'));
}

/** Opens another file of a case to take its entries in: nobody can change it until it is closed. */
export function openCaseForMerging(path: string, options: OpenCaseOptions): ReadableDb {
  const found = probe(path);
  const db = open(path, options, !(found.hotJournal && mayWrite(path)));
  return finish(db, path, options, () => {
    // In exclusive mode the shared lock of the first read is kept: writers are turned away, readers are not.
    db.pragma('locking_mode=EXCLUSIVE');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    db.pragma('query_only=ON');
  });
}

/**
 * Opens a possibly hostile or changed file for `verify` and `check`: no schema comparison; the caller reads
 * `entry` and `field` only, after asking `schemaFault`.
 */
export function openCaseForChecking(
  path: string,
  options: OpenCaseOptions,
): { readonly db: ReadableDb; readonly schemaFault: string | null } {
  const found = probe(path);
  const db = open(path, options, !(found.hotJournal && mayWrite(path)));
  try {
    requireCase(db, path);
    db.pragma('query_only=ON');
    return { db: wrap(db, path), schemaFault: schemaDifference(db) };
  } catch (error) {
    db.close();
    throw damageOf(error, path, options);
  }
}

function open(path: string, options: OpenCaseOptions, readOnly: boolean): Database.Database {
  probe(path);
  if (!readOnly) requireWritable(path);
  let db: Database.Database | undefined;
  try {
    db = openEncrypted(path, { key: options.key, readOnly, busyTimeout: 250 });
    // The first read is what shows whether the passphrase fits.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    // SQLite counts a half page at the end as a whole one, and sees its loss only when it reads there.
    const pages = Number(db.pragma('page_count', { simple: true }));
    if (statSync(path).size < pages * PAGE) {
      db.close();
      throw openFailure(path, options.key, probe(path), options.knownSalt);
    }
    return db;
  } catch (error) {
    db?.close();
    throw damageOf(error, path, options);
  }
}

function finish(
  db: Database.Database,
  path: string,
  options: OpenCaseOptions,
  settle: () => void,
): WritableDb {
  try {
    requireCase(db, path);
    settle();
    const difference = schemaDifference(db);
    if (difference !== null) throw new CaseError('schema-changed', { path, object: difference });
    const opened = wrap(db, path, {
      onClose: () => leaveNothingBeside(db, path),
      beforeCommit: () => requireNamed(path),
    });
    if (options.comparedApart !== true && structureFault(opened) !== null) {
      db.close();
      throw openFailure(path, options.key, probe(path), options.knownSalt);
    }
    return opened;
  } catch (error) {
    db.close();
    throw damageOf(error, path, options);
  }
}

function requireCase(db: Database.Database, path: string): void {
  if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID) {
    throw new CaseError('not-a-case', { path, reason: 'it is an encrypted database of another program.' });
  }
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > SCHEMA) throw new CaseError('newer-format', { path, found: version, known: SCHEMA });
}

/** Damage found while opening, with the pages that it sits in; call it when the connection is closed. */
function damageOf(error: unknown, path: string, options: OpenCaseOptions): unknown {
  const code = sqliteCode(error);
  if (code !== 'SQLITE_NOTADB' && code?.startsWith('SQLITE_CORRUPT') !== true) {
    return asCaseError(error, path);
  }
  return openFailure(path, options.key, probe(path), options.knownSalt);
}

/** Closing removes the empty journal; in exclusive mode SQLite would leave it beside the file. */
function leaveNothingBeside(db: Database.Database, path: string): void {
  if (db.readonly || db.inTransaction) return;
  try {
    db.pragma('locking_mode=NORMAL');
    db.pragma('journal_mode=DELETE');
  } catch (error) {
    // The volume is gone or full: closing still has to happen, and the journal is empty anyway.
    if (sqliteCode(error) === null) throw asFileError(error, path);
  }
}

/**
 * A file that was deleted or moved, or whose volume went, can still be written to through the open connection, and all
 * of it would be lost when that is closed: so nothing is acknowledged any more.
 */
function requireNamed(path: string): void {
  try {
    statSync(path);
  } catch (error) {
    throw asFileError(error, path);
  }
}

function requireWritable(path: string): void {
  for (const place of [path, dirname(path)]) {
    try {
      accessSync(place, constants.W_OK);
    } catch (error) {
      const reason = place === path ? 'the file is write-protected.' : 'its folder is write-protected.';
      throw new CaseError('read-only', { path, reason }, error);
    }
  }
}

function mayWrite(path: string): boolean {
  try {
    requireWritable(path);
    return true;
  } catch {
    // Asked only to choose how to open; the reading connection then explains itself.
    return false;
  }
}
