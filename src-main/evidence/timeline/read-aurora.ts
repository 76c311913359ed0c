import type { Table, TableRow } from '../../domain/import/table.ts';
import { cellOf } from './cell-of.ts';

/** What an event of Aurora has; a newer one may have more. */
const KNOWN = [
  'date_time',
  'event_type',
  'event_host',
  'direction',
  'event_source_host',
  'killchain',
  'event_data',
  'notes',
  'attribution',
  'owner',
];

/**
 * The timeline of a case file of Aurora Incident Response: one JSON object with a list `timeline`. Null where it is none.
 * A row's line is its place in that list: a file without line breaks has only one.
 */
export function readAurora(text: string): Table | null {
  const timeline = timelineIn(text);
  if (timeline === null) return null;
  const more = new Set(timeline.flatMap((event) => (isObject(event) ? Object.keys(event) : [])));
  const columns = [...KNOWN, ...[...more].filter((name) => name !== 'recid' && !KNOWN.includes(name))];
  const rows = timeline.map((event, i): TableRow =>
    isObject(event)
      ? { line: i + 1, cells: columns.map((name) => cellOf(event[name])) }
      : { line: i + 1, cells: [cellOf(event)], fault: 'malformed' },
  );
  return { format: 'aurora', columns, hasHeader: true, rows };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function timelineIn(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && 'storage_format_version' in value && Array.isArray(value['timeline'])
      ? value['timeline']
      : null;
  } catch {
    return null;
  }
}
