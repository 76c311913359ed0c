import type { ColumnField, Mapping } from './column-field.ts';
import type { TableRow } from './table.ts';

/** The cells of a row that are read as a field, without empty ones. */
export const cellsOf = (row: TableRow, mapping: Mapping, field: ColumnField): string[] =>
  row.cells.filter((cell, i) => mapping[i] === field && cell.trim() !== '');

/** The time of a row as it stands in the file: its date, then its time of day. */
export const timeTyped = (row: TableRow, mapping: Mapping): string =>
  [...cellsOf(row, mapping, 'date'), ...cellsOf(row, mapping, 'time')].join(' ').trim();
