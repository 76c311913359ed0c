import { Buffer } from 'node:buffer';
import { clockSeconds, daySeconds } from '../reading/civil.ts';
import { numberAt, textAt } from '../reading/columns.ts';
import { digits, wholeNumber } from '../reading/digits.ts';
import { findByte } from '../reading/find.ts';
import { readLines } from '../reading/lines.ts';
import { type LocalTime, localTime } from '../reading/local-time.ts';
import type { Given, LogReader, NamedField, RowSink, Sample } from '../reading/reader.ts';
import { rowFlags } from '../reading/row.ts';
import { shareOf, wholeLines } from '../reading/share.ts';
import { Columns } from './w3c-columns.ts';

const COMMA = 44;
const BLANK = 32;
const DASH = 45;
const SLASH = 47;
const COLON = 58;
const QUESTION = 63;

/** In their order; a blank may stand behind each comma. */
const NAMES = [
  'client',
  'user',
  'date',
  'time',
  'service',
  'computer',
  'server address',
  'time taken',
  'bytes received',
  'bytes sent',
  'status',
  'windows status',
  'method',
  'target',
  'parameters',
] as const;
const TARGET = 13;
const ROW = /^[^,]+, ?[^,]*, ?\d{1,2}\/\d{1,2}\/(?:\d{4}|\d\d), ?\d{1,2}:\d\d:\d\d, ?\w+SVC\d*,/i;

/**
 * The old "IIS log format": commas, no heading, times of the server's zone, month before day.
 * Source: Microsoft Learn, "IIS Log File Format (IIS 6.0)".
 */
export const iisNative: LogReader = { id: 'iis-native', detect, open, fields };

function detect(sample: Sample): ReturnType<LogReader['detect']> {
  const share = shareOf(wholeLines(sample), (line) => ROW.test(line));
  return share < 0.5 ? null : { certainty: 0.96 * share, asks: { zone: true } };
}

function open(given: Given, sink: RowSink): ReturnType<LogReader['open']> {
  return readLines(sink, new NativeLines(given, sink));
}

class NativeLines {
  private readonly sink: RowSink;
  private readonly local: LocalTime | null;
  private readonly columns = new Columns();

  constructor({ zone }: Given, sink: RowSink) {
    this.sink = sink;
    this.local = zone === null ? null : localTime(zone);
  }

  line(bytes: Buffer, from: number, to: number, line: number, offset: number, flags: number): void {
    if (from === to) return;
    const { columns, sink } = this;
    const { row } = sink;
    row.begin(bytes, from, to, line, offset);
    row.flag(flags);
    split(bytes, from, to, columns);
    if (columns.count < NAMES.length) {
      sink.problem('columns', line, offset, `${columns.count} of ${NAMES.length}`);
      row.flag(rowFlags.damaged);
    }
    this.values(bytes);
    const { starts, ends } = columns;
    const seconds =
      columns.count < 4
        ? Number.NaN
        : day(bytes, starts[2] ?? 0, ends[2] ?? 0) + clock(bytes, starts[3] ?? 0, ends[3] ?? 0);
    if (Number.isNaN(seconds)) sink.problem('bad-time', line, offset, '');
    else if (this.local === null) sink.problem('no-time', line, offset, '');
    else this.local.place(row, seconds, 0);
    sink.add();
  }

  private values(bytes: Buffer): void {
    const { columns, sink } = this;
    if (columns.count < NAMES.length) return;
    this.text(bytes, 0, textAt.address);
    this.text(bytes, 1, textAt.user);
    this.text(bytes, 5, textAt.computer);
    this.text(bytes, 6, textAt.destination);
    this.number(bytes, 7, numberAt.duration);
    this.number(bytes, 8, numberAt.received);
    this.number(bytes, 9, numberAt.bytes);
    this.number(bytes, 10, numberAt.status);
    this.text(bytes, 12, textAt.method);
    const [start, end] = [columns.starts[TARGET] ?? 0, columns.ends[TARGET] ?? 0];
    const query = findByte(bytes, QUESTION, start, end);
    sink.row.slice(textAt.path, start, query === -1 ? end : query);
  }

  private text(bytes: Buffer, i: number, column: number): void {
    const [start, end] = [this.columns.starts[i] ?? 0, this.columns.ends[i] ?? 0];
    if (end - start !== 1 || bytes[start] !== DASH) this.sink.row.slice(column, start, end);
  }

  private number(bytes: Buffer, i: number, column: number): void {
    const { starts, ends } = this.columns;
    this.sink.row.number(column, wholeNumber(bytes, starts[i] ?? 0, ends[i] ?? 0));
  }
}

/** A comma behind the last value is none of its own; commas in the target belong to it. */
function split(bytes: Uint8Array, from: number, end: number, columns: Columns): void {
  let to = end;
  while (to > from && (bytes[to - 1] === BLANK || bytes[to - 1] === COMMA)) to--;
  const { starts, ends } = columns;
  let [count, at] = [0, from];
  while (at <= to && count < TARGET) {
    const comma = findByte(bytes, COMMA, at, to);
    starts[count] = at;
    ends[count++] = comma === -1 ? to : comma;
    if (comma === -1) {
      columns.count = count;
      return;
    }
    at = comma + 1;
    if (bytes[at] === BLANK) at++;
  }
  let last = to;
  while (last > at && bytes[last - 1] !== COMMA) last--;
  starts[count] = at;
  ends[count++] = last > at ? last - 1 : to;
  if (last > at) {
    starts[count] = bytes[last] === BLANK ? last + 1 : last;
    ends[count++] = to;
  }
  columns.count = count;
}

/** `11/20/2023` or `03/20/01`. */
function day(bytes: Uint8Array, from: number, to: number): number {
  const first = findByte(bytes, SLASH, from, to);
  const second = first === -1 ? -1 : findByte(bytes, SLASH, first + 1, to);
  if (second === -1) return Number.NaN;
  const year = wholeNumber(bytes, second + 1, to);
  const full = to - second === 3 ? year + (year < 70 ? 2000 : 1900) : year;
  return daySeconds(full, wholeNumber(bytes, from, first), wholeNumber(bytes, first + 1, second));
}

/** `7:55:20` */
function clock(bytes: Uint8Array, from: number, to: number): number {
  const colon = findByte(bytes, COLON, from, to);
  if (colon === -1 || bytes[colon + 3] !== COLON || to - colon !== 6) return Number.NaN;
  return clockSeconds(
    wholeNumber(bytes, from, colon),
    digits(bytes, colon + 1, 2),
    digits(bytes, colon + 4, 2),
  );
}

function fields(raw: string): NamedField[] {
  const bytes = Buffer.from(raw);
  const columns = new Columns();
  split(bytes, 0, bytes.length, columns);
  return Array.from({ length: columns.count }, (_, i) => ({
    name: NAMES[i] ?? `#${i + 1}`,
    value: bytes.toString('utf8', columns.starts[i] ?? 0, columns.ends[i] ?? 0),
  }));
}
