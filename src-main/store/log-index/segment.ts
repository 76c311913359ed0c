import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

export interface SegmentRow {
  readonly id: number;
  readonly source: number;
  readonly total_rows: number;
  /** Rows without a time. */
  readonly undated: number;
  /** Of its earliest and latest row, ms since 1970 UTC; null where none has a time. */
  readonly first: number | null;
  readonly last: number | null;
  /** JSON: rows in each block. */
  readonly blocks: string;
  /** JSON: [first row, id of the context] of each run. */
  readonly contexts: string;
}

export interface NewSegment extends Omit<SegmentRow, 'id'> {
  /** Filters of its blocks, packed. */
  readonly filters: Uint8Array;
}

export const segmentsAfter = (db: ReadableDb, id: number): SegmentRow[] =>
  db.all<SegmentRow>(sql`SELECT id, source, total_rows, undated, first, last, blocks, contexts
    FROM segment WHERE id > ${id} ORDER BY id`);

export const filtersOf = (db: ReadableDb, segment: number): Uint8Array | undefined =>
  db.get<{ filters: Uint8Array }>(sql`SELECT filters FROM segment WHERE id = ${segment}`)?.filters;

export function insertSegment(db: WritableDb, row: NewSegment): number {
  db.run(sql`INSERT INTO segment (source, total_rows, undated, first, last, blocks, contexts, filters)
    VALUES (${row.source}, ${row.total_rows}, ${row.undated}, ${row.first}, ${row.last}, ${row.blocks}, ${row.contexts},
      ${row.filters})`);
  return db.get<{ id: number }>(sql`SELECT last_insert_rowid() AS id`)?.id ?? 0;
}

export interface ColumnRow {
  readonly kind: string;
  readonly data: Uint8Array;
}

export const columnOf = (db: ReadableDb, segment: number, name: string): ColumnRow | undefined =>
  db.get<ColumnRow>(sql`SELECT kind, data FROM column_data WHERE segment = ${segment} AND name = ${name}`);

export function insertColumn(db: WritableDb, segment: number, name: string, { kind, data }: ColumnRow): void {
  db.run(
    sql`INSERT INTO column_data (segment, name, kind, data) VALUES (${segment}, ${name}, ${kind}, ${data})`,
  );
}

export function replaceColumn(
  db: WritableDb,
  segment: number,
  name: string,
  { kind, data }: ColumnRow,
): void {
  db.run(
    sql`UPDATE column_data SET kind = ${kind}, data = ${data} WHERE segment = ${segment} AND name = ${name}`,
  );
}

export const blockOf = (db: ReadableDb, segment: number, place: number): Uint8Array | undefined =>
  db.get<{ data: Uint8Array }>(sql`SELECT data FROM block WHERE segment = ${segment} AND place = ${place}`)
    ?.data;

export function insertBlock(db: WritableDb, segment: number, place: number, data: Uint8Array): void {
  db.run(sql`INSERT INTO block (segment, place, data) VALUES (${segment}, ${place}, ${data})`);
}

export const wordsAfter = (
  db: ReadableDb,
  id: number,
): { readonly id: number; readonly name: string; readonly data: Uint8Array }[] =>
  db.all(sql`SELECT id, name, data FROM word WHERE id > ${id} ORDER BY id`);

export function insertWords(db: WritableDb, name: string, data: Uint8Array): void {
  db.run(sql`INSERT INTO word (name, data) VALUES (${name}, ${data})`);
}

export interface ContextRow {
  readonly id: number;
  readonly text: string;
}

export const contextsAfter = (db: ReadableDb, id: number): ContextRow[] =>
  db.all<ContextRow>(sql`SELECT id, text FROM context WHERE id > ${id} ORDER BY id`);

export const contextsOf = (db: ReadableDb, source: number): ContextRow[] =>
  db.all<ContextRow>(sql`SELECT id, text FROM context WHERE source = ${source} ORDER BY id`);

export function insertContext(db: WritableDb, source: number, text: string): number {
  db.run(sql`INSERT INTO context (source, text) VALUES (${source}, ${text})`);
  return db.get<{ id: number }>(sql`SELECT last_insert_rowid() AS id`)?.id ?? 0;
}
