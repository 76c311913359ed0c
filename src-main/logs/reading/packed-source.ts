import { Buffer } from 'node:buffer';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { asFileError } from '../../domain/file-error.ts';

/** The bytes of a file, packed or not, wherever they lie. Whoever reads pulls: nothing is read ahead. */
export interface PackedSource {
  /** Last part of its name. */
  readonly name: string;
  /** When it was changed last, ms since 1970 UTC; null where nobody knows. */
  readonly modified: number | null;
  /** All bytes, from the first one on; may be asked for again. */
  pieces(): AsyncIterable<Buffer> | Iterable<Buffer>;
  /** Bytes at any place, which archives need; null where they come in order only. */
  readonly places: {
    readonly size: number;
    /** @returns fewer than `length` only at the end */
    read(at: number, length: number): Promise<Buffer>;
    close(): Promise<void>;
  } | null;
}

const PIECE = 256 * 1024;

/**
 * A file on a disk.
 * @throws CaseError of the file
 */
export async function fileSource(path: string): Promise<PackedSource> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw asFileError(error, path);
  });
  const { mtimeMs, size } = await file.stat();
  const read = async (at: number, length: number): Promise<Buffer> => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, at).catch((error: unknown) => {
      throw asFileError(error, path);
    });
    return bytes.subarray(0, bytesRead);
  };
  return {
    name: basename(path),
    modified: mtimeMs,
    async *pieces() {
      for (let at = 0; ; at += PIECE) {
        // One after the other: the next piece is read when this one is used up.
        const bytes = await read(at, PIECE);
        if (bytes.length === 0) return;
        yield bytes;
      }
    },
    places: { size, read, close: () => file.close() },
  };
}
