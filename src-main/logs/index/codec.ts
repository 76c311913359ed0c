import { decompress } from 'fzstd';
import * as zlib from 'node:zlib';

/** Some runtimes of ours have no zstd in node:zlib (Electron 33). */
const hasZstd = typeof zlib.zstdCompressSync === 'function';

const ZSTD = 1;
const DEFLATE = 2;

/** Packs on the fastest level; the first byte says how. */
export function packBytes(bytes: Uint8Array): Buffer {
  const packed = hasZstd
    ? zlib.zstdCompressSync(bytes, { params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } })
    : zlib.deflateRawSync(bytes, { level: 1 });
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
  if (packed[0] === DEFLATE) return zlib.inflateRawSync(body, { maxOutputLength: Math.max(size, 1) });
  if (hasZstd) return zlib.zstdDecompressSync(body, { maxOutputLength: Math.max(size, 1) });
  return decompress(body, new Uint8Array(size));
}
