import type { Table, TableRow } from '../../domain/import/table.ts';
import { cellOf } from './cell-of.ts';

/** Columns that Timesketch asks for; what else an event has comes behind them. Some exports have `timestamp` alone. */
const FIRST = ['datetime', 'message', 'timestamp_desc'];

/** JSON lines as Timesketch writes them: one event a line. Null where the first line is no event. */
export function readLines(text: string): Table | null {
  const columns = new Set(FIRST);
  const events: {
    readonly line: number;
    readonly event: Record<string, unknown> | null;
    readonly raw: string;
  }[] = [];
  for (const [i, raw] of text.split(/\r\n|\n/).entries()) {
    if (raw.trim() === '') continue;
    const event = objectIn(raw);
    if (events.length === 0 && (event === null || !('message' in event))) return null;
    for (const name of Object.keys(event ?? {})) if (columns.size < MOST) columns.add(name);
    events.push({ line: i + 1, event, raw });
  }
  if (events.length === 0) return null;
  const isDated = events.some(({ event }) => event !== null && 'datetime' in event);
  const names = [...columns].filter((name) => name !== 'datetime' || isDated);
  const rows = events.map(({ line, event, raw }): TableRow =>
    event === null
      ? { line, cells: [raw.slice(0, 1024 * 1024)], fault: 'malformed' }
      : { line, cells: names.map((name) => cellOf(event[name])) },
  );
  return { format: 'timesketch', columns: names, hasHeader: true, rows };
}

/** Columns shown; the others stay in the file. */
const MOST = 200;

function objectIn(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
