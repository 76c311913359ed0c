import { Buffer } from 'node:buffer';

export type Pieces = AsyncIterable<Buffer> | Iterable<Buffer>;

/** Pieces one after the other; what was taken too much is given back. */
export class ByteQueue {
  private readonly pieces: AsyncIterator<Buffer> | Iterator<Buffer>;
  private readonly back: Buffer[] = [];
  private isOver = false;

  constructor(pieces: Pieces) {
    this.pieces = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  }

  /** The next bytes, at least one; null at the end. */
  async next(): Promise<Buffer | null> {
    const back = this.back.shift();
    if (back !== undefined) return back;
    while (!this.isOver) {
      const next = await this.pieces.next();
      if (next.done === true) this.isOver = true;
      else if (next.value.length > 0) return next.value;
    }
    return null;
  }

  giveBack(bytes: Buffer): void {
    if (bytes.length > 0) this.back.unshift(bytes);
  }

  /** So many bytes; fewer at the end. */
  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = count;
    while (missing > 0) {
      const bytes = await this.next();
      if (bytes === null) break;
      // A copy: the piece belongs to its giver when the next one is asked for.
      parts.push(Buffer.from(bytes.subarray(0, missing)));
      this.giveBack(bytes.subarray(missing));
      missing -= Math.min(missing, bytes.length);
    }
    return Buffer.concat(parts);
  }

  /** The next bytes without taking them; fewer at the end. */
  async look(count: number): Promise<Buffer> {
    const bytes = await this.take(count);
    this.giveBack(bytes);
    return bytes;
  }

  /** Leaves out a text that a zero byte ends; nobody writes one of more than 64 KiB. */
  async skipText(): Promise<void> {
    for (let i = 0; i < 65_536; i++) {
      const byte = (await this.take(1))[0];
      if (byte === undefined || byte === 0) return;
    }
  }

  async close(): Promise<void> {
    await this.pieces.return?.();
  }
}
