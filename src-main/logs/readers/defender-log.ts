import type { Buffer } from 'node:buffer';
import { textAt } from '../reading/columns.ts';
import { ascii, startsWith } from '../reading/find.ts';
import { readLines } from '../reading/lines.ts';
import { localTime, type LocalTime } from '../reading/local-time.ts';
import type { LogReader, NamedField, RowSink, Sample } from '../reading/reader.ts';
import type { RowDraft } from '../reading/row.ts';
import { shareOf, wholeLines } from '../reading/share.ts';
import { Stamp, isoStamp, placeStamp } from '../reading/stamp.ts';

/**
 * `MPLog-….log` and `MPDetection-….log` of Microsoft Defender, from `ProgramData\Microsoft\Windows Defender\Support`.
 * In no document; seen in real files: UTF-16, times of UTC with `Z`, entries over several lines.
 */
export const defenderLog: LogReader = { id: 'defender-log', detect, open, fields };

const STAMPED = /^\ufeff?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z /;
const OWN_WORDS = /Z (?:DETECTION(?:EVENT|_ADD|_CLEANEVENT)?[ #]|SDN:|\[MpRtp\]|\[RTP\] |Engine:)/;
const OWN_NAME = /^MP(?:Log|Detection)-\d/i;
const DETECTION = ascii('DETECTION');
/** Kind, who looked, what was done and its result, the threat, and where it was found. */
const ENTRY =
  /^(DETECTION(?:_[A-Z]+|EVENT)?)(?:#\d+)?(?: MPSOURCE_\w+)?(?: (MP_THREAT_ACTION_\w+) (\S+))? (\S+) \w+:([^;]*)/;
const BAG = / PropBag \[.*$/s;

function detect(sample: Sample): ReturnType<LogReader['detect']> {
  const lines = wholeLines(sample);
  const stamped = lines.filter((line) => STAMPED.test(line));
  if (stamped.length === 0) return null;
  if (OWN_NAME.test(sample.name)) return { certainty: 0.95, asks: {} };
  const share = shareOf(stamped, (line) => OWN_WORDS.test(line));
  return share > 0.2 ? { certainty: 0.92, asks: {} } : null;
}

function open(_: unknown, sink: RowSink): ReturnType<LogReader['open']> {
  return readLines(sink, new DefenderLines(sink));
}

class DefenderLines {
  private readonly sink: RowSink;
  private readonly stamp = new Stamp();
  private readonly utc: LocalTime = localTime('UTC');

  constructor(sink: RowSink) {
    this.sink = sink;
  }

  begins(bytes: Buffer, from: number, to: number): boolean {
    return isoStamp(bytes, from, to, this.stamp) && this.stamp.offset === 0;
  }

  line(bytes: Buffer, from: number, to: number, line: number, offset: number, flags: number): void {
    if (from === to) return;
    const { row } = this.sink;
    row.begin(bytes, from, to, line, offset);
    row.flag(flags);
    const isStamped = isoStamp(bytes, from, to, this.stamp);
    if (!isStamped) this.sink.problem('no-time', line, offset, '');
    else if (!placeStamp(row, this.stamp, this.utc)) this.sink.problem('bad-time', line, offset, '');
    const text = isStamped ? this.stamp.end + 1 : from;
    if (startsWith(bytes, DETECTION, text, to)) {
      detection(row, bytes.toString('utf8', text, to));
    }
    this.sink.add();
  }
}

function detection(row: RowDraft, text: string): void {
  const found = ENTRY.exec(text);
  if (found === null) return;
  const [, kind = '', action, , threat = '', place = ''] = found;
  row.text(textAt.action, action ?? kind);
  row.text(textAt.rule, threat);
  row.text(textAt.path, place.replace(BAG, '').trim());
}

function fields(raw: string): NamedField[] {
  const [stamp = '', ...rest] = raw.split(' ');
  if (!STAMPED.test(raw)) return [{ name: 'text', value: raw }];
  const text = rest.join(' ');
  const found = ENTRY.exec(text);
  const named: NamedField[] = [
    { name: 'time', value: stamp },
    { name: 'text', value: text },
  ];
  if (found === null) return named;
  const [, kind = '', action = '', result = '', threat = '', place = ''] = found;
  const parts = { kind, action, result, threat, place: place.replace(BAG, '').trim() };
  return [
    ...named,
    ...Object.entries(parts).flatMap(([name, value]) => (value === '' ? [] : [{ name, value }])),
  ];
}
