import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CaseError } from '../domain/errors.ts';
import type { CaseKey } from './case-key.ts';
import { type WritableDb, wrap } from './db.ts';
import { asFileError } from '../domain/file-error.ts';
import { giveName } from './give-name.ts';
import { migrate } from './migrate.ts';
import { openCaseForReading, syncFile } from './open-case.ts';
import { openEncrypted } from './open-encrypted.ts';
import { asCaseError } from './sqlite-error.ts';

/** A case file that has no name yet. Exactly one of the two ways to end it must be taken. */
export interface UnfinishedCase {
  readonly db: WritableDb;
  /** Opens it again as a stranger would, makes it durable, and only then gives it its name. */
  finish(): void;
  /** Removes what was written; the name was never taken. */
  abandon(): void;
}

/**
 * Begins a case file under a temporary name, so that a kill or a full disk leaves no half case behind.
 * @throws CaseError `already-exists`, `file-missing` (the folder), `disk-full`, `read-only`, `permission-denied`
 */
export function beginCaseFile(path: string, key: CaseKey): UnfinishedCase {
  if (existsSync(path)) throw new CaseError('already-exists', { path });
  if (!existsSync(dirname(path))) throw new CaseError('file-missing', { path: dirname(path) });
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw new CaseError('read-only', { path, reason: 'its folder is write-protected.' }, error);
  }
  const temporary = join(
    dirname(path),
    `.${basename(path).slice(0, 60)}.${randomBytes(6).toString('hex')}.new`,
  );
  const remove = (): void => {
    for (const left of [temporary, `${temporary}-journal`]) rmSync(left, { force: true });
  };
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      remove();
      throw asCaseError(asFileError(error, path), path);
    }
  };
  const raw = guarded(() => openEncrypted(temporary, { key, readOnly: false, create: true, busyTimeout: 0 }));
  guarded(() => {
    chmodSync(temporary, 0o600);
    raw.pragma('journal_mode=TRUNCATE');
    // Nobody knows this file yet: it is made durable as a whole by `finish`.
    raw.pragma('synchronous=OFF');
    migrate(raw);
  });
  return {
    db: wrap(raw, path),
    finish: () =>
      guarded(() => {
        raw.pragma('journal_mode=DELETE');
        raw.close();
        openCaseForReading(temporary, { key }).close();
        syncFile(temporary);
        giveName(temporary, path);
        syncFile(path);
      }),
    abandon: () => {
      raw.close();
      remove();
    },
  };
}

/** Creates a case file and fills it in one go. */
export function createCaseFile(path: string, key: CaseKey, fill: (db: WritableDb) => void): void {
  const unfinished = beginCaseFile(path, key);
  try {
    fill(unfinished.db);
  } catch (error) {
    unfinished.abandon();
    throw error;
  }
  unfinished.finish();
}
