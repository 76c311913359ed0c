import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CaseError } from '../domain/errors.ts';
import type { CaseKey } from './case-key.ts';
import { type WritableDb, wrap } from './db.ts';
import { asFileError } from '../domain/file-error.ts';
import { giveName } from './give-name.ts';
import { migrate } from './migrate.ts';
import { openCaseForReading } from './open-case.ts';
import { syncFile } from './sync-file.ts';
import { openEncrypted } from './open-encrypted.ts';
import { asCaseError } from './sqlite-error.ts';

/** A case file that has no name yet. It is settled and named, or abandoned. */
export interface UnfinishedCase {
  readonly db: WritableDb;
  /** Makes what was written one whole, closes it, opens it again as a stranger would, and makes it durable. */
  settle(): void;
  /** Gives what was settled its name. @throws CaseError `already-exists` */
  name(): void;
  /** Removes what was written; the name was never taken. */
  abandon(): void;
}

/** A name beside a file that is to be made: nobody has it, and a person does not take it for a case. */
export const temporaryName = (path: string): string =>
  `${beginningOf(path)}${randomBytes(6).toString('hex')}.new`;

const beginningOf = (path: string): string => join(dirname(path), `.${basename(path).slice(0, 60)}.`);

/** Whether a name is one that `temporaryName` gives a file on its way to `path`. */
export const isTemporaryName = (name: string, path: string): boolean =>
  name.startsWith(beginningOf(path)) && /^[0-9a-f]{12}\.new$/u.test(name.slice(beginningOf(path).length));

/** Removes a file that has no name yet, with its journal. */
export function removeUnfinished(temporary: string): void {
  for (const left of [temporary, `${temporary}-journal`]) rmSync(left, { force: true });
}

/** Pages of a file that is being written stay in memory up to this many KiB: its indexes are filled in no order. */
const CACHE = 64 * 1024;

/**
 * Begins a case file under a temporary name, so that a kill or a full disk leaves no half case behind.
 * @param temporary as `temporaryName` gives it, where somebody has to know it before
 * @throws CaseError `already-exists`, `file-missing` (the folder), `disk-full`, `read-only`, `permission-denied`
 */
export function beginCaseFile(
  path: string,
  key: CaseKey,
  temporary: string = temporaryName(path),
): UnfinishedCase {
  if (existsSync(path)) throw new CaseError('already-exists', { path });
  if (!existsSync(dirname(path))) throw new CaseError('file-missing', { path: dirname(path) });
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw new CaseError('read-only', { path, reason: 'its folder is write-protected.' }, error);
  }
  const remove = (): void => removeUnfinished(temporary);
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
    raw.pragma(`cache_size=-${CACHE}`);
    // Until `settle`, so that each page is encrypted and written once, however many rows come into it.
    raw.exec('BEGIN');
  });
  return {
    db: wrap(raw, path),
    settle: () =>
      guarded(() => {
        raw.exec('COMMIT');
        raw.pragma('journal_mode=DELETE');
        raw.close();
        openCaseForReading(temporary, { key }).close();
        syncFile(temporary);
      }),
    name: () =>
      guarded(() => {
        giveName(temporary, path);
        syncFile(path);
      }),
    abandon: () => {
      if (raw.open) raw.close();
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
  unfinished.settle();
  unfinished.name();
}
