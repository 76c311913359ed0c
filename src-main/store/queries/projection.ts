import { type ProjectedRow, type ProjectionTable, projectionTables } from '../../domain/projection/rows.ts';
import type { ReadableDb, WritableDb } from '../db.ts';
import { type Sql, rawSql, sql } from '../sql.ts';

const inserts = Object.fromEntries(
  Object.entries(projectionTables).map(([table, columns]) => [
    table,
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  ]),
) as Record<ProjectionTable, string>;

export function insertProjected(db: WritableDb, row: ProjectedRow): void {
  const statement: Sql = { text: inserts[row.table], values: row.values };
  db.run(statement);
}

/** Takes the rows of one entry out of all views, to put in others. */
export function removeProjected(db: WritableDb, number: number): void {
  for (const table of Object.keys(projectionTables)) {
    db.run(sql`DELETE FROM ${rawSql(table)} WHERE number = ${number}`);
  }
}

/** Stored rows of one view for the entries numbered `from` to `to`, as JSON text: an array of arrays. */
export function projectedText(db: ReadableDb, table: ProjectionTable, from: number, to: number): string {
  // JSON has no bytes; a view holds none either, unless somebody put them there.
  const columns = projectionTables[table]
    .map((column) => `iif(typeof(${column}) = 'blob', '(bytes)', ${column})`)
    .join(', ');
  return (
    db.get<{ rows: string }>(
      sql`SELECT json_group_array(json_array(${rawSql(columns)})) AS rows FROM ${rawSql(table)}
        WHERE number BETWEEN ${from} AND ${to}`,
    )?.rows ?? '[]'
  );
}

/** Rows whose number no entry has. */
export const projectedOutside = (db: ReadableDb, table: ProjectionTable, last: number): number =>
  db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${rawSql(table)} WHERE number < 1 OR number > ${last}`)
    ?.n ?? 0;
