import { eventText } from '../../logs/evtx/event-texts.ts';
import { numberColumns, textColumns } from '../../logs/reading/columns.ts';
import { readerNamed } from '../../logs/readers/find-reader.ts';
import type { ShownRow } from '../../logs/search/shown-row.ts';
import { withoutSessionIds } from '../../logs/session-ids.ts';
import { utcText } from '../../share/interchange/exact-time.ts';
import type { ExactTime, FieldValue, TimelineEvent } from '../../share/interchange/event.ts';

/** What the rows of one source have in common. Plain data: it crosses threads. */
export interface RowSource {
  readonly id: number;
  /** Label of the exhibit. */
  readonly exhibit: string;
  readonly sha256: string | null;
  /** File name or title of the exhibit. */
  readonly title: string;
  /** Name inside an archive; empty for the file itself. */
  readonly member: string;
  readonly reader: string;
  /** Zone that a person gave for its times; null where the log says it itself. */
  readonly zone: string | null;
  /** Seconds by which its clock was ahead. */
  readonly clockOffset: number;
}

/** Further fields of a row, in the order of a table. */
export const rowFields = [
  'data_type',
  ...textColumns,
  ...numberColumns,
  'event_meaning',
  'raw',
  'holdfast_exhibit',
  'file_sha256',
  'member',
  'line',
  'byte_offset',
  'holdfast_row',
  'source_zone',
  'clock_offset',
  'original_time',
  'holdfast_case',
] as const;

/** Formats that have columns for the id of a session. */
const WITH_SESSIONS: ReadonlySet<string> = new Set(['fusionreactor']);

/** A row as it may leave the case: who has the id of a session that is open can go on with it. */
export function withoutSessions(row: ShownRow, { reader }: RowSource): ShownRow {
  const fields = WITH_SESSIONS.has(reader) ? readerNamed(reader).fields(row.raw, row.context) : [];
  const raw = withoutSessionIds(row.raw, fields);
  if (raw === row.raw) return row;
  const columns = Object.entries(row.columns).map(([name, value]) => [
    name,
    typeof value === 'string' ? withoutSessionIds(value, fields) : value,
  ]);
  return { ...row, raw, columns: Object.fromEntries(columns) as ShownRow['columns'] };
}

/**
 * A row of a log as one event, in UTC: several logs stand beside each other. The clock's error is taken out of its time, and
 * what the log says is kept beside it.
 */
export function rowEvent(row: ShownRow, source: RowSource, caseTitle: string): TimelineEvent {
  const { columns, ms, nanos, raw } = row;
  const { provider = '', event } = columns;
  const meaning = typeof event === 'number' ? eventText(String(provider), event) : null;
  const fields: Record<string, FieldValue> = { data_type: 'holdfast:log', ...columns };
  if (meaning !== null) fields['event_meaning'] = meaning;
  fields['raw'] = raw;
  fields['holdfast_exhibit'] = source.exhibit;
  if (source.sha256 !== null) fields['file_sha256'] = source.sha256;
  if (source.member !== '') fields['member'] = source.member;
  fields['line'] = row.line;
  fields['byte_offset'] = row.offset;
  fields['holdfast_row'] = `${source.exhibit}:${row.line}`;
  fields['source_zone'] = source.zone ?? 'as the log says';
  fields['clock_offset'] = source.clockOffset;
  if (ms !== null && source.clockOffset !== 0 && isDate(ms)) fields['original_time'] = utcText({ ms, nanos });
  fields['holdfast_case'] = caseTitle;
  const isEvent = source.reader.startsWith('evtx');
  return {
    at: correctedTime(row, source),
    zone: 'UTC',
    meaning: 'Logged',
    message: isEvent ? eventMessage(row, meaning) : raw,
    source: isEvent ? 'EVT' : 'LOG',
    sourceLong: source.reader,
    parser: `holdfast/${source.reader}`,
    displayName: [source.exhibit, source.title, source.member].filter((part) => part !== '').join(' '),
    tags: row.flags.map((flag) => `log-${flag}`),
    fields,
  };
}

function correctedTime({ ms, nanos }: ShownRow, { clockOffset }: RowSource): ExactTime | null {
  return ms === null ? null : { ms: ms - clockOffset * 1000, nanos };
}

const isDate = (ms: number): boolean => !Number.isNaN(new Date(ms).getTime());

/** The raw text of an event is XML: nobody reads a list of that. */
function eventMessage({ columns, raw }: ShownRow, meaning: string | null): string {
  const { event, provider, computer, user, address } = columns;
  if (event === undefined) return raw;
  const said = [
    `Event ${event}`,
    provider === undefined ? '' : ` of ${provider}`,
    computer === undefined ? '' : ` on ${computer}`,
    meaning === null ? '' : `: ${meaning}`,
    user === undefined ? '' : `, user ${user}`,
    address === undefined ? '' : `, from ${address}`,
  ];
  return said.join('');
}
