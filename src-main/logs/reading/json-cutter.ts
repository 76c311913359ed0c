import { Buffer } from 'node:buffer';
import type { Cutter } from './encoding.ts';
import { LONGEST_LINE, type LineHandler } from './lines.ts';
import type { RowSink } from './reader.ts';
import { rowFlags } from './row.ts';

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const OPEN = 123;
const CLOSE = 125;

/** White space of RFC 8259, section 2, what parts the objects of an array, and the padding of a file that was cut off. */
const STANDS_BETWEEN = new Set([0, 9, NEWLINE, RETURN, 32, COMMA, OPEN_ARRAY, CLOSE_ARRAY]);

/** Where a byte stands: between objects, in one, in a text of one, behind a backslash, in what is no object. */
const states = { between: 0, object: 1, text: 2, escape: 3, garbage: 4 } as const;

/**
 * Cuts an array of objects, in one line or printed over many, or objects without line ends between, into the objects.
 * A text that a line's end breaks off ends its object, so that one missing quote does not swallow the rest of the file.
 */
export class JsonCutter implements Cutter {
  private readonly sink: RowSink;
  private readonly handler: LineHandler;
  private store: Buffer = Buffer.alloc(4096);
  private held = 0;
  private heldAt = 0;
  private heldLine = 1;
  private line = 1;
  private depth = 0;
  private state: number = states.between;
  private clipped = false;

  constructor(sink: RowSink, handler: LineHandler) {
    this.sink = sink;
    this.handler = handler;
  }

  take(piece: Buffer, start: number, offset: number): void {
    /** Where what belongs to the unfinished object begins in this piece. */
    let begun = this.state === states.between ? -1 : start;
    for (let at = start; at < piece.length; at++) {
      const byte = piece[at] ?? 0;
      if (byte === NEWLINE) this.line++;
      const isOver = this.step(byte);
      if (this.state === states.between && !isOver) continue;
      if (begun === -1) {
        begun = at;
        this.heldAt = offset + at;
        this.heldLine = this.line;
      }
      if (!isOver) continue;
      const end = byte === NEWLINE ? at : at + 1;
      this.release(piece, begun, end, offset);
      begun = -1;
    }
    if (begun !== -1) this.append(piece, begun, piece.length, offset);
  }

  /** @returns whether the object ends with this byte, or before it where it is a line's end */
  private step(byte: number): boolean {
    switch (this.state) {
      case states.between:
        if (byte === OPEN) {
          this.state = states.object;
          this.depth = 1;
        } else if (!STANDS_BETWEEN.has(byte)) {
          this.state = states.garbage;
        }
        return false;
      case states.object:
        if (byte === QUOTE) this.state = states.text;
        else if (byte === OPEN || byte === OPEN_ARRAY) this.depth++;
        else if ((byte === CLOSE || byte === CLOSE_ARRAY) && --this.depth === 0) return this.isDone();
        return false;
      case states.text:
        if (byte === QUOTE) this.state = states.object;
        else if (byte === BACKSLASH) this.state = states.escape;
        else if (byte === NEWLINE) return this.isDone();
        return false;
      case states.escape:
        if (byte === NEWLINE) return this.isDone();
        this.state = states.text;
        return false;
      default:
        return byte === NEWLINE && this.isDone();
    }
  }

  private isDone(): true {
    this.state = states.between;
    this.depth = 0;
    return true;
  }

  private append(piece: Buffer, from: number, to: number, offset: number): void {
    const end = Math.min(to, from + LONGEST_LINE - this.held);
    if (end < to && !this.clipped) {
      this.clipped = true;
      this.sink.problem('line-too-long', this.heldLine, offset + from, String(LONGEST_LINE));
    }
    const needed = this.held + Math.max(0, end - from);
    if (needed > this.store.length) {
      const grown = Buffer.alloc(Math.max(needed, this.store.length * 2));
      this.store.copy(grown, 0, 0, this.held);
      this.store = grown;
    }
    if (end > from) piece.copy(this.store, this.held, from, end);
    this.held = needed;
  }

  private release(piece: Buffer, from: number, to: number, offset: number): void {
    if (this.held === 0 && to - from <= LONGEST_LINE) {
      this.give(piece, from, to);
      return;
    }
    this.append(piece, from, to, offset);
    this.give(this.store, 0, this.held);
    this.held = 0;
  }

  private give(bytes: Buffer, from: number, end: number): void {
    const flags = this.clipped ? rowFlags.clipped : 0;
    this.clipped = false;
    const to = bytes[end - 1] === RETURN ? end - 1 : end;
    if (to > from) this.handler.line(bytes, from, to, this.heldLine, this.heldAt, flags);
  }

  end(): void {
    if (this.held > 0) this.give(this.store, 0, this.held);
    this.handler.end?.();
  }
}

/** Whether a file of JSON is to be cut by its objects, not by its lines, as its beginning shows. */
export function isCutByObjects(head: Uint8Array): boolean {
  let at = 0;
  while (at < head.length && (head[at] ?? 0) <= 32) at++;
  if (head[at] === OPEN_ARRAY) return true;
  if (head[at] !== OPEN) return false;
  // An object that its first line does not close is printed over several.
  let [depth, isText] = [0, false];
  for (; at < head.length && head[at] !== NEWLINE; at++) {
    const byte = head[at];
    if (isText && byte === BACKSLASH) at++;
    else if (byte === QUOTE) isText = !isText;
    else if (!isText && (byte === OPEN || byte === OPEN_ARRAY)) depth++;
    else if (!isText && (byte === CLOSE || byte === CLOSE_ARRAY)) depth--;
  }
  return at < head.length && depth > 0 && !isText;
}
