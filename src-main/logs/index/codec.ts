import { decompress } from 'fzstd';
import * as zlib from 'node:zlib';

/** Some runtimes of ours have no zstd in node:zlib (Electron 33). */
const hasZstd = typeof zlib.zstdCompressSync === 'function';

/**
 * Room for all that comes out at once: by itself zlib takes it in pieces of 16 KiB and joins them, which takes longer
 * than unpacking. One byte more than needed, or it asks for another piece to see that there is none.
 */
const roomFor = (size: number): number => Math.max(64, size + 1);

/**
 * What is packed comes out in pieces of this size: the last one stays in memory until the collector looks at all that
 * is old, which takes it thousands of blocks.
 */
const PIECE = 4096;

const ZSTD = 1;
const DEFLATE = 2;

/** Packs on the fastest level; the first byte says how. */
export function packBytes(bytes: Uint8Array): Buffer {
  const packed = hasZstd
    ? zlib.zstdCompressSync(bytes, {
        chunkSize: PIECE,
        params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 },
      })
    : zlib.deflateRawSync(bytes, { chunkSize: PIECE, level: 1 });
  const whole = Buffer.allocUnsafe(packed.length + 5);
  whole[0] = hasZstd ? ZSTD : DEFLATE;
  whole.writeUInt32LE(bytes.length, 1);
  packed.copy(whole, 5);
  return whole;
}

/** What `packBytes` packed, also in the other runtime. */
export function unpackBytes(packed: Uint8Array): Uint8Array {
  const body = packed.subarray(5);
  const size = new DataView(packed.buffer, packed.byteOffset).getUint32(1, true);
  const options = { maxOutputLength: Math.max(size, 1), chunkSize: roomFor(size) };
  if (packed[0] === DEFLATE) return zlib.inflateRawSync(body, options);
  if (hasZstd) return zlib.zstdDecompressSync(body, options);
  return decompress(body, new Uint8Array(size));
}
