import { statSync } from 'node:fs';
import { sealedPath } from '../evidence/sealed/evidence-folder.ts';
import type { ReadableDb } from '../store/db.ts';
import { evidenceKeys } from '../store/queries/evidence-key.ts';
import { blobSizes, countReferences } from '../store/queries/exhibit.ts';

export interface SizeOf {
  readonly exhibits: number;
  /** As they are kept: packed, and sealed where they lie beside the file. */
  readonly bytes: number;
}

/** How much stored evidence belongs to a case, and where it lies. Reads no evidence. */
export interface StoredSizes {
  readonly inside: SizeOf;
  /** Larger ones, in the folder beside the file. */
  readonly beside: SizeOf;
  /** Exhibits whose larger bytes should lie beside the file and do not. */
  readonly missing: number;
  /** Exhibits whose bytes were never stored. */
  readonly elsewhere: number;
}

export function storedSizes(db: ReadableDb): StoredSizes {
  const sizes = evidenceKeys(db).map(({ file }) => {
    const path = sealedPath(db.path, file);
    return path === null ? undefined : statSync(path, { throwIfNoEntry: false })?.size;
  });
  const here = sizes.filter((size) => size !== undefined);
  return {
    inside: blobSizes(db),
    beside: { exhibits: here.length, bytes: here.reduce((sum, size) => sum + size, 0) },
    missing: sizes.length - here.length,
    elsewhere: countReferences(db),
  };
}
