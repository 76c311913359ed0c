import type { ReaderRun, RowSink } from './reader.ts';
import { rowFlags } from './row.ts';

/** Bytes of a line that are kept; a longer one is cut there and told. */
export const LONGEST_LINE = 1024 * 1024;

const NEWLINE = 10;
const RETURN = 13;

export interface LineHandler {
  /**
   * One line, or one record of several lines where `begins` is given, without its end.
   * @param bytes UTF-8 (or single bytes of Windows-1252), valid until this returns
   * @param line number of its first line, from 1 @param offset of its first byte in the file
   * @param flags of `rowFlags`: what happened to it on the way
   */
  line(bytes: Buffer, from: number, to: number, line: number, offset: number, flags: number): void;
  /** Whether a line begins a record. Where it is absent, each does. */
  begins?(bytes: Buffer, from: number, to: number): boolean;
  /** After the last line. */
  end?(): void;
}

/**
 * Cuts a file of text into lines (LF or CRLF, mixed), with bounded memory whatever it holds: a line of 2 GB keeps its
 * first MiB, runs of zero bytes at the start or end of a line are left out and told once. UTF-16 is changed to UTF-8;
 * other bytes stay as they are, because they are what was written.
 */
export function readLines(sink: RowSink, handler: LineHandler): ReaderRun {
  const cut = new LineCutter(sink, handler);
  let run: ReaderRun | null = null;
  let head: Buffer = Buffer.alloc(0);
  const start = (): ReaderRun => {
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
      cut.end();
    },
  };
}

/** Bytes that are looked at to know the encoding. */
const SNIFFED = 4096;

function byEncoding(head: Buffer, cut: LineCutter): ReaderRun {
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

function bytewise(cut: LineCutter, skip: number): ReaderRun {
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
function utf16(cut: LineCutter, skip: number, bigEndian: boolean): ReaderRun {
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
      if (odd.length >= 2) cut.take(Buffer.from('\ufffd'), 0, offset);
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

/** Holds what came of the record that is not over yet. */
class LineCutter {
  private readonly sink: RowSink;
  private readonly handler: LineHandler;
  /** The unfinished line, and before it the finished lines of an unfinished record. */
  private held: Buffer = Buffer.alloc(0);
  private heldAt = 0;
  private heldLine = 1;
  /** Where the unfinished line begins in `held`, and in the file. */
  private lineFrom = 0;
  private lineAt = 0;
  private line = 1;
  private clipped = false;
  /** Bytes of the present line that were thrown away. */
  private dropping = false;
  /** Where the last run of zero bytes ended. */
  private nulAt = -1;

  constructor(sink: RowSink, handler: LineHandler) {
    this.sink = sink;
    this.handler = handler;
  }

  /** @param offset in the file of the first byte of `piece` */
  take(piece: Buffer, start: number, offset: number): void {
    let from = start;
    if (this.handler.begins === undefined && this.held.length === 0 && !this.dropping) {
      from = this.whole(piece, from, offset);
    }
    while (from < piece.length) {
      const newline = piece.indexOf(NEWLINE, from);
      const to = newline === -1 ? piece.length : newline + 1;
      this.keep(piece, from, to, offset + from);
      if (newline !== -1) this.endOfLine();
      from = to;
      if (this.handler.begins === undefined && this.held.length === 0 && !this.dropping) {
        from = this.whole(piece, from, offset);
      }
    }
  }

  /** The quick way: lines that lie whole in one piece are given on without being copied. */
  private whole(piece: Buffer, start: number, offset: number): number {
    let from = start;
    for (;;) {
      const newline = piece.indexOf(NEWLINE, from);
      if (newline === -1 || newline - from > LONGEST_LINE) return from;
      this.give(piece, from, newline, this.line, offset + from, 0);
      this.line++;
      from = newline + 1;
    }
  }

  private keep(piece: Buffer, from: number, to: number, offset: number): void {
    if (this.held.length === 0) {
      this.heldAt = offset;
      this.heldLine = this.line;
    }
    const grown = this.held.length - this.lineFrom;
    if (grown === 0) this.lineAt = offset;
    const room = LONGEST_LINE - grown;
    if (this.dropping || room <= 0) {
      this.clip(offset);
      return;
    }
    // A gap of zero bytes may be as long as the disk is large.
    let begin = from;
    if (this.held.length === this.lineFrom && piece[from] === 0) {
      while (begin < to && piece[begin] === 0) begin++;
      this.tellNul(this.line, offset, begin - from);
    }
    const end = Math.min(to, begin + room);
    this.held =
      this.held.length === 0
        ? Buffer.from(piece.subarray(begin, end))
        : Buffer.concat([this.held, piece.subarray(begin, end)]);
    if (end < to) this.clip(offset);
  }

  /** One run may come in many pieces. */
  private tellNul(line: number, offset: number, length: number): void {
    if (this.nulAt !== offset) this.sink.problem('nul-run', line, offset, '');
    this.nulAt = offset + length;
  }

  private clip(offset: number): void {
    if (!this.dropping) this.sink.problem('line-too-long', this.line, offset, String(LONGEST_LINE));
    this.dropping = true;
    this.clipped = true;
  }

  private endOfLine(): void {
    this.dropping = false;
    this.line++;
    if (this.handler.begins === undefined) {
      this.release(this.held.length);
      return;
    }
    // The line that just ended may begin a record: then what was held before it is one.
    const end = trimmedEnd(this.held, this.lineFrom, this.held.length);
    if (this.lineFrom > 0 && this.handler.begins(this.held, this.lineFrom, end)) {
      const next = this.held.subarray(this.lineFrom);
      const [at, line] = [this.lineAt, this.line - 1];
      this.release(this.lineFrom);
      this.held = Buffer.from(next);
      this.heldAt = at;
      this.heldLine = line;
    } else if (this.held.length > LONGEST_LINE) {
      this.sink.problem('line-too-long', this.heldLine, this.heldAt, String(LONGEST_LINE));
      this.clipped = true;
      this.release(this.lineFrom === 0 ? this.held.length : this.lineFrom);
    }
    this.lineFrom = this.held.length;
  }

  /** Gives on what is held, up to `to`. */
  private release(to: number): void {
    const flags = this.clipped ? rowFlags.clipped : 0;
    this.clipped = false;
    const held = this.held;
    this.held = Buffer.alloc(0);
    this.lineFrom = 0;
    if (to > 0) this.give(held, 0, to, this.heldLine, this.heldAt, flags);
  }

  private give(bytes: Buffer, start: number, end: number, line: number, offset: number, flags: number): void {
    let [from, to] = [start, trimmedEnd(bytes, start, end)];
    if (bytes[from] === 0) {
      while (from < to && bytes[from] === 0) from++;
      this.tellNul(line, offset, from - start);
    }
    if (to > from && bytes[to - 1] === 0) {
      const last = to;
      while (to > from && bytes[to - 1] === 0) to--;
      this.tellNul(line, offset + (to - start), last - to);
    }
    this.handler.line(bytes, from, to, line, offset + (from - start), flags);
  }

  end(): void {
    if (this.held.length > this.lineFrom || this.dropping) this.endOfLine();
    if (this.held.length > 0) this.release(this.held.length);
    this.handler.end?.();
  }
}

/** Without the line's end. */
function trimmedEnd(bytes: Buffer, from: number, to: number): number {
  let end = to;
  if (end > from && bytes[end - 1] === NEWLINE) end--;
  if (end > from && bytes[end - 1] === RETURN) end--;
  return end;
}
