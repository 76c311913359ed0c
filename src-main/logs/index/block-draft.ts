import { packBytes } from './codec.ts';
import { decodePercent } from './fold.ts';
import { FILTER_BYTES, addGrams } from './grams.ts';

/** Bytes of text in a block; a longer row makes a longer one. */
const BLOCK_BYTES = 256 * 1024;

const NEWLINE = 10;
const PERCENT = 37;

export interface PackedBlock {
  readonly rows: number;
  readonly data: Buffer;
  readonly filter: Uint8Array;
}

/** The text of some rows, one behind the other, until there is a block of it. */
export class BlockDraft {
  rows = 0;
  /** Which block of its source this is, from 1. */
  number = 1;
  private filter = new Uint8Array(FILTER_BYTES);
  private bytes: Buffer = Buffer.allocUnsafe(BLOCK_BYTES * 2);
  private size = 0;
  private scratch: Buffer = Buffer.allocUnsafe(BLOCK_BYTES * 2);
  private readonly starts: number[] = [];

  /**
   * @param known a range of the row whose letters are in this block already, such as a browser's name: marking them
   * again is most of the work of a web server's row
   * @returns where the row begins
   */
  add(
    text: Uint8Array,
    from: number,
    to: number,
    known: { readonly from: number; readonly to: number },
  ): number {
    const start = this.size;
    const needed = start + to - from + 1;
    if (needed > this.bytes.length) {
      const larger = Buffer.allocUnsafe(needed * 2);
      this.bytes.copy(larger, 0, 0, start);
      this.bytes = larger;
    }
    // Copying a short row in a loop of the engine is slower than letting memory do it.
    this.bytes.set(text.subarray(from, to), start);
    this.bytes[needed - 1] = NEWLINE;
    this.size = needed;
    if (known.to > known.from) {
      addGrams(text, from, known.from + 3, this.filter);
      addGrams(text, known.to - 3, to, this.filter);
    } else addGrams(text, from, to, this.filter);
    this.starts.push(start);
    this.rows++;
    return start;
  }

  get isFull(): boolean {
    return this.size >= BLOCK_BYTES;
  }

  /** Packs what there is, and begins anew. */
  take(): PackedBlock {
    const { rows, size } = this;
    const data = packBytes(this.bytes.subarray(0, size));
    const { filter } = this;
    this.addDecoded(filter);
    this.filter = new Uint8Array(FILTER_BYTES);
    this.number++;
    this.rows = 0;
    this.size = 0;
    this.starts.length = 0;
    return { rows, data, filter };
  }

  /** What rows with `%XX` say decoded, once and twice, is found, too. */
  private addDecoded(filter: Uint8Array): void {
    let at = this.bytes.indexOf(PERCENT);
    for (let row = 0; at !== -1 && at < this.size; row++) {
      const end = (this.starts[row + 1] ?? this.size) - 1;
      if (at > end) continue;
      const start = this.starts[row] ?? 0;
      if (this.scratch.length < (end - start) * 2) this.scratch = Buffer.allocUnsafe((end - start) * 2);
      const once = decodePercent(this.bytes, start, end, this.scratch, 0);
      if (once !== -1) {
        addGrams(this.scratch, 0, once, filter);
        const twice = decodePercent(this.scratch, 0, once, this.scratch, once);
        if (twice !== -1) addGrams(this.scratch, once, twice, filter);
      }
      at = this.bytes.indexOf(PERCENT, end);
    }
  }
}
