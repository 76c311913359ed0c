import { numberColumns, textColumns } from './columns.ts';

/** What is special about a row. Bits of one number, kept in the index. */
export const rowFlags = {
  /** No time could be read; it stands behind all others. */
  undated: 1,
  /** Its local time exists twice (the clock was set back): the earlier instant is taken. */
  ambiguous: 2,
  /** Its local time does not exist (the clock was set forward): read as if it had not been set yet. */
  nonexistent: 4,
  /** Found outside of what its file announces, such as in the slack of an event log. */
  recovered: 8,
  /** Its checksum is wrong, or its columns do not fit their heading. */
  damaged: 16,
  /** Its beginning only: it was longer than the limit. */
  clipped: 32,
  /** The same line of the same log stands in an earlier exhibit. */
  repeated: 64,
  /** Its file was not what it had been when it became an exhibit. */
  changed: 128,
} as const;

/** Marks a text that is not a part of the row's own bytes. */
const OWN = -1;

/**
 * One row on its way from a reader to the index. There is one object of it, filled anew for each row, and texts are
 * ranges of the reader's buffer: at half a million rows a second nothing may be allocated.
 */
export class RowDraft {
  /** Holds the raw text. */
  bytes: Uint8Array = new Uint8Array(0);
  from = 0;
  to = 0;
  /** Line number, or record number of a binary file; from 1. */
  line = 0;
  /** Bytes from the start of the (unpacked) file. */
  offset = 0;
  /** UTC: whole seconds since 1970, negative before. */
  seconds = 0;
  /** Of the second: 0 to 999,999,999. */
  nanos = 0;
  /** Of `rowFlags`. */
  flags = 0;
  readonly starts = new Int32Array(textColumns.length);
  readonly ends = new Int32Array(textColumns.length);
  /** Which text columns are set, as bits; and of the numbers. */
  texts = 0;
  numbers = 0;
  readonly values = new Float64Array(numberColumns.length);
  readonly own: string[] = textColumns.map(() => '');

  /** Forgets the row before. Until `at` is called the row has no time. */
  begin(bytes: Uint8Array, from: number, to: number, line: number, offset: number): this {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.line = line;
    this.offset = offset;
    this.seconds = 0;
    this.nanos = 0;
    this.flags = rowFlags.undated;
    this.texts = 0;
    this.numbers = 0;
    return this;
  }

  /** @param seconds since 1970, UTC @param nanos of that second */
  at(seconds: number, nanos: number): void {
    this.seconds = seconds;
    this.nanos = nanos;
    this.flags &= ~rowFlags.undated;
  }

  flag(flag: number): void {
    this.flags |= flag;
  }

  /** A text that stands in `bytes`. @param column from `textAt` */
  slice(column: number, from: number, to: number): void {
    if (to <= from) return;
    this.starts[column] = from;
    this.ends[column] = to;
    this.texts |= 1 << column;
  }

  /** A text that does not stand in `bytes` as it is. @param column from `textAt` */
  text(column: number, text: string): void {
    if (text === '') return;
    this.starts[column] = OWN;
    this.own[column] = text;
    this.texts |= 1 << column;
  }

  /** @param column from `numberAt`; what is no finite number is left out */
  number(column: number, value: number): void {
    if (!Number.isFinite(value)) return;
    this.values[column] = value;
    this.numbers |= 1 << column;
  }

  hasText(column: number): boolean {
    return (this.texts & (1 << column)) !== 0;
  }

  hasNumber(column: number): boolean {
    return (this.numbers & (1 << column)) !== 0;
  }

  /** Whether the text was given by `text`; then it is `own[column]`, otherwise the bytes from `starts` to `ends`. */
  isOwn(column: number): boolean {
    return this.starts[column] === OWN;
  }

  /** For tests and for what is looked at one by one; null where the column is not set. */
  textOf(column: number): string | null {
    if (!this.hasText(column)) return null;
    if (this.isOwn(column)) return this.own[column] ?? '';
    const { buffer, byteOffset } = this.bytes;
    const [from, to] = [this.starts[column] ?? 0, this.ends[column] ?? 0];
    return new TextDecoder().decode(new Uint8Array(buffer, byteOffset + from, to - from));
  }
}
