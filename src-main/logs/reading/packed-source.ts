import { Buffer } from 'node:buffer';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';

/** The bytes of a file, packed or not, wherever they lie. Whoever reads pulls: nothing is read ahead. */
export interface PackedSource {
  /** Last part of its name. */
  readonly name: string;
  /** When it was changed last, ms since 1970 UTC; null where nobody knows. */
  readonly modified: number | null;
  /**
   * All bytes, from the first one on; may be asked for again. A piece is valid until the next one is asked for.
   */
  pieces(): AsyncIterable<Buffer> | Iterable<Buffer>;
  /** Bytes at any place, which archives need; null where they come in order only. */
  readonly places: {
    readonly size: number;
    /** @returns fewer than `length` only at the end */
    read(at: number, length: number): Promise<Buffer>;
    close(): Promise<void>;
  } | null;
}

/** Reads of 64 KiB reach less than half of the rate. */
const PIECE = 1024 * 1024;

/**
 * A file on a disk.
 * @param raw bytes of its path as the file system has them, or text
 * @param most bytes that are read, from its start; null for all that there are now
 * @throws CaseError of the file; `not-a-file`
 */
export async function fileSource(raw: Buffer | string, most: number | null = null): Promise<PackedSource> {
  const path = raw.toString('utf8');
  // A pipe would block for ever when opened without it.
  const file = await open(raw, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    throw asFileError(error, path);
  });
  const stat = await file.stat();
  if (!stat.isFile()) {
    await file.close();
    throw new CaseError('not-a-file', { path, what: stat.isDirectory() ? 'a folder' : 'a pipe or a device' });
  }
  const { mtimeMs } = stat;
  const size = Math.min(stat.size, most ?? stat.size);
  const fill = async (bytes: Buffer, at: number): Promise<Buffer> => {
    const { bytesRead } = await file
      .read(bytes, 0, lengthOf(at, bytes.length), at)
      .catch((error: unknown) => {
        throw asFileError(error, path);
      });
    return bytes.subarray(0, bytesRead);
  };
  const lengthOf = (at: number, length: number): number => Math.max(0, Math.min(length, size - at));
  const read = (at: number, length: number): Promise<Buffer> =>
    fill(Buffer.allocUnsafe(lengthOf(at, length)), at);
  return {
    name: basename(path),
    modified: mtimeMs,
    async *pieces() {
      // One after the other: the next piece is read when this one is used up, into the same memory. That of a log of a
      // gigabyte would lie there until the collector comes.
      const memory = Buffer.allocUnsafe(lengthOf(0, PIECE));
      for (let at = 0; ; at += PIECE) {
        const bytes = await fill(memory, at);
        if (bytes.length === 0) return;
        yield bytes;
      }
    },
    places: { size, read, close: () => file.close() },
  };
}
