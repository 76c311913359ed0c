import { Buffer } from 'node:buffer';
import { dataOfXml, systemOfXml } from '../evtx/event-xml.ts';
import { type EvtxProblem, EvtxReader, isEvtx } from '../evtx/read-evtx.ts';
import type { EvtxRecord } from '../evtx/record.ts';
import type { LogProblemKind } from '../reading/problem.ts';
import type { LogReader, NamedField, RowSink, Sample } from '../reading/reader.ts';
import { rowFlags } from '../reading/row.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { EventColumns } from './event-columns.ts';

/** Windows event log, binary (`.evtx`). Times are UTC. The raw text of a row is its event as XML on one line. */
export const evtx: LogReader = { id: 'evtx', detect, open, fields };

function detect({ bytes }: Sample): ReturnType<LogReader['detect']> {
  return isEvtx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    ? { certainty: 0.99, asks: {} }
    : null;
}

function open(_: unknown, sink: RowSink): ReturnType<LogReader['open']> {
  const rows = new EvtxRows(sink);
  const reader = new EvtxReader((problem) => rows.problem(problem));
  return {
    feed(piece) {
      for (const record of reader.feed(piece)) rows.add(record);
    },
    end() {
      for (const record of reader.end()) rows.add(record);
    },
  };
}

/** What is wrong with the file, in the words of all logs. */
const PROBLEMS: Readonly<Record<EvtxProblem['kind'], LogProblemKind>> = {
  'no-file-header': 'broken-record',
  'file-header-checksum': 'checksum',
  'chunk-count': 'truncated',
  'chunk-header-checksum': 'checksum',
  'chunk-data-checksum': 'checksum',
  'free-space-offset': 'broken-record',
  'broken-chain': 'broken-record',
  'no-chunk': 'broken-record',
  'short-chunk': 'truncated',
};

class EvtxRows {
  readonly #sink: RowSink;
  readonly #columns = new EventColumns();
  #text = Buffer.allocUnsafeSlow(64 * 1024);
  #count = 0;

  constructor(sink: RowSink) {
    this.#sink = sink;
  }

  problem({ kind, at }: EvtxProblem): void {
    this.#sink.problem(PROBLEMS[kind], 0, at, kind);
  }

  add(record: EvtxRecord): void {
    this.#count += 1;
    const { row } = this.#sink;
    const { xml, damage, offset } = record;
    const line = record.number ?? this.#count;
    const length = this.#write(xml);
    row.begin(this.#text, 0, length, line, offset);
    const time = record.created ?? record.written;
    if (time !== null) row.at(time.seconds, time.nanoseconds);
    if (record.found !== 'announced') row.flag(rowFlags.recovered);
    if (damage !== null || record.checksum === 'wrong') row.flag(rowFlags.damaged);
    this.#columns.fill(row, (field) => record.system(field), record.data);
    // What is left over in free space is often overwritten in part; its rows say so themselves.
    const isNews = damage !== null && record.found !== 'slack';
    if (isNews) this.#sink.problem('broken-record', line, offset, damage);
    this.#sink.add();
  }

  /** @returns bytes that were written */
  #write(xml: string): number {
    // A character of UTF-16 takes three bytes at most.
    if (3 * xml.length > this.#text.length) this.#text = Buffer.allocUnsafeSlow(4 * xml.length);
    return this.#text.write(xml, 0, 'utf8');
  }
}

/** Shared with the export as XML: both have an event as their raw text. */
export function fields(raw: string): readonly NamedField[] {
  const event = parseXml(raw);
  return typeof event === 'string' ? [] : [...systemOfXml(event), ...dataOfXml(event)];
}
