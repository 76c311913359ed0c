import { type Kept, piecesBack } from '../../evidence/read-back.ts';
import { type PackedSource, fileSource } from '../../logs/reading/packed-source.ts';

/** Where the bytes of a log are. Plain data: it crosses threads. */
export interface LogBytes {
  /** Last part of the file's name. */
  readonly name: string;
  /** When it was changed last, ms since 1970 UTC; null where nobody knows. */
  readonly modified: number | null;
  readonly from:
    | { readonly kind: 'kept'; readonly kept: Kept }
    /** The original where it lies: bytes of its path, which may be no text. */
    | {
        readonly kind: 'path';
        readonly path: Uint8Array;
        /** Bytes that it had when it became an exhibit: a log may have grown since. null for all that there are. */
        readonly size: number | null;
      };
}

/** The bytes as they lie, packed or not. */
export async function sourceOf({ name, modified, from }: LogBytes): Promise<PackedSource> {
  if (from.kind === 'kept') return { name, modified, pieces: () => piecesBack(from.kept), places: null };
  return { ...(await fileSource(Buffer.from(from.path), from.size)), name, modified };
}
