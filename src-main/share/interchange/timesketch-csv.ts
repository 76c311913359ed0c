import { csvCell } from '../../evidence/forms/csv-cell.ts';
import type { FieldValue, RowFormat } from './event.ts';
import { fitsNanoseconds, microsecondsText, utcText } from './exact-time.ts';
import { tagList } from './tag-list.ts';

const FIRST = ['message', 'datetime', 'timestamp', 'timestamp_desc', 'tag'] as const;
const SOURCE = ['source_short', 'source_long', 'parser', 'display_name'] as const;

/**
 * A table as Timesketch takes it: UTF-8 without a mark in front, which would become a part of the first heading. All times
 * are in UTC, because pandas, which reads it, gives up where one column has several offsets. Timesketch is no spreadsheet,
 * but a table is easily opened with one: what one would run begins with an apostrophe.
 * @param fields names of the further columns
 */
export function timesketchCsv(fields: readonly string[]): RowFormat {
  const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;
  return {
    begin: line([...FIRST, ...SOURCE, ...fields]),
    holds: fitsNanoseconds,
    row: (event, at) =>
      line([
        cell(event.message),
        utcText(at),
        microsecondsText(at),
        cell(event.meaning),
        tagList(event.tags) === '-' ? '-' : cell(tagList(event.tags)),
        cell(event.source),
        cell(event.sourceLong),
        cell(event.parser),
        cell(event.displayName),
        ...fields.map((name) => cell(event.fields[name] ?? '')),
      ]),
  };
}

function cell(value: FieldValue): string {
  if (typeof value === 'number') return String(value);
  // The reader ends a cell at a NUL.
  return csvCell((typeof value === 'string' ? value : value.join(' ')).replaceAll('\0', '\uFFFD'));
}
