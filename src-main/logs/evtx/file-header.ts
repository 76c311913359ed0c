import { crc32 } from 'node:zlib';
import { FILE_MAGIC, hasMagic, u64 } from './format.ts';

/** The first block of a file. In a log that was not closed all counts are stale: they are told, never relied on. */
export interface FileHeader {
  /** Written as `3.1`. */
  readonly version: string;
  /** Chunks that the header announces; the field wraps at 65,536. */
  readonly chunks: number;
  /** The number that the next record would have got; null where it is no possible one. */
  readonly nextRecord: number | null;
  /** The log was not closed, or copied while it was in use. */
  readonly dirty: boolean;
  readonly full: boolean;
  /** Written without checksums: the fields for them hold nothing. */
  readonly unchecked: boolean;
  readonly checksum: Checksum;
}

/** `none`: the file was written without checksums. */
export type Checksum = 'right' | 'wrong' | 'none';

const DIRTY = 1;
const FULL = 2;
/** In no document; seen in files of version 3.2. */
const NO_CRC32 = 4;
const CHECKED = 120;

/** The header of a file, or null where these bytes are none. Needs the first 128 bytes. */
export function fileHeader(bytes: Buffer): FileHeader | null {
  if (bytes.length < 128 || !hasMagic(bytes, FILE_MAGIC)) return null;
  const flags = bytes.readUInt32LE(CHECKED);
  const unchecked = (flags & NO_CRC32) !== 0;
  const right = crc32(bytes.subarray(0, CHECKED)) === bytes.readUInt32LE(124);
  return {
    version: `${bytes.readUInt16LE(38)}.${bytes.readUInt16LE(36)}`,
    chunks: bytes.readUInt16LE(42),
    nextRecord: u64(bytes, 24),
    dirty: (flags & DIRTY) !== 0,
    full: (flags & FULL) !== 0,
    unchecked,
    checksum: unchecked ? 'none' : right ? 'right' : 'wrong',
  };
}
