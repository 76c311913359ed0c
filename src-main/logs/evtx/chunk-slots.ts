import { CHUNK, CHUNK_MAGIC, FILE_HEADER, hasMagic } from './format.ts';
import { type FileHeader, fileHeader } from './file-header.ts';

/** A slot of 65,536 bytes, or what is left of it where the file ends. Its bytes are its own. */
export interface Slot {
  /** Counted from 0. */
  readonly index: number;
  /** Where it begins in the file. */
  readonly at: number;
  readonly bytes: Buffer;
}

/** Cuts a stream of bytes, in pieces of any size, into the header of the file and its slots. */
export class ChunkSlots {
  #waiting = Buffer.allocUnsafeSlow(FILE_HEADER);
  #filled = 0;
  #index = -1;
  #at = 0;
  #header: FileHeader | null = null;

  /** Known once the first block was fed; null before that, and where it is none. */
  get header(): FileHeader | null {
    return this.#header;
  }

  /** Bytes fed so far. */
  get length(): number {
    return this.#at + this.#filled;
  }

  *feed(piece: Uint8Array): Generator<Slot> {
    let from = 0;
    while (from < piece.length) {
      const part = piece.subarray(from, from + this.#waiting.length - this.#filled);
      this.#waiting.set(part, this.#filled);
      this.#filled += part.length;
      from += part.length;
      if (this.#filled === this.#waiting.length) yield* this.#take();
    }
  }

  /** The last slot where it is short. */
  *end(): Generator<Slot> {
    if (this.#filled > 0) yield* this.#take();
  }

  *#take(): Generator<Slot> {
    const bytes = this.#waiting.subarray(0, this.#filled);
    if (this.#index < 0 && hasMagic(bytes, CHUNK_MAGIC) && bytes.length === FILE_HEADER) {
      // A file whose first block is lost: the first chunk begins at once.
      this.#waiting = Buffer.allocUnsafeSlow(CHUNK);
      this.#waiting.set(bytes);
      this.#index = 0;
      return;
    }
    const slot = { index: this.#index, at: this.#at, bytes };
    if (this.#index < 0) this.#header = fileHeader(bytes);
    this.#at += bytes.length;
    this.#index += 1;
    this.#filled = 0;
    // Records are read from these bytes later, whenever somebody asks: they are not used again.
    this.#waiting = Buffer.allocUnsafeSlow(CHUNK);
    if (slot.index >= 0) yield slot;
  }
}
