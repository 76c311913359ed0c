import type { Buffer } from 'node:buffer';
import type { PackedSource } from '../../logs/reading/packed-source.ts';

/** Takes the pieces of a file in their order. */
export interface PieceHash {
  /** The piece belongs to the caller again at once; it waits while too many are not hashed yet. */
  add(piece: Uint8Array): Promise<void>;
  /** SHA-256 of all, hex. */
  end(): Promise<string>;
}

/** A source of which the bytes that are read are hashed on their way. */
export interface HashedSource {
  readonly source: PackedSource;
  /** The hash of all bytes: what nobody asked for is read now. @param check may throw between the pieces */
  hash(check: () => void): Promise<string>;
}

/**
 * Hashes what is read when it is read for the first time, so that what stands in the index is of the same bytes as the
 * hash. An archive, of which single places are read, is read once more for it.
 */
export function hashedSource(source: PackedSource, hash: PieceHash): HashedSource {
  let all: AsyncIterator<Buffer> | Iterator<Buffer> | null = null;
  const begin = (): AsyncIterator<Buffer> | Iterator<Buffer> => {
    const pieces = source.pieces();
    return Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  };
  // Whoever leaves it early does not end what lies under it.
  async function* hashing(given: AsyncIterator<Buffer> | Iterator<Buffer>): AsyncGenerator<Buffer> {
    for (;;) {
      const next = await given.next();
      if (next.done === true) return;
      await hash.add(next.value);
      yield next.value;
    }
  }
  return {
    source: {
      ...source,
      pieces() {
        if (all !== null) return source.pieces();
        all = begin();
        return hashing(all);
      },
    },
    async hash(check) {
      all ??= begin();
      for await (const piece of hashing(all)) {
        check();
        // Read for its hash only.
        void piece;
      }
      return hash.end();
    },
  };
}
