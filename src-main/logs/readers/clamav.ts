import { Buffer } from 'node:buffer';
import { readLines } from '../reading/lines.ts';
import { type LocalTime, localTime } from '../reading/local-time.ts';
import type { Given, LogReader, NamedField, RowSink, Sample } from '../reading/reader.ts';
import { shareOf, wholeLines } from '../reading/share.ts';
import {
  CLAMD,
  CLAMD_LENGTH,
  SCAN_DATE,
  clamdSeconds,
  fillVerdict,
  scanSeconds,
  verdictOf,
} from './clamav-lines.ts';

/**
 * Logs of ClamAV: `clamscan --log`, clamd and freshclam. Times are local. Lines of clamscan have none: those of a scan
 * get the time at which it began, which stands behind them in its summary.
 */
export const clamav: LogReader = { id: 'clamav', detect, open, fields };

/** Bytes of lines that wait for the summary of their scan. What is more is given on without a time. */
const WAITING = 8 * 1024 * 1024;

function detect(sample: Sample): ReturnType<LogReader['detect']> {
  const lines = wholeLines(sample);
  const asks = { zone: true } as const;
  if (shareOf(lines, (line) => CLAMD.test(line)) > 0.5) return { certainty: 0.95, asks };
  const isScan = lines.some((line) => /^-+ SCAN SUMMARY -+$/.test(line));
  const share = shareOf(lines, (line) => verdictOf(line) !== null);
  if (!isScan && share < 0.5) return null;
  return { certainty: isScan ? 0.95 : 0.7 * share, asks };
}

function open(given: Given, sink: RowSink): ReturnType<LogReader['open']> {
  return readLines(sink, new ClamLines(given, sink));
}

interface Waiting {
  readonly bytes: Buffer;
  readonly line: number;
  readonly offset: number;
  readonly flags: number;
}

class ClamLines {
  private readonly sink: RowSink;
  private readonly local: LocalTime | null;
  private waiting: Waiting[] = [];
  private size = 0;
  private began = Number.NaN;

  constructor({ zone }: Given, sink: RowSink) {
    this.sink = sink;
    this.local = zone === null ? null : localTime(zone);
  }

  line(bytes: Buffer, from: number, to: number, line: number, offset: number, flags: number): void {
    if (from === to) return;
    const head = bytes.toString('latin1', from, Math.min(to, from + CLAMD_LENGTH + 16));
    if (CLAMD.test(head)) {
      this.release();
      this.row(bytes, from, to, line, offset, flags, from + CLAMD_LENGTH, clamdSeconds(bytes, from));
      return;
    }
    this.waiting.push({ bytes: Buffer.from(bytes.subarray(from, to)), line, offset, flags });
    this.size += to - from;
    const date = SCAN_DATE.exec(head);
    if (date?.[1] === 'Start') this.began = scanSeconds(date);
    // The last line of the summary; older versions have no dates at all.
    if (date?.[1] === 'End' || this.size > WAITING) this.release();
  }

  end(): void {
    this.release();
  }

  private release(): void {
    for (const { bytes, line, offset, flags } of this.waiting) {
      this.row(bytes, 0, bytes.length, line, offset, flags, 0, this.began);
    }
    this.waiting = [];
    this.size = 0;
    this.began = Number.NaN;
  }

  private row(
    bytes: Buffer,
    from: number,
    to: number,
    line: number,
    offset: number,
    flags: number,
    text: number,
    seconds: number,
  ): void {
    const { sink } = this;
    sink.row.begin(bytes, from, to, line, offset);
    sink.row.flag(flags);
    if (Number.isNaN(seconds)) sink.problem(text === 0 ? 'no-time' : 'bad-time', line, offset, '');
    else this.local?.place(sink.row, seconds, 0);
    fillVerdict(sink.row, bytes.toString('utf8', text, to));
    sink.add();
  }
}

function fields(raw: string): NamedField[] {
  const isStamped = CLAMD.test(raw);
  const text = isStamped ? raw.slice(CLAMD_LENGTH) : raw;
  const named = isStamped ? [{ name: 'time', value: raw.slice(0, CLAMD_LENGTH - 4) }] : [];
  const verdict = verdictOf(text);
  if (verdict === null) return [...named, { name: 'text', value: text }];
  return [
    ...named,
    ...Object.entries(verdict).flatMap(([name, value]) => (value === '' ? [] : [{ name, value }])),
  ];
}
