import type { Buffer } from 'node:buffer';
import type { Pieces } from './byte-queue.ts';

export interface UnpackMost {
  /** Unpacked bytes for each packed one, once there is more than `free`. */
  readonly ratio: number;
  /** Unpacked bytes whose ratio is not looked at: short logs of one line again and again shrink a lot. */
  readonly free: number;
  /** Unpacked bytes of all members together. */
  readonly total: number;
  readonly members: number;
}

const MOST: UnpackMost = {
  ratio: 200,
  free: 64 * 1024 * 1024,
  total: 256 * 1024 ** 3,
  members: 10_000,
};

/** Counts what goes in and comes out of one file, so that no archive grows without end. */
export class UnpackLimits {
  readonly most: UnpackMost;
  private packedBytes = 0;
  private unpackedBytes = 0;

  constructor(most: Partial<UnpackMost> = {}) {
    this.most = { ...MOST, ...most };
  }

  /** Counts packed bytes on their way in. */
  async *packed(pieces: Pieces): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      this.packedBytes += piece.length;
      yield piece;
    }
  }

  /** Lets bytes through that are not packed. */
  async *plain(pieces: Pieces): AsyncGenerator<Buffer> {
    yield* pieces;
  }

  /** @returns which limit some more unpacked bytes go beyond; null for none */
  refuses(bytes: number): string | null {
    const { free, ratio, total } = this.most;
    this.unpackedBytes += bytes;
    if (this.unpackedBytes > total) return `total ${total}`;
    return this.unpackedBytes > free && this.unpackedBytes > ratio * this.packedBytes
      ? `ratio ${ratio}`
      : null;
  }
}
