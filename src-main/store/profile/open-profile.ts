import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CaseError } from '../../domain/errors.ts';
import { type WritableDb, wrap } from '../db.ts';
import { asFileError } from '../../domain/file-error.ts';
import { openEncrypted } from '../open-encrypted.ts';
import { asCaseError } from '../sqlite-error.ts';
import { profileSchema } from './schema.ts';

const FILE = 'profile.db';
const KEY_FILE = 'profile.key';

/**
 * Opens this device's profile, and makes it where there is none: no question on the way to the first note.
 * Its random key lies in a 0600 file beside it. Window and command line use it at the same time.
 * @param folder created with mode 0700 where missing
 */
export function openProfile(folder: string): WritableDb {
  const path = join(folder, FILE);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const key = profileKey(join(folder, KEY_FILE), existsSync(path));
    const db = openEncrypted(path, { key, readOnly: false, create: true, busyTimeout: 5000 });
    try {
      db.transaction(() => {
        for (const statement of profileSchema) db.exec(statement);
      }).immediate();
      db.pragma('synchronous=FULL');
      return wrap(db, path);
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    throw asCaseError(asFileError(error, path), path);
  }
}

/** A SQLCipher raw key, `x'<64 hex digits>'`: random already, so nothing is gained by stretching it. */
function profileKey(path: string, profileExists: boolean): Uint8Array {
  if (!existsSync(path)) {
    if (profileExists) {
      throw new CaseError('file-missing', { path });
    }
    makeKey(path);
  }
  const key = readFileSync(path, 'latin1').trim();
  if (!/^x'[0-9a-f]{64}'$/.test(key)) {
    throw new CaseError('file-damaged', { path, reason: 'it does not hold the key of the profile.' });
  }
  return Buffer.from(key, 'latin1');
}

/**
 * Makes the key whole or not at all: a full disk or a kill half-way must not leave an empty file behind, which no
 * later start could read. Of two first starts at the same moment one gives its key the name, the other reads it.
 */
function makeKey(path: string): void {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(unfinished, `x'${randomBytes(32).toString('hex')}'\n`, {
      flag: 'wx',
      mode: 0o600,
      flush: true,
    });
    giveName(unfinished, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Never over a key that is there; FAT has no links, there a check must do. */
function giveName(unfinished: string, path: string): void {
  try {
    linkSync(unfinished, path);
  } catch (error) {
    if (existsSync(path)) return;
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw error;
    renameSync(unfinished, path);
  }
}
