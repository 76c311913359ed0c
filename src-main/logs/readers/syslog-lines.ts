import type { Buffer } from 'node:buffer';
import { textAt } from '../reading/columns.ts';
import { wholeNumber } from '../reading/digits.ts';
import { findByte } from '../reading/find.ts';
import { type LocalTime, localTime } from '../reading/local-time.ts';
import type { Given, RowSink } from '../reading/reader.ts';
import { Stamp, isoStamp, placeStamp } from '../reading/stamp.ts';
import { logonColumns } from './logon-message.ts';
import { RulePrefix, packetAt, packetColumns } from './netfilter-packet.ts';
import { SyslogHead, oldStamp, priorityAt, syslogHead } from './syslog-head.ts';
import { YearClock } from './year-clock.ts';

const BLANK = 32;
const TAB = 9;
const DASH = 45;
const LESS = 60;

const severities = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'] as const;

/**
 * Lines of syslog in all its forms. A line that begins with a blank goes on with the one before. Where a capture has
 * priorities, several messages may stand in one line, counted (RFC 6587) or not.
 */
export class SyslogLines {
  private readonly sink: RowSink;
  private readonly local: LocalTime | null;
  private readonly years: YearClock;
  private readonly head = new SyslogHead();
  private readonly prefix = new RulePrefix();
  private readonly stamp = new Stamp();
  private hasPriorities: boolean | null = null;
  /** For looking ahead without counting years. */
  private readonly looked = { head: new SyslogHead(), stamp: new Stamp(), years: new YearClock(2000, null) };

  constructor({ zone, year, modified }: Given, sink: RowSink) {
    this.sink = sink;
    this.local = zone === null ? null : localTime(zone);
    this.years = new YearClock(year, modified);
  }

  begins(bytes: Buffer, from: number, to: number): boolean {
    return from === to || (bytes[from] !== BLANK && bytes[from] !== TAB);
  }

  line(bytes: Buffer, from: number, to: number, line: number, offset: number, flags: number): void {
    let at = from;
    while (at < to) {
      const counted = countAt(bytes, at, to);
      const start = counted === null ? at : counted.from;
      const end = counted !== null && counted.to < to ? counted.to : this.nextMessage(bytes, start, to);
      this.message(bytes, start, end, line, offset + start - from, flags);
      at = end;
    }
  }

  /** Where the next message begins in the same line. Where the first line has no priority, none is looked for. */
  private nextMessage(bytes: Buffer, from: number, to: number): number {
    this.hasPriorities ??= bytes[from] === LESS;
    if (!this.hasPriorities) return to;
    const { head, stamp, years } = this.looked;
    for (let at = from + 1; ; at++) {
      at = findByte(bytes, LESS, at, to);
      if (at === -1) return to;
      const behind = priorityAt(bytes, at, to, head);
      if (behind === at) continue;
      const start = bytes[behind] === 49 && bytes[behind + 1] === BLANK ? behind + 2 : behind;
      if (isoStamp(bytes, start, to, stamp) || oldStamp(bytes, start, to, stamp, years)) return at;
    }
  }

  private message(
    bytes: Buffer,
    from: number,
    to: number,
    line: number,
    offset: number,
    flags: number,
  ): void {
    const { head, sink, stamp } = this;
    const { row } = sink;
    row.begin(bytes, from, to, line, offset);
    row.flag(flags);
    if (!syslogHead(bytes, from, to, head, stamp, this.years)) {
      sink.problem('not-understood', line, offset, '');
      sink.add();
      return;
    }
    this.columns(bytes, to);
    if (!placeStamp(row, stamp, this.local)) {
      const isUnsaid = !Number.isNaN(stamp.seconds) || bytes[head.timeFrom] === DASH;
      sink.problem(isUnsaid ? 'no-time' : 'bad-time', line, offset, '');
    }
    sink.add();
  }

  private columns(bytes: Buffer, to: number): void {
    const { head } = this;
    const { row } = this.sink;
    if (head.priority !== -1) row.text(textAt.level, severities[head.priority & 7] ?? '');
    else row.slice(textAt.level, head.levelFrom, head.levelTo);
    if (!isNil(bytes, head.hostFrom, head.hostTo)) row.slice(textAt.computer, head.hostFrom, head.hostTo);
    if (!isNil(bytes, head.tagFrom, head.tagTo)) row.slice(textAt.provider, head.tagFrom, head.tagTo);
    logonColumns(bytes, head.tagFrom, head.messageFrom, to, row);
    // A prefix such as `DENY: ` looks like the name of a program.
    const isRule = head.hostFrom === head.hostTo && head.pidFrom === head.pidTo;
    const packet = packetAt(bytes, head.messageFrom, to);
    if (packet !== -1) {
      this.prefix.columns(bytes, isRule ? head.tagFrom : head.messageFrom, packet, row);
      packetColumns(bytes, packet, to, row);
    }
  }
}

const isNil = (bytes: Uint8Array, from: number, to: number): boolean =>
  to - from === 1 && bytes[from] === DASH;

/** `123 <13>…`: a message that says its length in bytes. */
function countAt(bytes: Uint8Array, from: number, to: number): { from: number; to: number } | null {
  const first = bytes[from] ?? 0;
  if (first < 49 || first > 57) return null;
  const blank = findByte(bytes, BLANK, from, Math.min(to, from + 8));
  if (blank === -1 || bytes[blank + 1] !== LESS) return null;
  const count = wholeNumber(bytes, from, blank);
  return count > 0 ? { from: blank + 1, to: blank + 1 + count } : null;
}
