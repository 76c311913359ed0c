import { rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { ReadableDb, WritableDb } from '../db.ts';
import { wrap } from '../db.ts';
import { openEncryptedCache } from '../open-encrypted.ts';
import { asCaseError } from '../sqlite-error.ts';
import { LOG_INDEX_VERSION, logIndexSchema } from './schema.ts';

/** `incident.holdfast-index` beside `incident.holdfast`. */
export const logIndexPath = (casePath: string): string => `${casePath}-index`;

/** All files of an index: it is a cache, and removing it loses nothing. */
export function removeLogIndex(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
}

/**
 * Opens the index of a case, or makes it. One that is damaged, has another layout or another key is made anew: it
 * holds nothing that the exhibits do not hold.
 * @param key 32 random bytes that are kept in the case file
 * @throws CaseError `disk-full`, `file-read-only` and the like
 */
export function openLogIndex(path: string, key: Uint8Array): WritableDb {
  try {
    return tryOpen(path, key);
  } catch (error) {
    if (!isUseless(error)) throw asCaseError(error, path);
  }
  removeLogIndex(path);
  try {
    return tryOpen(path, key);
  } catch (error) {
    throw asCaseError(error, path);
  }
}

/**
 * For another thread that only looks; the file must be there. null where it has another layout or key or is no index at
 * all: whoever reads a log makes it anew.
 */
export function openLogIndexForReading(path: string, key: Uint8Array): ReadableDb | null {
  let db: Database.Database | null = null;
  try {
    db = openEncryptedCache(path, key, true);
    db.pragma('query_only=ON');
    if (Number(db.pragma('user_version', { simple: true })) === LOG_INDEX_VERSION) return wrap(db, path);
    db.close();
    return null;
  } catch (error) {
    db?.close();
    if (isUseless(error)) return null;
    throw asCaseError(error, path);
  }
}

/** The same, as it is at this moment until it is closed, whatever is read into it or taken out meanwhile. */
export function openLogIndexAsOfNow(path: string, key: Uint8Array): ReadableDb {
  try {
    const db = openEncryptedCache(path, key, true);
    db.pragma('query_only=ON');
    db.exec('BEGIN');
    return wrap(db, path);
  } catch (error) {
    throw asCaseError(error, path);
  }
}

class OtherLayout extends Error {}

function tryOpen(path: string, key: Uint8Array): WritableDb {
  const db = openEncryptedCache(path, key, false);
  try {
    // A kill may cost the last rows that were read; they are read again.
    db.pragma('journal_mode=WAL');
    db.pragma('synchronous=OFF');
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version === 0) {
      db.transaction(() => {
        for (const statement of logIndexSchema) db.exec(statement);
        db.pragma(`user_version=${LOG_INDEX_VERSION}`);
      })();
    } else if (version !== LOG_INDEX_VERSION) throw new OtherLayout();
    return wrap(db, path);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** No database under this key, torn pages, or another layout. */
function isUseless(error: unknown): boolean {
  if (error instanceof OtherLayout) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}
