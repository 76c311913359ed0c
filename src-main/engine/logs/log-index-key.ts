import { randomBytes } from 'node:crypto';
import type { ReadableDb, WritableDb } from '../../store/db.ts';
import { localValue, setLocal } from '../../store/queries/local.ts';

/**
 * The key of the index beside a case. It lies in the case file, in a table that is no part of the record and comes
 * into no copy, so that the index opens with the case and with nothing else.
 * @returns null where there is none yet and the file may not be written
 */
export function logIndexKey(db: ReadableDb, writable: WritableDb | null): Uint8Array | null {
  const known = localValue(db, 'log-index-key');
  if (known !== undefined) return Buffer.from(known, 'base64url');
  if (writable === null) return null;
  const key = randomBytes(32);
  setLocal(writable, 'log-index-key', key.toString('base64url'));
  return key;
}
