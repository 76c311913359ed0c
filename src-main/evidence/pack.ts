import * as zlib from 'node:zlib';

export type Codec = 'zstd' | 'gzip' | 'raw';

/**
 * Bytes of the original in each piece; the last has fewer. A piece is packed by itself: one zstd frame or one gzip
 * member, and those stand one behind the other (both formats allow it), so that memory stays small, packing can go on
 * in another process, and `zstd -d` and `gunzip` read the whole.
 */
export const PIECE = 4 * 1024 * 1024;

/** Some runtimes of ours have no zstd in node:zlib (Electron 33); gzip serves there. */
export const hasZstd = typeof zlib.zstdCompressSync === 'function';

/** Another version may pack the same piece into other bytes. */
export const packerVersion = `zstd ${process.versions['zstd'] ?? 'none'}, zlib ${process.versions.zlib}`;

const fastCodec: Codec = hasZstd ? 'zstd' : 'gzip';

/** What does not shrink by a fiftieth is not worth the time to unpack it. */
const WORTH = 0.98;

/** One piece, packed on the fastest level. */
export function packPiece(codec: Codec, bytes: Uint8Array): Uint8Array {
  switch (codec) {
    case 'raw':
      return bytes;
    case 'gzip':
      return zlib.gzipSync(bytes, { level: 1 });
    case 'zstd':
      return zlib.zstdCompressSync(bytes, { params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } });
  }
}

/** The codec for bytes of which these are samples. */
export function codecFor(samples: readonly Uint8Array[]): Codec {
  const sizes = samples.map((sample) => packPiece(fastCodec, sample).length);
  const packed = sizes.reduce((sum, size) => sum + size, 0);
  return packed < WORTH * samples.reduce((sum, { length }) => sum + length, 0) ? fastCodec : 'raw';
}

/** Packs bytes that are in memory anyway; keeps them as they are where that does not make them smaller. */
export function pack(bytes: Uint8Array): { readonly codec: Codec; readonly bytes: Uint8Array } {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(packPiece(fastCodec, bytes.subarray(at, at + PIECE)));
  }
  const smaller = Buffer.concat(pieces);
  return smaller.length < bytes.length ? { codec: fastCodec, bytes: smaller } : { codec: 'raw', bytes };
}
