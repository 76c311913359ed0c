import { Buffer } from 'node:buffer';
import { wholeNumber } from '../reading/digits.ts';
import { findByte } from '../reading/find.ts';
import type { LocalTime } from '../reading/local-time.ts';
import type { RowSink } from '../reading/reader.ts';
import { Stamp, placeStamp } from '../reading/stamp.ts';
import { type DateOrder, anyStamp } from './any-stamp.ts';
import type { Task } from './column-uses.ts';

const QUESTION = 63;
const BLANK = 32;
const DASH = 45;
/** Dates and clocks are shorter. */
const LONGEST = 48;

/** Puts the values of a table or of JSON where their tasks say, and makes the row's time of them. */
export class MappedRow {
  private readonly sink: RowSink;
  private readonly local: LocalTime | null;
  private readonly stamp = new Stamp();
  private hasStamp = false;
  private isBad = false;
  /** Date and clock of two columns, joined by a blank. */
  private readonly joined = Buffer.alloc(2 * LONGEST + 1, BLANK);
  private dateLength = 0;
  private clockLength = 0;
  private order: DateOrder = null;
  private readonly clock = Buffer.alloc(LONGEST);
  private elseText: Buffer | null = null;

  /** @param local for times without an offset; null where nobody said the zone */
  constructor(sink: RowSink, local: LocalTime | null) {
    this.sink = sink;
    this.local = local;
  }

  begin(bytes: Buffer, from: number, to: number, line: number, offset: number, flags: number): void {
    this.sink.row.begin(bytes, from, to, line, offset);
    this.sink.row.flag(flags);
    this.hasStamp = false;
    this.isBad = false;
    this.dateLength = 0;
    this.clockLength = 0;
    this.elseText = null;
  }

  /** A value that stands in the row's own bytes. */
  value(task: Task, bytes: Buffer, from: number, to: number): void {
    const { row } = this.sink;
    // `-` is how many logs write that there is none.
    if (to === from || (to - from === 1 && bytes[from] === DASH)) return;
    if (task.kind === 'text') row.slice(task.target, from, to);
    else if (task.kind === 'url') {
      if (row.hasText(task.target)) return;
      const query = findByte(bytes, QUESTION, from, to);
      row.slice(task.target, from, query === -1 ? to : query);
    } else this.other(task, bytes, from, to);
  }

  /** A value that had to be unescaped first. */
  text(task: Task, text: string): void {
    const { row } = this.sink;
    if (text === '' || text === '-') return;
    if (task.kind === 'text') row.text(task.target, text);
    else if (task.kind === 'url') {
      if (!row.hasText(task.target)) row.text(task.target, text.replace(/\?.*$/s, ''));
    } else {
      const bytes = Buffer.from(text);
      this.other(task, bytes, 0, bytes.length);
    }
  }

  private other(task: Task, bytes: Buffer, from: number, to: number): void {
    switch (task.kind) {
      case 'number': {
        const whole = wholeNumber(bytes, from, to);
        const isShort = to - from <= LONGEST;
        this.sink.row.number(
          task.target,
          Number.isNaN(whole) && isShort ? Number(bytes.toString('latin1', from, to)) : whole,
        );
        return;
      }
      case 'date':
        this.order = task.order;
        this.dateLength = bytes.copy(this.joined, 0, from, Math.min(to, from + LONGEST));
        return;
      case 'clock':
        this.clockLength = bytes.copy(this.clock, 0, from, Math.min(to, from + LONGEST));
        return;
      case 'time-else':
        this.elseText = Buffer.from(bytes.subarray(from, Math.min(to, from + LONGEST)));
        return;
      case 'time':
        this.read(bytes, from, to, task.order);
        return;
      default:
    }
  }

  private read(bytes: Buffer, from: number, to: number, order: DateOrder): void {
    this.hasStamp = true;
    if (!anyStamp(bytes, from, to, order, this.stamp)) this.stamp.seconds = Number.NaN;
    this.isBad = Number.isNaN(this.stamp.seconds);
  }

  /** All values were given: the row has its time, or a problem says why not. */
  finish(line: number, offset: number): void {
    const { elseText, sink } = this;
    if (!this.hasStamp && this.dateLength > 0) {
      this.joined[this.dateLength] = BLANK;
      this.clock.copy(this.joined, this.dateLength + 1, 0, this.clockLength);
      const end = this.dateLength + (this.clockLength === 0 ? 0 : this.clockLength + 1);
      this.read(this.joined, 0, end, this.order);
    }
    if (!this.hasStamp && elseText !== null) this.read(elseText, 0, elseText.length, null);
    if (this.isBad) sink.problem('bad-time', line, offset, '');
    else if (!this.hasStamp || !placeStamp(sink.row, this.stamp, this.local)) {
      sink.problem('no-time', line, offset, '');
    }
    sink.add();
  }
}
