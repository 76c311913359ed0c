import { Buffer } from 'node:buffer';
import { type TextColumn, textAt, numberAt } from '../reading/columns.ts';
import { wholeNumber } from '../reading/digits.ts';
import { readLines } from '../reading/lines.ts';
import { type LocalTime, localTime } from '../reading/local-time.ts';
import type { Given, LogReader, NamedField, RowSink, Sample } from '../reading/reader.ts';
import { rowFlags } from '../reading/row.ts';
import { shareOf, wholeLines } from '../reading/share.ts';
import { Stamp, isoStamp, placeStamp } from '../reading/stamp.ts';
import { Columns, splitPlain } from './w3c-columns.ts';

const HASH = 35;
const DASH = 45;

/** What the heading of every version begins with; newer ones add `pid`. */
const USUAL =
  'date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path pid';
const ROW = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (?:DROP|ALLOW|OPEN|CLOSE|OPEN-INBOUND|INFO-EVENTS-LOST) /;

const texts: Readonly<Record<string, TextColumn>> = {
  action: 'action',
  protocol: 'protocol',
  'src-ip': 'address',
  'dst-ip': 'destination',
  // SEND, RECEIVE, FORWARD: no path of a file.
  path: 'channel',
  pid: 'process',
};

/**
 * `pfirewall.log` of the Windows Firewall.
 * Source: Microsoft Learn, "Configure Windows Firewall logging"; times are local unless the file says otherwise.
 */
export const pfirewall: LogReader = { id: 'pfirewall', detect, open, fields };

function detect(sample: Sample): ReturnType<LogReader['detect']> {
  const lines = wholeLines(sample);
  const isHeaded = lines.some((line) => /^#Fields: date time action protocol src-ip /i.test(line));
  const share = shareOf(
    lines.filter((line) => !line.startsWith('#')),
    (line) => ROW.test(line),
  );
  if (!isHeaded && share < 0.5) return null;
  const isUtc = lines.some((line) => /^#Time Format:\s*UTC/i.test(line));
  return { certainty: isHeaded ? 0.98 : 0.9 * share, asks: isUtc ? {} : { zone: true } };
}

function open(given: Given, sink: RowSink): ReturnType<LogReader['open']> {
  return readLines(sink, new FirewallLines(given, sink));
}

class FirewallLines {
  private readonly sink: RowSink;
  private readonly given: LocalTime | null;
  private readonly utc = localTime('UTC');
  private readonly columns = new Columns();
  private readonly stamp = new Stamp();
  private names: readonly string[] = USUAL.split(' ');
  /** The older kinds of the file have no `pid`; without a heading both are right. */
  private isHeaded = false;
  private isUtc = false;

  constructor({ zone }: Given, sink: RowSink) {
    this.sink = sink;
    this.given = zone === null ? null : localTime(zone);
  }

  line(bytes: Buffer, from: number, to: number, line: number, offset: number, flags: number): void {
    if (from === to) return;
    if (bytes[from] === HASH) {
      this.directive(bytes.toString('latin1', from, Math.min(to, from + 4096)));
      return;
    }
    const { columns, names, sink, stamp } = this;
    const { row } = sink;
    row.begin(bytes, from, to, line, offset);
    row.flag(flags);
    splitPlain(bytes, from, to, columns);
    const { count } = columns;
    if (count !== names.length && (this.isHeaded || count !== names.length - 1)) {
      sink.problem('columns', line, offset, `${count} of ${names.length}`);
      row.flag(rowFlags.damaged);
    }
    if (!isoStamp(bytes, from, to, stamp)) stamp.seconds = Number.NaN;
    if (!placeStamp(row, stamp, this.isUtc ? this.utc : this.given)) {
      sink.problem(Number.isNaN(stamp.seconds) ? 'bad-time' : 'no-time', line, offset, '');
    }
    this.values(bytes, line, offset);
    sink.add();
  }

  private values(bytes: Buffer, line: number, offset: number): void {
    const { columns, names, sink } = this;
    const { row } = sink;
    const { starts, ends } = columns;
    const last = Math.min(columns.count, names.length);
    for (let i = 2; i < last; i++) {
      const name = names[i] ?? '';
      const [start, end] = [starts[i] ?? 0, ends[i] ?? 0];
      if (end - start === 1 && bytes[start] === DASH) continue;
      const column = texts[name];
      if (column !== undefined) row.slice(textAt[column], start, end);
      else if (name === 'dst-port') row.number(numberAt.port, wholeNumber(bytes, start, end));
      else if (name === 'size') row.number(numberAt.received, wholeNumber(bytes, start, end));
      else if (name === 'info' && row.textOf(textAt.action) === 'INFO-EVENTS-LOST') {
        sink.problem('events-lost', line, offset, bytes.toString('latin1', start, Math.min(end, start + 20)));
      }
    }
  }

  private directive(text: string): void {
    const format = /^#Time Format:\s*(\w+)/i.exec(text)?.[1];
    if (format !== undefined) this.isUtc = format.toUpperCase() === 'UTC';
    if (!/^#Fields:/i.test(text)) return;
    const names = text.slice(8).trim().toLowerCase().split(/\s+/);
    if (names.length < 3) return;
    this.names = names;
    this.isHeaded = true;
    this.sink.context(names.join(' '));
  }
}

function fields(raw: string, context: string): NamedField[] {
  const names = (context === '' ? USUAL : context).split(' ');
  const bytes = Buffer.from(raw);
  const columns = new Columns();
  splitPlain(bytes, 0, bytes.length, columns);
  return Array.from({ length: columns.count }, (_, i) => ({
    name: names[i] ?? `#${i + 1}`,
    value: bytes.toString('utf8', columns.starts[i] ?? 0, columns.ends[i] ?? 0),
  }));
}
