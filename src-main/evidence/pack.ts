import * as zlib from 'node:zlib';
import { decompress as unzstd } from 'fzstd';
import { CaseError } from '../domain/errors.ts';

export type Codec = 'zstd' | 'gzip' | 'raw';

/** Some runtimes of ours have no zstd in node:zlib (Electron 33); gzip serves there. */
const hasZstd = typeof zlib.zstdCompressSync === 'function';

/** Compresses on the fastest level; keeps the bytes as they are where that does not make them smaller. */
export function pack(bytes: Buffer): { readonly codec: Codec; readonly bytes: Buffer } {
  const smaller = hasZstd
    ? zlib.zstdCompressSync(bytes, { params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } })
    : zlib.gzipSync(bytes, { level: 1 });
  if (smaller.length >= bytes.length) return { codec: 'raw', bytes };
  return { codec: hasZstd ? 'zstd' : 'gzip', bytes: smaller };
}

/**
 * The original bytes.
 * @param size how many there must be; a packed bomb stops there
 * @throws CaseError `file-damaged` where they cannot be unpacked
 */
export function unpack(codec: string, packed: Uint8Array, size: number): Buffer {
  try {
    switch (codec) {
      case 'raw':
        return Buffer.from(packed);
      case 'gzip':
        return zlib.gunzipSync(packed, { maxOutputLength: size + 1 });
      case 'zstd':
        return hasZstd
          ? zlib.zstdDecompressSync(packed, { maxOutputLength: size + 1 })
          : Buffer.from(unzstd(packed, new Uint8Array(size)));
      default:
        throw new RangeError(`codec ${codec}`);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CaseError(
      'file-damaged',
      { path: 'the stored exhibit', reason: `it cannot be unpacked (${reason}).` },
      error,
    );
  }
}
