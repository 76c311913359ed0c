import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ColumnField, Mapping } from '../../domain/import/column-field.ts';
import { type DateOrder, type DatesRead, datesIn } from '../../domain/import/date-order.ts';
import { guessColumns } from '../../domain/import/guess-columns.ts';
import type { Table, TableFormat } from '../../domain/import/table.ts';
import {
  type NotTaken,
  type RowReading,
  type UnderstoodRow,
  isTaken,
  understandRow,
} from '../../domain/import/understand-row.ts';
import { CaseError } from '../../domain/errors.ts';
import { sizeText } from '../../domain/size-text.ts';
import { readTable } from '../../evidence/timeline/read-table.ts';
import { readSource } from '../../evidence/read-source.ts';
import { heed } from '../job-flag.ts';
import { serve } from '../worker-serve.ts';

export interface ReadTimelineRequest {
  /** Bytes of the path. */
  readonly path: Uint8Array;
  /** What each column is read as, in their order; null where nobody said. */
  readonly mapping: Mapping | null;
  /** Columns that are read as something else than their names suggest. */
  readonly named: readonly (readonly [column: string, field: ColumnField | null])[];
  /** Of times that have none of their own. */
  readonly zone: string | undefined;
  /** What stands first in dates whose year stands last; undefined where nobody said. */
  readonly dates: DateOrder | undefined;
  /** Rows that are shown whole. */
  readonly show: number;
  /** Whether the understood rows are handed on, in batches as JSON text. */
  readonly hand: boolean;
  readonly cancelFlag: Int32Array | null;
}

export interface ShownRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly understood: UnderstoodRow | NotTaken;
}

export interface ReadTimeline {
  readonly sha256: string;
  readonly size: number;
  readonly format: TableFormat;
  readonly hasHeader: boolean;
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  /** How dates are read whose year stands last; empty where the file has none. */
  readonly dates: readonly DatesRead[];
  readonly rows: number;
  readonly taken: number;
  readonly notTaken: readonly NotTaken[];
  readonly shown: readonly ShownRow[];
}

/** Bytes, and rows: what a person kept by hand is far smaller. */
const LARGEST = 128 * 1024 * 1024;
const MOST_ROWS = 250_000;

/** Rows in one batch: a few milliseconds of work for whoever takes it. */
const BATCH = 100;

serve<ReadTimelineRequest, ReadTimeline, string>((request, tell, note) => {
  const shown = Buffer.from(request.path).toString('utf8');
  const bytes = bytesOf(Buffer.from(request.path), shown);
  const table = readTable(basename(shown), bytes);
  if (table === null) {
    throw new CaseError('wrong-use', {
      reason: `${shown} is no timeline that is known. Tables (CSV, TSV), Timesketch (CSV, JSONL) and case files of Aurora are; save a workbook as CSV first.`,
    });
  }
  if (table.rows.length > MOST_ROWS) {
    throw new CaseError('too-large', {
      what: `The timeline ${shown}`,
      limit: `${MOST_ROWS} rows`,
      remedy: 'Split it and import the parts, or add it as evidence.',
    });
  }
  const mapping = mappingFor(table, request);
  const reading: RowReading = {
    mapping,
    zone: request.zone,
    dates: datesIn(table.rows, mapping, request.dates),
    microseconds: table.format === 'timesketch' ? table.columns.indexOf('timestamp') : -1,
  };
  const notTaken: NotTaken[] = [];
  let batch: UnderstoodRow[] = [];
  const handOn = (): void => {
    if (request.hand && batch.length > 0) note(JSON.stringify(batch));
    batch = [];
  };
  const first: ShownRow[] = [];
  for (const [i, row] of table.rows.entries()) {
    const understood = understandRow(row, reading);
    if (isTaken(understood)) batch.push(understood);
    else notTaken.push(understood);
    if (first.length < request.show) {
      first.push({ line: row.line, cells: row.cells.map((cell) => cell.slice(0, SHOWN)), understood });
    }
    if (batch.length >= BATCH) handOn();
    if (i % 1000 === 0 && request.cancelFlag !== null) heed(request.cancelFlag);
    if (i % 1000 === 0) tell({ done: i, total: table.rows.length, item: basename(shown) });
  }
  handOn();
  const { format, hasHeader, columns, rows } = table;
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    format,
    hasHeader,
    columns,
    mapping,
    dates: reading.dates,
    rows: rows.length,
    taken: rows.length - notTaken.length,
    notTaken,
    shown: first,
  };
});

/** Characters of a cell that are shown. */
const SHOWN = 300;

function bytesOf(path: Buffer, shown: string): Buffer {
  const pieces: Buffer[] = [];
  let size = 0;
  readSource(path, (piece) => {
    size += piece.length;
    if (size > LARGEST) {
      throw new CaseError('too-large', {
        what: `The timeline ${shown}`,
        limit: sizeText(LARGEST),
        remedy: 'Split it and import the parts, or add it as evidence.',
      });
    }
    pieces.push(Buffer.from(piece));
  });
  return Buffer.concat(pieces);
}

/** @throws CaseError `wrong-use` for a column that the file does not have */
function mappingFor({ columns }: Table, { mapping, named }: ReadTimelineRequest): Mapping {
  const known = mapping?.length === columns.length ? mapping : guessColumns(columns);
  const result = [...known];
  for (const [column, field] of named) {
    const place = columns.indexOf(column.trim());
    if (place === -1) {
      const reason = `There is no column “${column}”. The file has: ${columns.slice(0, 40).join(', ')}.`;
      throw new CaseError('wrong-use', { reason });
    }
    result[place] = field;
  }
  return result;
}
