import { type Entry, listField, numberField, objectField, textField } from '../entry.ts';
import { subjectsOf } from './subject.ts';

/** Tables that are views of the entries, with their columns in order (FORMAT.md §10). */
export const projectionTables = {
  timeline: ['number', 'entry', 'kind', 'author', 'recorded', 'occurred', 'until', 'phase'],
  tag: ['number', 'tag'],
  author: ['number', 'entry', 'key', 'name', 'role', 'device'],
  fact: ['number', 'entry', 'name', 'value'],
  exhibit: ['number', 'entry', 'series', 'serial', 'mode', 'size', 'sha256'],
  custody: ['number', 'entry', 'evidence', 'event'],
  copy: ['number', 'entry', 'series'],
  about: ['number', 'about', 'kind', 'entry'],
} as const;

export type ProjectionTable = keyof typeof projectionTables;

/** Raised when the rule below changes; a newer program then rebuilds the tables. */
export const PROJECTION_VERSION = 1;

export interface ProjectedRow {
  readonly table: ProjectionTable;
  readonly values: readonly (string | number | null)[];
}

const ms = (value: unknown): number | null => (typeof value === 'string' ? Date.parse(value) : null);

/**
 * The rows that follow from one entry at its place in the total order. No row depends on another entry, so
 * the tables are a pure function of the set of entries. A withheld field gives null.
 */
export function rowsOf(entry: Entry, number: number): ProjectedRow[] {
  const { header, id } = entry;
  const at = objectField(entry, 'occurred');
  const rows: ProjectedRow[] = [
    {
      table: 'timeline',
      values: [
        number,
        id,
        header.kind,
        header.author,
        Date.parse(header.recorded),
        ms(at?.['utc']),
        ms(at?.['until']),
        textField(entry, 'phase') ?? null,
      ],
    },
  ];
  for (const tag of new Set(listField(entry, 'tags'))) rows.push({ table: 'tag', values: [number, tag] });
  const text = (name: string): string | null => textField(entry, name) ?? null;
  const whole = (name: string): number | null => numberField(entry, name) ?? null;
  for (const about of new Set(subjectsOf(entry).map((subject) => subject.about))) {
    rows.push({ table: 'about', values: [number, about, header.kind, id] });
  }
  switch (header.kind) {
    case 'author':
      rows.push({
        table: 'author',
        values: [number, id, header.author, text('name'), text('role'), text('device')],
      });
      break;
    case 'fact':
      rows.push({
        table: 'fact',
        values: [number, id, text('name'), JSON.stringify(entry.fields['value'] ?? null)],
      });
      break;
    case 'evidence':
      rows.push({
        table: 'exhibit',
        values: [number, id, text('series'), whole('number'), text('mode'), whole('size'), text('sha256')],
      });
      break;
    case 'custody':
      rows.push({ table: 'custody', values: [number, id, text('evidence'), text('event')] });
      break;
    case 'copy':
      rows.push({ table: 'copy', values: [number, id, text('series')] });
      break;
    default:
      break;
  }
  return rows;
}
