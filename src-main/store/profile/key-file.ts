import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { CaseError } from '../../domain/errors.ts';
import { syncFile } from '../sync-file.ts';
import { type SealedKey, parseSealedKey } from './sealed-key.ts';

/** How the key of the profile lies beside it: open to this account, or under a passphrase. */
export type KeySlot =
  | { readonly kind: 'device-file'; readonly key: Uint8Array }
  | { readonly kind: 'passphrase'; readonly sealed: SealedKey };

export const keyFile = (folder: string): string => join(folder, 'profile.key');

/**
 * @returns null where there is no such file yet
 * @throws CaseError `file-damaged` where it holds something else
 */
export function readKeySlot(folder: string): KeySlot | null {
  const path = keyFile(folder);
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8').trim();
  if (isRawKey(text)) return { kind: 'device-file', key: Buffer.from(text, 'latin1') };
  const sealed = parseSealedKey(text);
  if (sealed !== null) return { kind: 'passphrase', sealed };
  throw new CaseError('file-damaged', { path, reason: 'it does not hold the key of the profile.' });
}

/** A SQLCipher raw key: random already, so nothing is gained by stretching it. */
const newRawKey = (): Uint8Array => Buffer.from(`x'${randomBytes(32).toString('hex')}'`, 'latin1');

const isRawKey = (text: string): boolean => /^x'[0-9a-f]{64}'$/.test(text);

const textOf = (slot: KeySlot): string =>
  slot.kind === 'passphrase' ? JSON.stringify(slot.sealed) : Buffer.from(slot.key).toString('latin1');

/**
 * Makes the first key whole or not at all: a full disk or a kill half-way must not leave an empty file behind, which
 * no later start could read. Of two first starts at the same moment one gives its key the name, the other reads it.
 */
export function makeKeyFile(folder: string): void {
  const path = keyFile(folder);
  const unfinished = writeBeside(path, textOf({ kind: 'device-file', key: newRawKey() }));
  try {
    giveName(unfinished, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Puts another slot in the place of the present one; at every moment the file is the old or the new one, whole. */
export function replaceKeySlot(folder: string, slot: KeySlot): void {
  const path = keyFile(folder);
  const unfinished = writeBeside(path, textOf(slot));
  const old = openSync(path, 'r+');
  try {
    renameSync(unfinished, path);
    syncFile(path);
    // The old bytes have no name any more. Where the volume writes in place, they are gone as well.
    writeFileSync(old, randomBytes(4096), { flush: true });
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    closeSync(old);
  }
}

function writeBeside(path: string, text: string): string {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(unfinished, `${text}\n`, { flag: 'wx', mode: 0o600, flush: true });
    return unfinished;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
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
