import { Buffer } from 'node:buffer';
import type { ReaderRun } from './reader.ts';

/** Takes UTF-8 (or single bytes of Windows-1252), cut anywhere, and makes lines or records of it. */
export interface Cutter {
  /** @param start of what is new in `piece` @param offset in the file of the first byte of `piece` */
  take(piece: Buffer, start: number, offset: number): void;
  end(): void;
}

const NEWLINE = 10;

/**
 * Looks at the beginning to know the encoding. UTF-16 is changed to UTF-8; other bytes stay as they are, because they
 * are what was written.
 * @param choose is given the beginning in UTF-8, at most 4 KiB, without a byte order mark
 */
export function readText(choose: (head: Buffer) => Cutter): ReaderRun {
  let cut: Cutter | null = null;
  let run: ReaderRun | null = null;
  let head: Buffer = Buffer.alloc(0);
  const start = (): ReaderRun => {
    cut = choose(textOf(head));
    run = byEncoding(head, cut);
    run.feed(head);
    head = Buffer.alloc(0);
    return run;
  };
  return {
    feed(piece) {
      if (run !== null) run.feed(piece);
      else {
        head = Buffer.concat([head, piece]);
        if (head.length >= SNIFFED) start();
      }
    },
    end() {
      (run ?? start()).end();
      cut?.end();
    },
  };
}

/** The beginning of a file in UTF-8, without a byte order mark; bytes that are neither stay as they are. */
export function textOf(head: Buffer): Buffer {
  const parts: Buffer[] = [];
  const run = byEncoding(head, {
    take: (piece, start) => void parts.push(Buffer.from(piece.subarray(start))),
    end: () => undefined,
  });
  run.feed(head.subarray(0, SNIFFED));
  return Buffer.concat(parts);
}

/** Bytes that are looked at to know the encoding. */
const SNIFFED = 4096;

function byEncoding(head: Buffer, cut: Cutter): ReaderRun {
  if (head[0] === 0xff && head[1] === 0xfe) return utf16(cut, 2, false);
  if (head[0] === 0xfe && head[1] === 0xff) return utf16(cut, 2, true);
  const bare = utf16WithoutMark(head);
  if (bare !== null) return utf16(cut, 0, bare);
  const skip = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  return bytewise(cut, skip);
}

/** Big-endian or not, by where the zero bytes of Latin text stand; null where it is no UTF-16. */
function utf16WithoutMark(head: Buffer): boolean | null {
  let [even, odd] = [0, 0];
  const looked = Math.min(head.length, SNIFFED) & ~1;
  for (let i = 0; i < looked; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const units = looked / 2;
  if (units < 4) return null;
  if (odd > units * 0.7 && even < units * 0.1) return false;
  if (even > units * 0.7 && odd < units * 0.1) return true;
  return null;
}

function bytewise(cut: Cutter, skip: number): ReaderRun {
  let left = skip;
  let offset = 0;
  return {
    feed(piece) {
      const from = Math.min(left, piece.length);
      left -= from;
      cut.take(piece, from, offset);
      offset += piece.length;
    },
    end: () => undefined,
  };
}

/** Changes UTF-16 to UTF-8 line by line, so that offsets stay those of the file. */
function utf16(cut: Cutter, skip: number, bigEndian: boolean): ReaderRun {
  let left = skip;
  let odd: Buffer = Buffer.alloc(0);
  let offset = 0;
  return {
    feed(given) {
      const skipped = Math.min(left, given.length);
      left -= skipped;
      offset += skipped;
      const piece = Buffer.concat([odd, given.subarray(skipped)]);
      const even = wholeUnits(piece, bigEndian);
      odd = Buffer.from(piece.subarray(even));
      const units = Buffer.from(piece.subarray(0, even));
      if (bigEndian) units.swap16();
      let from = 0;
      for (;;) {
        const newline = findUnit(units, from);
        const to = newline === -1 ? units.length : newline + 2;
        const text = Buffer.from(units.subarray(from, to).toString('utf16le'), 'utf8');
        cut.take(text, 0, offset + from);
        if (newline === -1) break;
        from = to;
      }
      offset += even;
    },
    end() {
      // Half a character, where the file ends in the middle of one.
      if (odd.length > 0) cut.take(Buffer.from('\ufffd'), 0, offset);
    },
  };
}

/** Bytes up to the last whole character: a pair of surrogates is not cut. */
function wholeUnits(piece: Buffer, bigEndian: boolean): number {
  const even = piece.length & ~1;
  if (even === 0) return 0;
  const high = piece[bigEndian ? even - 2 : even - 1] ?? 0;
  return high >= 0xd8 && high <= 0xdb ? even - 2 : even;
}

function findUnit(units: Buffer, start: number): number {
  for (let at = start; ; at++) {
    at = units.indexOf(NEWLINE, at);
    if (at === -1) return -1;
    if (at % 2 === 0 && units[at + 1] === 0) return at;
  }
}
