import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ReferenceReason } from '../../contract/evidence.ts';
import { sealedSize } from '../../evidence/sealed/evidence-folder.ts';
import { asFileError } from '../../domain/file-error.ts';

/** Where nobody chose, a larger item is not stored by itself. Bytes. */
const STORED_BY_ITSELF = 2 * 1024 ** 3;

/** What stays free on the disk of the case, for notes and for the rest of the system. Bytes. */
const MARGIN = 256 * 1024 * 1024;

/** Samples say roughly how far a file shrinks. */
const ROUGHLY = 1.1;

/**
 * Why a large file is registered by reference, or null where its bytes are stored.
 * @param share packed bytes for each original one, as far as samples tell
 */
export function referenceReason(
  casePath: string,
  mode: 'stored' | 'reference' | undefined,
  size: number,
  share: number,
): ReferenceReason | null {
  if (mode === 'reference') return 'asked';
  if (mode === 'stored') return null;
  if (size > STORED_BY_ITSELF) return 'large';
  const needed = sealedSize(Math.ceil(size * Math.min(1, share * ROUGHLY)));
  return freeBytes(casePath) >= needed + MARGIN ? null : 'no-room';
}

function freeBytes(casePath: string): number {
  try {
    const { bavail, bsize } = statfsSync(dirname(casePath));
    return bavail * bsize;
  } catch (error) {
    throw asFileError(error, casePath);
  }
}
