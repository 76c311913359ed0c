import { columnNames } from '../../domain/import/column-field.ts';
import type { Table, TableRow } from '../../domain/import/table.ts';
import { asBefore } from '../forms/csv-cell.ts';
import { delimitedRows } from './delimited-rows.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Columns that tables of Holdfast have. */
const OURS = [
  ['occurred_until', 'marks', 'entry', 'case', 'fingerprint'],
  ['holdfast_entry', 'holdfast_fingerprint'],
] as const;

const DATED = /^\s*(\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})/;

/** A table with a delimiter. A first row with a date in it is no header: its columns are called by their places. */
export function readDelimited(text: string, tabs: boolean): Table | null {
  const delimiter = delimiterOf(text, tabs);
  const records = [...delimitedRows(text, delimiter)];
  const [first] = records;
  if (first === undefined || first.fault !== undefined) return null;
  const hasHeader = !first.cells.some((cell) => DATED.test(cell));
  const width = hasHeader
    ? first.cells.length
    : Math.max(...records.slice(0, 1000).map(({ cells }) => cells.length));
  const columns = columnNames(hasHeader ? first.cells : Array.from({ length: width }, () => ''));
  // Our own tables put an apostrophe before what a spreadsheet would run; in others it belongs to the text.
  const isOurs = hasHeader && OURS.some((names) => names.every((name) => columns.includes(name)));
  const rows = (hasHeader ? records.slice(1) : records).map((read): TableRow => {
    const row = isOurs ? { ...read, cells: read.cells.map((cell) => asBefore(cell)) } : read;
    const extra = row.cells.slice(width).some((cell) => cell.trim() !== '');
    return extra && row.fault === undefined ? { ...row, fault: 'too-many-cells' } : row;
  });
  const sketch =
    ['message', 'timestamp_desc'].every((name) => columns.includes(name)) &&
    ['datetime', 'timestamp'].some((name) => columns.includes(name));
  const format = sketch ? 'timesketch' : delimiter === '\t' ? 'tsv' : 'csv';
  return { format, columns, hasHeader, rows };
}

/** What stands most often in the first line, outside quotes. */
function delimiterOf(text: string, tabs: boolean): string {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const often = (delimiter: string): number => line.split(delimiter).length;
  const [best] = DELIMITERS.toSorted((a, b) => often(b) - often(a));
  return tabs && line.includes('\t') ? '\t' : (best ?? ',');
}
