import { folded } from './fold.ts';

/** Bits of one block's filter. */
const BITS = 65_536;
/** Bytes of one block's filter. */
export const FILTER_BYTES = BITS / 8;

/** Spreads three bytes over the bits (Fibonacci hashing: 2^32 divided by the golden ratio). */
const bitOf = (three: number): number => Math.imul(three, 0x9e3779b1) >>> 16;

/** Marks every three folded bytes that stand side by side. @param filter of `FILTER_BYTES` */
export function addTrigrams(bytes: Uint8Array, from: number, to: number, filter: Uint8Array): void {
  if (to - from < 3) return;
  let three = ((folded[bytes[from] ?? 0] ?? 0) << 8) | (folded[bytes[from + 1] ?? 0] ?? 0);
  for (let i = from + 2; i < to; i++) {
    three = ((three << 8) | (folded[bytes[i] ?? 0] ?? 0)) & 0xffffff;
    const bit = Math.imul(three, 0x9e3779b1) >>> 16;
    filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }
}

/** The bits that a block must have which holds this text; none for one of fewer than three bytes. */
export function trigramBits(folded: Uint8Array): readonly number[] {
  const bits = new Set<number>();
  for (let i = 2; i < folded.length; i++) {
    bits.add(bitOf(((folded[i - 2] ?? 0) << 16) | ((folded[i - 1] ?? 0) << 8) | (folded[i] ?? 0)));
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
