import { folded } from './fold.ts';

/** Bits of one block's filter. */
const BITS = 32_768;
/** Bytes of one block's filter. */
export const FILTER_BYTES = BITS / 8;

/** Bits of a hash of 32 that are left out, so that the others number the bits. */
const LEFT_OUT = 17;

/** Spreads three bytes over the bits (Fibonacci hashing: 2^32 divided by the golden ratio). */
const bitOfThree = (three: number): number => Math.imul(three, 0x9e3779b1) >>> LEFT_OUT;

/** Four bytes are spread differently, so that they do not fall on the same bits (a constant of MurmurHash3). */
const bitOfFour = (four: number): number => Math.imul(four, 0xcc9e2d51) >>> LEFT_OUT;

/**
 * Marks every three and every four folded bytes that stand side by side. Three alone say little where rows hold random
 * digits; four alone say nothing of a short word.
 * @param filter of `FILTER_BYTES`
 */
export function addGrams(bytes: Uint8Array, from: number, to: number, filter: Uint8Array): void {
  if (to - from < 3) return;
  let four = ((folded[bytes[from] ?? 0] ?? 0) << 8) | (folded[bytes[from + 1] ?? 0] ?? 0);
  for (let i = from + 2; i < to; i++) {
    four = (four << 8) | (folded[bytes[i] ?? 0] ?? 0);
    let bit = Math.imul(four & 0xffffff, 0x9e3779b1) >>> LEFT_OUT;
    filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7));
    if (i === from + 2) continue;
    bit = Math.imul(four, 0xcc9e2d51) >>> LEFT_OUT;
    filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }
}

/** The bits that a block must have which holds this text; none for one of fewer than three bytes. */
export function gramBits(text: Uint8Array): readonly number[] {
  const bits = new Set<number>();
  const at = (i: number): number => text[i] ?? 0;
  for (let i = 2; i < text.length; i++) {
    const three = (at(i - 2) << 16) | (at(i - 1) << 8) | at(i);
    bits.add(bitOfThree(three));
    if (i > 2) bits.add(bitOfFour((at(i - 3) << 24) | three));
  }
  return [...bits];
}

/** Whether the block may hold what these bits stand for. @param at where its filter begins */
export function mayHold(filters: Uint8Array, at: number, bits: readonly number[]): boolean {
  for (const bit of bits) {
    if (((filters[at + (bit >>> 3)] ?? 0) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}
