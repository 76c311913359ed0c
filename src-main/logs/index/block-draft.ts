import type { RawBlock } from './pack-block.ts';
import { SpareMemory } from './spare-memory.ts';

/**
 * Bytes of text in a block; a longer row makes a longer one. Half of it packs worse, twice of it lets by more blocks in
 * which the letters of a rare word stand apart, and each of those takes twice as long.
 */
const BLOCK_BYTES = 128 * 1024;
/** What holds a block in most cases: its last row goes beyond `BLOCK_BYTES`. */
const ROOM = BLOCK_BYTES + 64 * 1024;

const NEWLINE = 10;

/** The text of some rows until there is a block of it. */
export class BlockDraft {
  rows = 0;
  /** Which block of its source this is, from 1. */
  number = 1;
  /** For texts; that of a block that was packed comes back. */
  readonly spare = new SpareMemory(ROOM);
  private bytes = new Uint8Array(this.spare.take());
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
      const larger = new Uint8Array(needed * 2);
      larger.set(this.bytes.subarray(0, start));
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

  /** Gives what there is, with its memory, and begins anew. */
  take(): RawBlock {
    const block = {
      text: this.bytes.subarray(0, this.size),
      starts: this.starts.slice(0, this.rows),
      known: this.known.slice(0, this.rows * 2),
    };
    this.bytes = new Uint8Array(this.spare.take());
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
