export type TableFormat = 'csv' | 'tsv' | 'timesketch' | 'aurora';

/** One row of a file, as it stands there. */
export interface TableRow {
  /** On which it begins, from 1; in a list of JSON, its place in the list. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Set where the row itself could not be read. */
  readonly fault?: 'malformed' | 'too-many-cells' | 'too-long';
}

/** A timeline as it stands in a file. Plain data. */
export interface Table {
  readonly format: TableFormat;
  /** Names of the columns, none twice; `#1`, `#2` … where the file has no header. */
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
  readonly rows: readonly TableRow[];
}
