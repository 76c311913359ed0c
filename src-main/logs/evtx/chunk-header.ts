import { crc32 } from 'node:zlib';
import type { Checksum } from './file-header.ts';
import { CHUNK, CHUNK_MAGIC, FIRST_RECORD, hasMagic, u64 } from './format.ts';

/** What a chunk says of itself, and whether its checksums agree. */
export interface ChunkHeader {
  readonly firstRecord: number | null;
  readonly lastRecord: number | null;
  /** Where the last announced record begins, counted from the beginning of the chunk. */
  readonly lastOffset: number;
  /** Where the announced records end. The end of the chunk where the field is nonsense. */
  readonly end: number;
  readonly endIsNonsense: boolean;
  readonly headChecksum: Checksum;
  readonly dataChecksum: Checksum;
}

/**
 * The header of a chunk, or null where the signature is missing.
 * @param bytes a whole chunk, or a shorter last one
 * @param unchecked the file says that it has no checksums
 */
export function chunkHeader(bytes: Buffer, unchecked: boolean): ChunkHeader | null {
  if (bytes.length < FIRST_RECORD || !hasMagic(bytes, CHUNK_MAGIC)) return null;
  const end = bytes.readUInt32LE(48);
  const endIsNonsense = end < FIRST_RECORD || end > CHUNK;
  const checksum = (right: () => boolean): Checksum => (unchecked ? 'none' : right() ? 'right' : 'wrong');
  return {
    firstRecord: u64(bytes, 24),
    lastRecord: u64(bytes, 32),
    lastOffset: bytes.readUInt32LE(44),
    end: endIsNonsense ? CHUNK : end,
    endIsNonsense,
    headChecksum: checksum(
      () => crc32(bytes.subarray(128, 512), crc32(bytes.subarray(0, 120))) === bytes.readUInt32LE(124),
    ),
    // What was cut off cannot agree.
    dataChecksum: checksum(
      () => end <= bytes.length && crc32(bytes.subarray(FIRST_RECORD, end)) === bytes.readUInt32LE(52),
    ),
  };
}
