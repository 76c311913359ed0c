import { type Kept, eachPieceBack } from '../../evidence/read-back.ts';
import { readSource } from '../../evidence/read-source.ts';

/** Where the bytes of a log are. Plain data: it crosses threads. */
export type LogBytes =
  | { readonly kind: 'kept'; readonly kept: Kept }
  /** Bytes of the path of an original. */
  | { readonly kind: 'path'; readonly path: Uint8Array };

/** Reads a log from its first byte to its last. A piece is used again when `take` returns. */
export async function eachPieceOf(bytes: LogBytes, take: (piece: Buffer) => void): Promise<void> {
  const asBuffer = (piece: Uint8Array): void =>
    take(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
  if (bytes.kind === 'kept') await eachPieceBack(bytes.kept, asBuffer);
  else readSource(Buffer.from(bytes.path), asBuffer);
}
