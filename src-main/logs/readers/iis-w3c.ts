import { Buffer } from 'node:buffer';
import { clockSeconds, daySeconds } from '../reading/civil.ts';
import { textAt } from '../reading/columns.ts';
import { digits, fraction, wholeNumber } from '../reading/digits.ts';
import { findByte } from '../reading/find.ts';
import { readLines } from '../reading/lines.ts';
import { type LocalTime, localTime } from '../reading/local-time.ts';
import type { Given, LogReader, NamedField, RowSink, Sample } from '../reading/reader.ts';
import { rowFlags } from '../reading/row.ts';
import { Columns, splitRow } from './w3c-columns.ts';
import { type Heading, readHeading, use } from './w3c-heading.ts';

const HASH = 35;
const DASH = 45;
const COLON = 58;
const DOT = 46;
const COMMA = 44;
const QUESTION = 63;
const HALF_DAY = 43_200;
const DAY = 86_400;

/**
 * W3C extended log file format, as IIS, HTTP.sys (`HTTPERR`), its FTP service and Exchange write it.
 * Sources: W3C WD-logfile-960323; Microsoft Learn, "W3C Logging" of the HTTP Server API (times are UTC, also in files
 * that roll over at local midnight) and "Error logging in HTTP Server API".
 */
export const iisW3c: LogReader = { id: 'iis-w3c', detect, open, fields };

function detect({ lines }: Sample): ReturnType<LogReader['detect']> {
  const heading = lines.find((line) => /^#Fields:\s*\S/i.test(line));
  if (heading === undefined) return null;
  const { isLocal, names } = readHeading(heading);
  const isWeb = names.some((name) => /^(?:c|s|cs|sc)[-(]/i.test(name));
  return { certainty: isWeb ? 0.97 : 0.6, asks: isLocal ? { zone: true } : {} };
}

function open(given: Given, sink: RowSink): ReturnType<LogReader['open']> {
  const handler = new W3cLines(given, sink);
  return readLines(sink, handler);
}

class W3cLines {
  private readonly sink: RowSink;
  private readonly columns = new Columns();
  private readonly local: LocalTime | null;
  private heading: Heading | null = null;
  /** Seconds of the day's start, from `#Date`, for rows without a date. */
  private day = Number.NaN;
  private before = 0;
  /** Text of the date that was read last: most rows repeat it. */
  private readonly dateText = new Uint8Array(10);
  private dateSeconds = Number.NaN;
  private hasToldHeading = false;

  constructor({ zone }: Given, sink: RowSink) {
    this.sink = sink;
    this.local = zone === null ? null : localTime(zone);
  }

  line(bytes: Buffer, from: number, to: number, line: number, offset: number, flags: number): void {
    if (from === to) return;
    if (bytes[from] === HASH) {
      this.directive(bytes.toString('latin1', from, Math.min(to, from + 64 * 1024)));
      return;
    }
    const { row } = this.sink;
    row.begin(bytes, from, to, line, offset);
    row.flag(flags);
    const { heading } = this;
    if (heading === null) {
      if (!this.hasToldHeading) this.sink.problem('no-heading', line, offset, '');
      this.hasToldHeading = true;
    } else this.values(heading, bytes, from, to, line, offset);
    this.sink.add();
  }

  private values(
    heading: Heading,
    bytes: Buffer,
    from: number,
    to: number,
    line: number,
    offset: number,
  ): void {
    const { columns, sink } = this;
    const { row } = sink;
    const how = splitRow(bytes, from, to, heading.names.length, columns);
    if (how !== 'plain') {
      sink.problem('columns', line, offset, `${columns.count} of ${heading.names.length}`);
      row.flag(rowFlags.damaged);
      // Which value is which is not known; the first ones, with the time, are where they always are.
      if (how === null && columns.count < 2) return;
    }
    const { uses, targets } = heading;
    const { starts, ends } = columns;
    const last = how === null ? Math.min(columns.count, 2) : columns.count;
    let [day, clock, nanos] = [heading.hasDate ? Number.NaN : this.day, Number.NaN, 0];
    for (let i = 0; i < last; i++) {
      const task = uses[i];
      const start = starts[i] ?? 0;
      const end = ends[i] ?? 0;
      if (task === use.nothing || (end - start === 1 && bytes[start] === DASH)) continue;
      const target = targets[i] ?? 0;
      if (task === use.text) row.slice(target, start, end);
      else if (task === use.number) row.number(target, wholeNumber(bytes, start, end));
      else if (task === use.date) day = this.dateAt(bytes, start, end);
      else if (task === use.clock) {
        clock = clockAt(bytes, start, end);
        if (end - start > 9 && (bytes[start + 8] === DOT || bytes[start + 8] === COMMA)) {
          nanos = fraction(bytes, start + 9, end).nanos;
        }
      } else if (task === use.url) this.url(bytes, start, end);
      else this.client(bytes, start, end);
    }
    if (!heading.hasDate) day = this.dayOf(clock);
    const seconds = day + clock;
    if (Number.isNaN(seconds)) sink.problem('bad-time', line, offset, '');
    else if (heading.isLocal) this.local?.place(row, seconds, nanos);
    else row.at(seconds, nanos);
  }

  /** The day moves on where the clock jumps back; rows stand in the order in which answers ended, so a little is normal. */
  private dayOf(clock: number): number {
    if (Number.isNaN(clock)) return this.day;
    if (clock < this.before - HALF_DAY) this.day += DAY;
    this.before = clock;
    return this.day;
  }

  private dateAt(bytes: Buffer, start: number, end: number): number {
    if (end - start !== 10) return Number.NaN;
    const { dateText } = this;
    let same = true;
    for (let i = 0; i < 10; i++) {
      if (dateText[i] !== bytes[start + i]) {
        same = false;
        break;
      }
    }
    if (same) return this.dateSeconds;
    dateText.set(bytes.subarray(start, end));
    this.dateSeconds =
      bytes[start + 4] === DASH && bytes[start + 7] === DASH
        ? daySeconds(digits(bytes, start, 4), digits(bytes, start + 5, 2), digits(bytes, start + 8, 2))
        : Number.NaN;
    return this.dateSeconds;
  }

  private url(bytes: Buffer, start: number, end: number): void {
    const query = findByte(bytes, QUESTION, start, end);
    this.sink.row.slice(textAt.path, start, query === -1 ? end : query);
  }

  /** The first address of a list is the client that the first proxy saw; IIS writes the blanks between them as `+`. */
  private client(bytes: Buffer, start: number, end: number): void {
    let to = start;
    while (to < end && bytes[to] !== COMMA && bytes[to] !== 43) to++;
    this.sink.row.slice(textAt.address, start, to);
  }

  private directive(text: string): void {
    if (/^#Fields:/i.test(text)) {
      const heading = readHeading(text);
      if (heading.names.length === 0) return;
      this.heading = heading;
      this.sink.context(heading.names.join(' '));
      return;
    }
    const date = /^#Date:\s*"?(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d):(\d\d))?/i.exec(text);
    if (date === null) return;
    const [, year, month, day, hour, minute, second] = date.map(Number);
    this.day = daySeconds(year ?? 0, month ?? 0, day ?? 0);
    this.before = clockSeconds(hour ?? 0, minute ?? 0, second ?? 0) || 0;
  }
}

function clockAt(bytes: Buffer, start: number, end: number): number {
  if (end - start < 8 || bytes[start + 2] !== COLON || bytes[start + 5] !== COLON) return Number.NaN;
  return clockSeconds(digits(bytes, start, 2), digits(bytes, start + 3, 2), digits(bytes, start + 6, 2));
}

function fields(raw: string, context: string): NamedField[] {
  const names = context === '' ? [] : context.split(' ');
  const bytes = Buffer.from(raw);
  const columns = new Columns();
  splitRow(bytes, 0, bytes.length, names.length, columns);
  return Array.from({ length: columns.count }, (_, i) => ({
    name: names[i] ?? `#${i + 1}`,
    value: bytes.toString('utf8', columns.starts[i] ?? 0, columns.ends[i] ?? 0),
  }));
}
