import { dataOfXml } from '../evtx/event-xml.ts';
import type { SystemField } from '../evtx/system-fields.ts';
import { systemTime } from '../evtx/system-time.ts';
import type { LogReader, RowSink, Sample } from '../reading/reader.ts';
import { rowFlags } from '../reading/row.ts';
import { type CutElement, ElementCutter } from '../xml/element-cutter.ts';
import { type XmlElement, type XmlFault, attributeOf, childOf, parseXml, textOf } from '../xml/parse-xml.ts';
import { EventColumns } from './event-columns.ts';
import { fields } from './evtx.ts';

/** Events that the Windows viewer or `wevtutil` has saved as XML. `SystemTime` is UTC. */
export const evtxXml: LogReader = { id: 'evtx-xml', detect, open, fields };

const NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';

function detect({ lines }: Sample): ReturnType<LogReader['detect']> {
  const text = lines.join('\n');
  if (!/^\s*(?:\ufeff)?\s*</.test(text) || !/<Event[\s>]/.test(text)) return null;
  return { certainty: text.includes(NAMESPACE) ? 0.98 : 0.5, asks: {} };
}

function open(_: unknown, sink: RowSink): ReturnType<LogReader['open']> {
  const rows = new EventRows(sink);
  const cutter = new ElementCutter('Event', (text, offset) => rows.between(text, offset));
  return {
    feed(piece) {
      for (const element of cutter.feed(piece)) rows.add(element);
    },
    end() {
      for (const element of cutter.end()) rows.add(element);
    },
  };
}

const PLACES: Readonly<Partial<Record<SystemField, readonly [string, string | null]>>> = {
  provider: ['Provider', 'Name'],
  eventId: ['EventID', null],
  level: ['Level', null],
  keywords: ['Keywords', null],
  time: ['TimeCreated', 'SystemTime'],
  channel: ['Channel', null],
  computer: ['Computer', null],
  user: ['Security', 'UserID'],
};

class EventRows {
  readonly #sink: RowSink;
  readonly #columns = new EventColumns();
  #count = 0;

  constructor(sink: RowSink) {
    this.#sink = sink;
  }

  /** Nothing is defined by the document: what it names itself is not resolved. */
  between(text: string, offset: number): void {
    const at = text.indexOf('<!DOCTYPE');
    if (at !== -1) this.#sink.problem('left-out', 0, offset + at, 'DOCTYPE');
  }

  add({ bytes, offset, whole }: CutElement): void {
    this.#count += 1;
    const { row } = this.#sink;
    row.begin(bytes, 0, bytes.length, this.#count, offset);
    if (whole === 'whole') {
      const event = parseXml(bytes.toString('utf8'));
      if (typeof event === 'string') this.#faulty(event, offset);
      else this.#event(event, offset);
    } else {
      row.flag(whole === 'clipped' ? rowFlags.clipped : rowFlags.damaged);
      this.#sink.problem(whole === 'clipped' ? 'line-too-long' : 'truncated', this.#count, offset, '');
    }
    this.#sink.add();
  }

  #faulty(fault: XmlFault, offset: number): void {
    this.#sink.row.flag(rowFlags.damaged);
    this.#sink.problem(fault === 'too-deep' ? 'too-deep' : 'not-understood', this.#count, offset, fault);
  }

  #event(event: XmlElement, offset: number): void {
    const { row } = this.#sink;
    const system = childOf(event, 'System');
    const field = (name: SystemField): string => {
      const [element, attribute] = PLACES[name] ?? ['', null];
      const found = childOf(system, element);
      return (attribute === null ? textOf(found) : (attributeOf(found, attribute) ?? '')).trim();
    };
    const written = field('time');
    const time = systemTime(written);
    if (time !== null) row.at(time.seconds, time.nanoseconds);
    else this.#sink.problem(written === '' ? 'no-time' : 'bad-time', this.#count, offset, written);
    this.#columns.fill(row, field, dataOfXml(event));
  }
}
