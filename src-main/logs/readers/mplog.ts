import type { Buffer } from 'node:buffer';
import { textAt } from '../reading/columns.ts';
import { readLines } from '../reading/lines.ts';
import { localTime } from '../reading/local-time.ts';
import type { Given, LogReader, NamedField, RowSink, Sample } from '../reading/reader.ts';
import { shareOf, wholeLines } from '../reading/share.ts';
import { Stamp, isoStamp, placeStamp } from '../reading/stamp.ts';
import { detectionColumns } from './mplog-detection.ts';

const ROW = /^\ufeff?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z\s/;
const WORDS =
  /\b(?:DETECTION(?:EVENT|_ADD|_CLEANEVENT)?|MpRtp|MPSOURCE_\w+|Mini-filter|SDN:|Engine|Defender)\b/;

/**
 * `MPLog-*.log` and `MPDetection-*.log` of Microsoft Defender: UTF-16, times in UTC, entries that go on over lines.
 */
export const mpLog: LogReader = { id: 'mplog', detect, open, fields };

function detect(sample: Sample): ReturnType<LogReader['detect']> {
  const lines = wholeLines(sample);
  const share = shareOf(lines, (line) => ROW.test(line));
  if (share < 0.2) return null;
  const isNamed = /(?:^|[\\/])MP(?:Log|Detection)-/i.test(sample.name);
  const isDefender = lines.some((line) => WORDS.test(line));
  return { certainty: isDefender ? 0.95 : isNamed ? 0.9 : 0.3, asks: {} };
}

function open(_: Given, sink: RowSink): ReturnType<LogReader['open']> {
  return readLines(sink, new MpLogLines(sink));
}

class MpLogLines {
  private readonly sink: RowSink;
  private readonly stamp = new Stamp();
  private readonly utc = localTime('UTC');
  private isInRecord = false;

  constructor(sink: RowSink) {
    this.sink = sink;
  }

  begins(bytes: Buffer, from: number, to: number): boolean {
    const begins = isoStamp(bytes, from, to, this.stamp);
    this.isInRecord ||= begins;
    return begins || !this.isInRecord;
  }

  line(bytes: Buffer, from: number, to: number, line: number, offset: number, flags: number): void {
    if (from === to) return;
    const { sink, stamp } = this;
    const { row } = sink;
    row.begin(bytes, from, to, line, offset);
    row.flag(flags);
    if (!isoStamp(bytes, from, to, stamp)) sink.problem('not-understood', line, offset, '');
    else {
      if (!placeStamp(row, stamp, this.utc)) sink.problem('bad-time', line, offset, '');
      detectionColumns(bytes, stamp.end, to, row);
    }
    row.text(textAt.provider, 'Defender');
    sink.add();
  }
}

function fields(raw: string): NamedField[] {
  const [, time = '', message = ''] = /^(\S+)\s+(.*)$/s.exec(raw) ?? [];
  return time === ''
    ? []
    : [
        { name: 'time', value: time },
        { name: 'message', value: message },
      ];
}
