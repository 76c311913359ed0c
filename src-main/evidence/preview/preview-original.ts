import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { asFileError } from '../../domain/file-error.ts';
import { refuseOwn } from '../examine.ts';
import { readSource } from '../read-source.ts';
import { LARGEST_PICTURE, type Preview, TEXT_SHOWN, previewOfBytes } from './preview-of.ts';

/** An original that stayed where it was. Plain data: it crosses threads. */
export interface Original {
  /** Bytes of the path. */
  readonly path: Uint8Array;
  /** The open case: reading it here would drop the lock on it. */
  readonly caseFile: string;
  /** As the record has them. */
  readonly size: number;
  readonly sha256: string;
}

/**
 * A look at an original that stayed where it was. All of it is hashed, and what is shown are bytes of that same reading:
 * it may have changed since it was registered, and may change again behind us.
 * @throws CaseError as `readSource`; `wrong-use` where the path leads to the open case
 */
export async function previewOriginal({ path, caseFile, size, sha256 }: Original): Promise<Preview> {
  const place = Buffer.from(path);
  const shown = place.toString('utf8');
  const now = lookAt(place, caseFile);
  if (now.isFile && now.size !== size) return { kind: 'changed', path: shown, size: now.size, sha256: null };
  const hash = createHash('sha256');
  const kept: Buffer[] = [];
  let room = size > LARGEST_PICTURE ? TEXT_SHOWN : LARGEST_PICTURE;
  const read = readSource(place, (piece) => {
    hash.update(piece);
    // The piece is used again afterwards.
    kept.push(Buffer.from(piece.subarray(0, room)));
    room -= Math.min(room, piece.length);
  });
  const found = hash.digest('hex');
  if (found !== sha256) return { kind: 'changed', path: shown, size: read.size, sha256: found };
  const bytes = Buffer.concat(kept);
  return previewOfBytes({
    head: bytes.subarray(0, TEXT_SHOWN),
    all: async () => Promise.resolve(bytes),
    size,
    sha256,
  });
}

function lookAt(place: Buffer, caseFile: string): { readonly isFile: boolean; readonly size: number } {
  try {
    const stat = statSync(place);
    refuseOwn(stat, caseFile);
    return { isFile: stat.isFile(), size: stat.size };
  } catch (error) {
    throw asFileError(error, place.toString('utf8'));
  }
}
