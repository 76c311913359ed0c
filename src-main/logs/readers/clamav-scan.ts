import { Buffer } from 'node:buffer';
import { ascii, startsWith } from '../reading/find.ts';
import type { LocalTime } from '../reading/local-time.ts';
import type { RowSink } from '../reading/reader.ts';
import { Stamp, isoStamp, placeStamp } from '../reading/stamp.ts';
import { longStamp, outcomeColumns } from './clamav-line.ts';

const DASH = 45;
/** Rows wait for the summary of their scan, which has the time, in so many bytes; then they go without. */
const MOST_WAITING = 16 * 1024 * 1024;
const SUMMARY = ascii('SCAN SUMMARY');
const UPDATE = ascii('ClamAV update process started at ');

interface Waiting {
  readonly bytes: Buffer;
  readonly line: number;
  readonly offset: number;
  readonly flags: number;
}

/** Lines without a time of their own: those of a scan, and those of an update. */
export class ScanRows {
  private readonly sink: RowSink;
  private readonly local: LocalTime | null;
  private readonly stamp = new Stamp();
  private waiting: Waiting[] = [];
  private waitingBytes = 0;
  private isInSummary = false;
  /** Of an update that began; a ruler ends it. */
  private hasBegun = false;

  constructor(sink: RowSink, local: LocalTime | null) {
    this.sink = sink;
    this.local = local;
  }

  /** The lines of a summary are one record. */
  begins(bytes: Buffer, from: number, to: number): boolean {
    const goesOn = this.isInSummary && to > from && bytes[from] !== DASH;
    this.isInSummary = goesOn || isSummary(bytes, from, to);
    return !goesOn;
  }

  line(bytes: Buffer, from: number, to: number, line: number, offset: number, flags: number): void {
    if (isRuler(bytes, from, to)) {
      this.release(false);
      this.hasBegun = false;
      return;
    }
    if (startsWith(bytes, UPDATE, from, to)) {
      this.hasBegun = longStamp(bytes, from + UPDATE.length, to, this.stamp);
    }
    this.waiting.push({ bytes: Buffer.from(bytes.subarray(from, to)), line, offset, flags });
    this.waitingBytes += to - from + 200;
    if (isSummary(bytes, from, to)) this.release(scanStart(bytes, from, to, this.stamp));
    else if (this.hasBegun) this.release(true);
    else if (this.waitingBytes > MOST_WAITING) this.release(false);
  }

  end(): void {
    this.release(false);
  }

  private release(isTimed: boolean): void {
    const { sink } = this;
    for (const { bytes, line, offset, flags } of this.waiting) {
      const { row } = sink;
      row.begin(bytes, 0, bytes.length, line, offset);
      row.flag(flags);
      outcomeColumns(bytes, 0, bytes.length, row);
      if (!isTimed || !placeStamp(row, this.stamp, this.local)) {
        sink.problem(isTimed && Number.isNaN(this.stamp.seconds) ? 'bad-time' : 'no-time', line, offset, '');
      }
      sink.add();
    }
    this.waiting = [];
    this.waitingBytes = 0;
  }
}

/** `----------- SCAN SUMMARY -----------` */
function isSummary(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && bytes[at] === DASH) at++;
  return at > from && startsWith(bytes, SUMMARY, at + 1, to);
}

/** A line of dashes alone. */
function isRuler(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== DASH) return false;
  return true;
}

/** `Start Date: 2026:11:24 23:59:55` in a summary. */
function scanStart(bytes: Buffer, from: number, to: number, stamp: Stamp): boolean {
  const text = bytes.toString('latin1', from, Math.min(to, from + 4096));
  const found = /^Start Date:\s+(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/m.exec(text);
  if (found === null) return false;
  const iso = ascii(`${found[1]}-${found[2]}-${found[3]} ${found[4]}`);
  return isoStamp(iso, 0, iso.length, stamp);
}
