import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { type WritableDb, wrap } from '../db.ts';
import { openEncrypted } from '../open-encrypted.ts';
import { asCaseError } from '../sqlite-error.ts';
import { keyFile, makeKeyFile, readKeySlot } from './key-file.ts';
import { profileSchema } from './schema.ts';

const FILE = 'profile.db';

/**
 * Opens this device's profile, and makes it where there is none: no question on the way to the first note.
 * Window and command line use it at the same time.
 * @param folder created with mode 0700 where missing
 * @param unsealed the key, where it is under a passphrase
 * @throws CaseError `profile-locked` where a passphrase is needed first
 */
export function openProfile(folder: string, unsealed: Uint8Array | null): WritableDb {
  const path = join(folder, FILE);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const key = unsealed ?? deviceKey(folder, existsSync(path));
    try {
      return openOrMake(path, key);
    } catch (error) {
      // Another program made it since this one found nothing: with the salt that stands in it now, it opens.
      if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB')) throw error;
      return openOrMake(path, key);
    }
  } catch (error) {
    throw asCaseError(asFileError(error, path), path);
  }
}

function openOrMake(path: string, key: Uint8Array): WritableDb {
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
}

/** The key that lies in the file beside the profile; made where neither is there. */
function deviceKey(folder: string, profileExists: boolean): Uint8Array {
  if (readKeySlot(folder) === null) {
    if (profileExists) throw new CaseError('profile-key-missing', { path: keyFile(folder) });
    makeKeyFile(folder);
  }
  const slot = readKeySlot(folder);
  if (slot?.kind === 'device-file') return slot.key;
  throw new CaseError('profile-locked', { path: folder });
}
