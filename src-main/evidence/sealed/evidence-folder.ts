import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  rmdirSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { asFileError } from '../../domain/file-error.ts';
import { HEAD } from './age-header.ts';
import { payloadSize } from './payload.ts';

/** Where larger stored evidence lies: `X.holdfast-evidence/` beside `X.holdfast` (FORMAT.md §8.2). */
export const evidenceFolder = (casePath: string): string => `${casePath}-evidence`;

/** A name says nothing of what is in the file. */
export const newSealedName = (): string => `${randomBytes(16).toString('hex')}.age`;

/** The name of a file that is still being written. */
export const partOf = (name: string): string => `${name}.part`;

/** The name that it gets when it is whole. */
export const wholeOf = (part: string): string => part.replace(/\.part$/, '');

const NAME = /^[0-9a-f]{32}\.age$/;
const PART = /^[0-9a-f]{32}\.age\.part$/;

/** The place of a sealed file; a name that is none of ours, as in a forged record, has no place. */
export const sealedPath = (casePath: string, name: string): string | null =>
  NAME.test(name) ? join(evidenceFolder(casePath), name) : null;

/** Bytes of the sealed file for so many packed ones. */
export const sealedSize = (packed: number): number => HEAD + payloadSize(packed);

/** Makes the folder, readable by this account only. */
export function makeEvidenceFolder(casePath: string): void {
  const folder = evidenceFolder(casePath);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(folder)) throw asFileError(error, folder);
  }
}

/**
 * Removes what an interrupted job left. Only half files are ours to remove: a whole one that this record does not
 * know may belong to a newer copy of it. Call it only while the case is open for writing.
 * @param wanted names of half files that a job will go on with
 */
export function removeLeftovers(casePath: string, wanted: ReadonlySet<string>): void {
  const folder = evidenceFolder(casePath);
  if (!existsSync(folder)) return;
  try {
    for (const name of readdirSync(folder)) {
      if (PART.test(name) && !wanted.has(name)) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // They only take room: no reason not to open the case.
  }
  removeIfEmpty(folder);
}

/**
 * Removes a file that no entry knows of. Where that fails it only takes room, and what went wrong before must be told,
 * not this; a half file is removed when the case is opened the next time.
 */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // See above.
  }
}

/** Leaves no empty folder beside a case. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is not empty, or not there: both are fine.
  }
}

/** Makes names in a folder durable. */
export function syncFolder(folder: string): void {
  // Windows cannot open a folder; its file systems make renames durable by themselves.
  if (process.platform === 'win32') return;
  try {
    const file = openSync(folder, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw asFileError(error, folder);
  }
}
