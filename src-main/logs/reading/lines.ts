import { Buffer } from 'node:buffer';
import { type Cutter, readText } from './encoding.ts';
import type { ReaderRun, RowSink } from './reader.ts';
import { rowFlags } from './row.ts';

/** Bytes of a line, or of a record of lines, that are kept; a longer one is cut there and told. */
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
  /** Whether a line begins a record; asked once for each line, in order. Where it is absent, each does. */
  begins?(bytes: Buffer, from: number, to: number): boolean;
  /** After the last line. */
  end?(): void;
}

/**
 * Cuts a file of text into lines (LF or CRLF, mixed), with bounded memory whatever it holds: a line of 2 GB keeps its
 * first MiB, runs of zero bytes at the start or end of a line are left out and told once.
 */
export function readLines(sink: RowSink, handler: LineHandler): ReaderRun {
  return readText(() => lineCutter(sink, handler));
}

/** The same for a reader that chooses by the beginning of the text how it is cut. */
export const lineCutter = (sink: RowSink, handler: LineHandler): Cutter => new LineCutter(sink, handler);

/** Holds what came of the record that is not over yet. */
class LineCutter implements Cutter {
  private readonly sink: RowSink;
  private readonly handler: LineHandler;
  /** The finished lines of an unfinished record, and behind them the unfinished line. Grows, and is used again. */
  private store: Buffer = Buffer.alloc(4096);
  private held = 0;
  private heldAt = 0;
  private heldLine = 1;
  /** Where the unfinished line begins in `store`, and in the file. */
  private lineFrom = 0;
  private lineAt = 0;
  private line = 1;
  /** Whether the unfinished record is not whole. */
  private clipped = false;
  /** Whether the rest of the present line is thrown away. */
  private dropping = false;
  /** Whether something of the present line was seen, be it only what was left out. */
  private inLine = false;
  /** Where the last run of zero bytes ended. */
  private nulAt = -1;

  constructor(sink: RowSink, handler: LineHandler) {
    this.sink = sink;
    this.handler = handler;
  }

  take(piece: Buffer, start: number, offset: number): void {
    let from = start;
    while (from < piece.length) {
      if (!this.inLine) {
        from =
          this.handler.begins === undefined
            ? this.wholeLines(piece, from, offset)
            : this.wholeRecords(piece, from, offset);
        if (from >= piece.length) return;
      }
      const newline = piece.indexOf(NEWLINE, from);
      const to = newline === -1 ? piece.length : newline + 1;
      this.keep(piece, from, to, offset + from);
      if (newline !== -1) this.endOfLine();
      from = to;
    }
  }

  /** The quick way: lines that lie whole in one piece are given on without being copied. */
  private wholeLines(piece: Buffer, start: number, offset: number): number {
    let from = start;
    for (;;) {
      const newline = piece.indexOf(NEWLINE, from);
      if (newline === -1 || newline - from > LONGEST_LINE) return from;
      this.give(piece, from, newline, this.line, offset + from, 0);
      this.line++;
      from = newline + 1;
    }
  }

  /** The same for records. What is asked for already and has no end yet is copied. */
  private wholeRecords(piece: Buffer, start: number, offset: number): number {
    let [record, recordLine, from] = [start, this.line, start];
    for (;;) {
      // Zero bytes before a line of a record are left out, which needs a copy.
      if (piece[from] === 0) break;
      const newline = piece.indexOf(NEWLINE, from);
      if (newline === -1 || newline - from > LONGEST_LINE) break;
      const begins = this.asks(piece, from, newline + 1);
      const isTooLong = this.held + newline + 1 - record > LONGEST_LINE;
      if (this.held + from - record > 0 && (begins || isTooLong)) {
        if (!begins) {
          this.tellTooLong(this.held > 0 ? this.heldLine : recordLine, offset + record);
          this.clipped = true;
        }
        if (this.held > 0) {
          this.append(piece, record, from);
          this.release(this.held);
        } else {
          this.give(piece, record, from, recordLine, offset + record, this.clipped ? rowFlags.clipped : 0);
        }
        // What is left of a record that was too long is not whole either.
        this.clipped = !begins;
        [record, recordLine] = [from, this.line];
      }
      this.line++;
      from = newline + 1;
    }
    if (from > record) {
      if (this.held === 0) [this.heldAt, this.heldLine] = [offset + record, recordLine];
      this.append(piece, record, from);
      this.lineFrom = this.held;
    }
    return from;
  }

  /** Zero bytes before a line do not hide what it is. */
  private asks(bytes: Buffer, from: number, to: number): boolean {
    let begin = from;
    while (begin < to && bytes[begin] === 0) begin++;
    return this.handler.begins?.(bytes, begin, trimmedEnd(bytes, begin, to)) === true;
  }

  private append(bytes: Buffer, from: number, to: number): void {
    const needed = this.held + to - from;
    if (needed > this.store.length) {
      const grown = Buffer.alloc(Math.max(needed, this.store.length * 2));
      this.store.copy(grown, 0, 0, this.held);
      this.store = grown;
    }
    bytes.copy(this.store, this.held, from, to);
    this.held = needed;
  }

  private keep(piece: Buffer, from: number, to: number, offset: number): void {
    this.inLine = true;
    const room = LONGEST_LINE - (this.held - this.lineFrom);
    if (this.dropping || room <= 0) {
      this.clip(offset);
      return;
    }
    // A gap of zero bytes may be as long as the disk is large.
    let begin = from;
    if (this.held === this.lineFrom && piece[from] === 0) {
      while (begin < to && piece[begin] === 0) begin++;
      this.tellNul(this.line, offset, begin - from);
    }
    const at = offset + begin - from;
    if (this.held === 0) [this.heldAt, this.heldLine] = [at, this.line];
    if (this.held === this.lineFrom) this.lineAt = at;
    const end = Math.min(to, begin + room);
    this.append(piece, begin, end);
    if (end < to) this.clip(offset);
  }

  /** One run may come in many pieces. */
  private tellNul(line: number, offset: number, length: number): void {
    if (this.nulAt !== offset) this.sink.problem('nul-run', line, offset, '');
    this.nulAt = offset + length;
  }

  private tellTooLong(line: number, offset: number): void {
    this.sink.problem('line-too-long', line, offset, String(LONGEST_LINE));
  }

  private clip(offset: number): void {
    if (!this.dropping) this.tellTooLong(this.line, offset);
    this.dropping = true;
  }

  private endOfLine(): void {
    const isClipped = this.dropping;
    this.dropping = false;
    this.inLine = false;
    const line = this.line++;
    if (this.handler.begins === undefined) {
      this.clipped = isClipped;
      this.release(this.held);
      return;
    }
    // The line that just ended may begin a record: then what was held before it is one.
    const begins = this.asks(this.store, this.lineFrom, this.held);
    if (this.lineFrom > 0 && (begins || this.held > LONGEST_LINE)) {
      const at = this.lineAt;
      if (!begins) {
        this.tellTooLong(this.heldLine, this.heldAt);
        this.clipped = true;
      }
      this.release(this.lineFrom);
      this.clipped = !begins;
      [this.heldAt, this.heldLine] = [at, line];
    }
    this.clipped ||= isClipped;
    this.lineFrom = this.held;
  }

  /** Gives on what is held, up to `to`. */
  private release(to: number): void {
    const flags = this.clipped ? rowFlags.clipped : 0;
    this.clipped = false;
    if (to > 0) this.give(this.store, 0, to, this.heldLine, this.heldAt, flags);
    this.store.copyWithin(0, to, this.held);
    this.held -= to;
    this.lineFrom = 0;
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
    if (this.inLine) this.endOfLine();
    if (this.held > 0) this.release(this.held);
    this.handler.end?.();
  }
}

/** Without the line's end; a careless transfer makes `\r\r\n` of it. */
function trimmedEnd(bytes: Buffer, from: number, to: number): number {
  let end = to;
  if (end > from && bytes[end - 1] === NEWLINE) end--;
  while (end > from && bytes[end - 1] === RETURN) end--;
  return end;
}
