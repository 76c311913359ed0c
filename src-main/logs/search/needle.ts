import { folded } from '../index/fold.ts';

const isLetter = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) || (byte >= 97 && byte <= 122) || byte === 95 || byte > 127;

/**
 * Finds a text in bytes as a search sees them, without changing or copying those: Horspool's way ("Practical fast
 * searching in strings", 1980), which looks at one byte in as many as the text is long.
 */
export class Needle {
  private readonly bytes: Uint8Array;
  private readonly isPrefix: boolean;
  private readonly skips: Uint16Array;

  /** @param bytes folded; not empty @param isPrefix only where a word begins with it */
  constructor(bytes: Uint8Array, isPrefix: boolean) {
    this.bytes = bytes;
    this.isPrefix = isPrefix;
    const last = bytes.length - 1;
    this.skips = new Uint16Array(256).fill(bytes.length);
    for (let i = 0; i < last; i++) this.skips[bytes[i] ?? 0] = last - i;
  }

  /** @returns where it begins; -1 where it is not there */
  find(text: Uint8Array, from: number, to: number): number {
    const { bytes, skips } = this;
    const last = bytes.length - 1;
    const end = bytes[last] ?? 0;
    for (let at = from + last; at < to;) {
      const byte = folded[text[at] ?? 0] ?? 0;
      if (byte === end && this.isAt(text, at - last, from)) return at - last;
      at += skips[byte] ?? 1;
    }
    return -1;
  }

  private isAt(text: Uint8Array, start: number, from: number): boolean {
    const { bytes } = this;
    for (let i = bytes.length - 2; i >= 0; i--) {
      if (folded[text[start + i] ?? 0] !== bytes[i]) return false;
    }
    return !this.isPrefix || start === from || !isLetter(folded[text[start - 1] ?? 0] ?? 0);
  }
}
