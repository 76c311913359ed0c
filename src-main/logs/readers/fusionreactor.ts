import { Buffer } from 'node:buffer';
import { numberAt, textAt } from '../reading/columns.ts';
import { findByte } from '../reading/find.ts';
import { readLines } from '../reading/lines.ts';
import { type LocalTime, localTime } from '../reading/local-time.ts';
import type { Given, LogReader, NamedField, RowSink, Sample } from '../reading/reader.ts';
import { rowFlags } from '../reading/row.ts';
import { shareOf, wholeLines } from '../reading/share.ts';
import { Stamp, isoStamp, placeStamp } from '../reading/stamp.ts';
import {
  type FusionReactorKind,
  columnName,
  fewest,
  kindOfName,
  placeInRequest,
  placeOf,
} from './fusionreactor-columns.ts';
import { kindOfRow, requestAt } from './fusionreactor-kind.ts';
import { epochAt, isDataLine, isMessageLine } from './fusionreactor-line.ts';
import { splitQuotes } from './quoted-columns.ts';
import { Columns } from './w3c-columns.ts';

const DASH = 45;
const OPEN = 91;
const CLOSE = 93;
const BLANK = 32;
const QUESTION = 63;
const QUARTER = 900;
/** The formatted time and the epoch of a row are taken one after the other. */
const TOLERANCE = 5;
const FARTHEST = 15 * 3600;

const DATA = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \d{13} /;
const MESSAGE = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.,]\d{3} \[?[A-Z]+\]? /;

/**
 * FusionReactor: request, JDBC, resource, crash protection and notification logs, whose third column is the instant
 * itself; and logs of messages (`reactor.log`), whose times are local. No real log is public: the columns are those of
 * the documentation, and each row is checked against what every row must have.
 * Source: intergral/frdocs, "Log Files" (Apache-2.0).
 */
export const fusionReactor: LogReader = { id: 'fusionreactor', detect, open, fields };

function detect(sample: Sample): ReturnType<LogReader['detect']> {
  const lines = wholeLines(sample);
  const share = shareOf(lines, (line) => DATA.test(line));
  if (DATA.test(lines[0] ?? '') || share > 0.3) return { certainty: 0.96, asks: {} };
  if (!MESSAGE.test(lines[0] ?? '')) return null;
  const isNamed = /(?:^|[\\/])(?:reactor|osgi|fusionreactor|fr-)[\w.-]*\.log/i.test(sample.name);
  return { certainty: isNamed ? 0.8 : 0.45, asks: { zone: true } };
}

function open(given: Given, sink: RowSink): ReturnType<LogReader['open']> {
  const kind = kindOfName(given.name);
  sink.context(kind);
  return readLines(sink, new FusionReactorLines(given, kind, sink));
}

class FusionReactorLines {
  private readonly sink: RowSink;
  private readonly kind: FusionReactorKind;
  private readonly local: LocalTime | null;
  private readonly columns = new Columns();
  private readonly stamp = new Stamp();
  private readonly epoch = new Stamp();
  /** Whether rows have an epoch; the first row that can be read says it. */
  private isData: boolean | null = null;
  private isInRecord = false;

  constructor({ zone }: Given, kind: FusionReactorKind, sink: RowSink) {
    this.sink = sink;
    this.kind = kind;
    this.local = zone === null ? null : localTime(zone);
  }

  /** Statements and stack traces span lines. What stands before the first record is read line by line. */
  begins(bytes: Buffer, from: number, to: number): boolean {
    const isData = isDataLine(bytes, from, to);
    if (this.isData === null && (isData || isMessageLine(bytes, from, to))) this.isData = isData;
    const begins = this.isData === true ? isData : this.isData !== null && isMessageLine(bytes, from, to);
    this.isInRecord ||= begins;
    return begins || !this.isInRecord;
  }

  line(bytes: Buffer, from: number, to: number, line: number, offset: number, flags: number): void {
    if (from === to) return;
    const { sink, stamp } = this;
    const { row } = sink;
    row.begin(bytes, from, to, line, offset);
    row.flag(flags);
    if (!isoStamp(bytes, from, to, stamp)) {
      sink.problem('not-understood', line, offset, '');
      sink.add();
      return;
    }
    if (epochAt(bytes, stamp.end, to, this.epoch)) this.data(bytes, from, to, line, offset);
    else {
      this.message(bytes, stamp.end, to);
      if (!placeStamp(row, stamp, this.local)) {
        sink.problem(Number.isNaN(stamp.seconds) ? 'bad-time' : 'no-time', line, offset, '');
      }
    }
    sink.add();
  }

  /** `[level] message` */
  private message(bytes: Buffer, from: number, to: number): void {
    const isBracketed = bytes[from + 1] === OPEN;
    const start = isBracketed ? from + 2 : from + 1;
    const end = findByte(bytes, isBracketed ? CLOSE : BLANK, start, Math.min(to, start + 16));
    if (end !== -1) this.sink.row.slice(textAt.level, start, end);
  }

  private data(bytes: Buffer, from: number, to: number, line: number, offset: number): void {
    const { columns, epoch, sink, stamp } = this;
    const { row } = sink;
    if (!splitQuotes(bytes, from, to, false, columns)) {
      sink.problem('unbalanced-quotes', line, offset, '');
      row.flag(rowFlags.damaged);
    }
    if (!placeStamp(row, epoch, null)) sink.problem('bad-time', line, offset, '');
    // The clock of the server shows whole quarters of an hour more or less than UTC.
    const shift = stamp.seconds + stamp.nanos / 1e9 - epoch.seconds - epoch.nanos / 1e9;
    const rest = Math.abs(shift - Math.round(shift / QUARTER) * QUARTER);
    if (!(rest <= TOLERANCE && Math.abs(shift) <= FARTHEST)) {
      sink.problem('clock-contradiction', line, offset, String(Math.round(shift)));
    }
    const kind = kindOfRow(bytes, columns, this.kind);
    if (columns.count < fewest[kind]) {
      sink.problem('columns', line, offset, `${columns.count} of ${fewest[kind]}`);
      row.flag(rowFlags.damaged);
      return;
    }
    this.values(kind, bytes);
  }

  private values(kind: FusionReactorKind, bytes: Buffer): void {
    switch (kind) {
      case 'request':
        this.request(bytes, (name) => placeOf('request', name));
        return;
      case 'jdbc':
        this.text(bytes, placeOf(kind, 'clientip'), textAt.address);
        this.text(bytes, placeOf(kind, 'method'), textAt.method);
        this.url(bytes, placeOf(kind, 'url'));
        this.text(bytes, placeOf(kind, 'type'), textAt.action);
        this.number(bytes, placeOf(kind, 'totaltime'), numberAt.duration);
        this.number(bytes, placeOf(kind, 'rows'), numberAt.dbrows);
        this.text(bytes, placeOf(kind, 'datasource'), textAt.channel);
        return;
      case 'resource':
        this.number(bytes, placeOf(kind, 'memused'), numberAt.memory);
        return;
      case 'crashprotection': {
        const request = requestAt(bytes, this.columns);
        if (request !== -1) this.request(bytes, (name) => request + placeInRequest(name));
        this.text(bytes, placeOf(kind, 'action'), textAt.action);
        this.text(bytes, placeOf(kind, 'cptype'), textAt.rule);
        this.number(bytes, placeOf(kind, 'memused'), numberAt.memory);
        this.number(bytes, placeOf(kind, 'exetime'), numberAt.duration);
        return;
      }
      case 'notification':
        this.text(bytes, placeOf(kind, 'event'), textAt.action);
        this.text(bytes, placeOf(kind, 'level'), textAt.level);
        this.text(bytes, placeOf(kind, 'source'), textAt.provider);
        return;
      default:
    }
  }

  /** Sessions (JSESSIONID, CFID, CFTOKEN) are secrets and no columns: they stay in the raw text. */
  private request(bytes: Buffer, place: (name: string) => number): void {
    const status = place('reqstatus');
    this.text(bytes, status, textAt.action);
    this.text(bytes, place('cpreason'), textAt.rule);
    this.text(bytes, place('clientip'), textAt.address);
    this.text(bytes, place('method'), textAt.method);
    this.url(bytes, place('url'));
    this.number(bytes, place('memused'), numberAt.memory);
    this.text(bytes, place('useragent'), textAt.agent);
    // A request that only began has no outcome: what stands there is a default.
    if (this.isWord(bytes, status, 'started')) return;
    this.number(bytes, place('exetime'), numberAt.duration);
    this.number(bytes, place('statuscode'), numberAt.status);
    this.number(bytes, place('bytes'), numberAt.bytes);
    this.number(bytes, place('jdbcrows'), numberAt.dbrows);
  }

  private isWord(bytes: Buffer, i: number, word: string): boolean {
    const start = this.columns.starts[i] ?? 0;
    const end = this.columns.ends[i] ?? 0;
    return end - start === word.length && bytes.toString('latin1', start, end).toLowerCase() === word;
  }

  private text(bytes: Buffer, i: number, column: number): void {
    if (i >= this.columns.count) return;
    const [start, end] = [this.columns.starts[i] ?? 0, this.columns.ends[i] ?? 0];
    if (end - start !== 1 || bytes[start] !== DASH) this.sink.row.slice(column, start, end);
  }

  private url(bytes: Buffer, i: number): void {
    if (i >= this.columns.count) return;
    const [start, end] = [this.columns.starts[i] ?? 0, this.columns.ends[i] ?? 0];
    const query = findByte(bytes, QUESTION, start, end);
    this.sink.row.slice(textAt.path, start, query === -1 ? end : query);
  }

  private number(bytes: Buffer, i: number, column: number): void {
    const [start, end] = [this.columns.starts[i] ?? 0, this.columns.ends[i] ?? 0];
    if (i >= this.columns.count || start === end || end - start > 24) return;
    this.sink.row.number(column, Number(bytes.toString('latin1', start, end)));
  }
}

function fields(raw: string, context: string): NamedField[] {
  const bytes = Buffer.from(raw);
  const columns = new Columns();
  if (!isDataLine(bytes, 0, bytes.length)) {
    const [, time = '', level = '', message = ''] = /^(\S+ \S+) \[?(\w*)\]? ?(.*)$/s.exec(raw) ?? [];
    return time === ''
      ? []
      : [
          { name: 'time', value: time },
          { name: 'level', value: level },
          { name: 'message', value: message },
        ];
  }
  splitQuotes(bytes, 0, bytes.length, false, columns);
  const kind = kindOfRow(bytes, columns, kindOfName(context));
  const request = kind === 'crashprotection' ? requestAt(bytes, columns) : -1;
  return Array.from({ length: columns.count }, (_, i) => ({
    name: columnName(kind, i, request),
    value: bytes.toString('utf8', columns.starts[i], columns.ends[i]),
  }));
}
