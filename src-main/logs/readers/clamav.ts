import { Buffer } from 'node:buffer';
import { readLines } from '../reading/lines.ts';
import { type LocalTime, localTime } from '../reading/local-time.ts';
import type { Given, LogReader, NamedField, RowSink, Sample } from '../reading/reader.ts';
import { RowDraft } from '../reading/row.ts';
import { shareOf, wholeLines } from '../reading/share.ts';
import { Stamp, placeStamp } from '../reading/stamp.ts';
import { textAt } from '../reading/columns.ts';
import { behindArrow, longStamp, outcomeColumns } from './clamav-line.ts';
import { ScanRows } from './clamav-scan.ts';

const DAEMON = /^\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4} -> /;
const OUTCOME = /: (?:.+ FOUND|OK|.+ ERROR|Empty file)$/;
const SUMMARY = /^-+ SCAN SUMMARY -+$/;

/**
 * ClamAV: `clamd` and `freshclam` with a time on each line, and `clamscan`, whose rows have none: they get the start of
 * their scan, from the summary behind them. All times are local.
 */
export const clamAv: LogReader = { id: 'clamav', detect, open, fields };

function detect(sample: Sample): ReturnType<LogReader['detect']> {
  const lines = wholeLines(sample);
  const daemon = shareOf(lines, (line) => DAEMON.test(line));
  const isScan =
    lines.some((line) => SUMMARY.test(line)) ||
    lines.some((line) => line.startsWith('ClamAV update process started at '));
  const outcomes = shareOf(lines, (line) => OUTCOME.test(line));
  const certainty = Math.max(0.95 * daemon, isScan ? 0.93 : 0, 0.6 * outcomes);
  return certainty < 0.3 ? null : { certainty, asks: { zone: true } };
}

function open(given: Given, sink: RowSink): ReturnType<LogReader['open']> {
  return readLines(sink, new ClamAvLines(given, sink));
}

class ClamAvLines {
  private readonly sink: RowSink;
  private readonly local: LocalTime | null;
  private readonly stamp = new Stamp();
  private readonly scan: ScanRows;

  constructor({ zone }: Given, sink: RowSink) {
    this.sink = sink;
    this.local = zone === null ? null : localTime(zone);
    this.scan = new ScanRows(sink, this.local);
  }

  begins(bytes: Buffer, from: number, to: number): boolean {
    return this.scan.begins(bytes, from, to);
  }

  line(bytes: Buffer, from: number, to: number, line: number, offset: number, flags: number): void {
    if (from === to) return;
    const { sink, stamp } = this;
    const message = longStamp(bytes, from, to, stamp) ? behindArrow(bytes, stamp.end, to) : -1;
    if (message === -1) {
      this.scan.line(bytes, from, to, line, offset, flags);
      return;
    }
    const { row } = sink;
    row.begin(bytes, from, to, line, offset);
    row.flag(flags);
    outcomeColumns(bytes, message, to, row);
    if (!placeStamp(row, stamp, this.local)) {
      sink.problem(Number.isNaN(stamp.seconds) ? 'bad-time' : 'no-time', line, offset, '');
    }
    sink.add();
  }

  end(): void {
    this.scan.end();
  }
}

function fields(raw: string): NamedField[] {
  if (/^-+ SCAN SUMMARY/.test(raw)) {
    return [...raw.matchAll(/^([A-Z][\w ]*):\s+(.*)$/gm)].map(([, name = '', value = '']) => ({
      name,
      value,
    }));
  }
  const bytes = Buffer.from(raw);
  const stamp = new Stamp();
  const message = longStamp(bytes, 0, bytes.length, stamp) ? behindArrow(bytes, stamp.end, bytes.length) : -1;
  const row = new RowDraft().begin(bytes, 0, bytes.length, 1, 0);
  outcomeColumns(bytes, Math.max(0, message), bytes.length, row);
  const found: NamedField[] = [
    { name: 'time', value: message === -1 ? '' : raw.slice(0, 24) },
    { name: 'file', value: row.textOf(textAt.path) ?? '' },
    { name: 'signature', value: row.textOf(textAt.rule) ?? '' },
    { name: 'outcome', value: row.textOf(textAt.action) ?? '' },
    { name: 'message', value: bytes.toString('utf8', Math.max(0, message)) },
  ];
  return found.filter(({ value }) => value !== '');
}
