import type { RawBlock } from './pack-block.ts';

/** Bytes of text in a block; a longer row makes a longer one. */
const BLOCK_BYTES = 256 * 1024;

const NEWLINE = 10;

/** The text of some rows until there is a block of it. */
export class BlockDraft {
  rows = 0;
  /** Which block of its source this is, from 1. */
  number = 1;
  private bytes: Buffer = Buffer.allocUnsafe(BLOCK_BYTES * 2);
  private size = 0;
  private starts = new Uint32Array(4096);
  private known = new Uint32Array(8192);

  /**
   * @param known a range of the row whose letters are in this block already
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
    this.bytes.set(text.subarray(from, to), start);
    this.bytes[needed - 1] = NEWLINE;
    this.size = needed;
    if (this.rows === this.starts.length) {
      this.starts = enlarged(this.starts);
      this.known = enlarged(this.known);
    }
    this.starts[this.rows] = start;
    const isKnown = known.to > known.from;
    this.known[this.rows * 2] = isKnown ? known.from - from + start : 0;
    this.known[this.rows * 2 + 1] = isKnown ? known.to - from + start : 0;
    this.rows++;
    return start;
  }

  get isFull(): boolean {
    return this.size >= BLOCK_BYTES;
  }

  /** Gives what there is, as a copy, and begins anew. */
  take(): RawBlock {
    const block = {
      text: new Uint8Array(this.bytes.subarray(0, this.size)),
      starts: this.starts.slice(0, this.rows),
      known: this.known.slice(0, this.rows * 2),
    };
    this.rows = 0;
    this.size = 0;
    this.number++;
    return block;
  }
}

function enlarged(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
