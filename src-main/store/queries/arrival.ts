import { type ProjectedRow, type ProjectionTable, projectionTables } from '../../domain/projection/rows.ts';
import type { WritableDb } from '../db.ts';
import { type Sql, rawSql, sql } from '../sql.ts';
import type { EntryRow, FieldRow } from './entry.ts';

/**
 * Entries that come in are made ready in temporary tables, which live in memory only (`temp_store`), so that the one
 * transaction that takes them in is short.
 */
const tables = Object.keys(projectionTables) as ProjectionTable[];

/** Columns of a view without its number, which is known last. */
const columnsOf = (table: ProjectionTable): string => projectionTables[table].slice(1).join(', ');

const stagedView = (table: ProjectionTable): string => `temp.arrival_${table}`;

/** Rows with the number that they have in the union: of what comes in, and of what moves for it. */
const placedView = (table: ProjectionTable): string => `temp.placed_${table}`;

/** Views in which an entry may have several rows. */
const SEVERAL: readonly ProjectionTable[] = ['tag', 'about'];

const inserts = Object.fromEntries(
  tables.map((table) => [
    table,
    `INSERT INTO ${stagedView(table)} (i, ${columnsOf(table)}) VALUES (${projectionTables[table].map(() => '?').join(', ')})`,
  ]),
) as Record<ProjectionTable, string>;

/** All of them, with their columns. */
const temporary: Readonly<Record<string, string>> = {
  arrival: `i INTEGER PRIMARY KEY, hash BLOB NOT NULL, header BLOB NOT NULL, signature BLOB NOT NULL,
    author BLOB NOT NULL, writer BLOB NOT NULL, n INTEGER NOT NULL`,
  arrival_field:
    'i INTEGER NOT NULL, name TEXT NOT NULL, salt TEXT NOT NULL, value TEXT NOT NULL, digest BLOB NOT NULL',
  arrival_number: 'i INTEGER PRIMARY KEY, number INTEGER NOT NULL',
  renumber: 'old INTEGER PRIMARY KEY, number INTEGER NOT NULL',
  ...Object.fromEntries(
    tables.flatMap((table) => {
      const number = SEVERAL.includes(table) ? 'INTEGER NOT NULL' : 'INTEGER PRIMARY KEY';
      return [
        [`arrival_${table}`, `i INTEGER NOT NULL, ${columnsOf(table)}`],
        [`placed_${table}`, `number ${number}, ${columnsOf(table)}`],
      ];
    }),
  ),
};

/**
 * Makes the tables ready and empty. They stay until the connection closes: a table that goes makes every kept statement
 * be prepared anew.
 */
export function beginArrivals(db: WritableDb): void {
  db.transaction(() => {
    for (const [name, columns] of Object.entries(temporary)) {
      db.run(rawSql(`CREATE TEMP TABLE IF NOT EXISTS ${name} (${columns})`));
    }
    empty(db, Object.keys(temporary));
  });
}

/** Throws away what was made ready. */
export function endArrivals(db: WritableDb): void {
  const made = db.all<{ name: string }>(sql`SELECT name FROM sqlite_temp_schema WHERE type = 'table'`);
  const names = made.map(({ name }) => name).filter((name) => Object.hasOwn(temporary, name));
  if (names.length > 0) db.transaction(() => empty(db, names));
}

function empty(db: WritableDb, names: readonly string[]): void {
  for (const name of names) db.run(rawSql(`DELETE FROM temp.${name}`));
}

/** Makes one entry ready. @param i its place among those that come in, from 0 */
export function stageArrival(
  db: WritableDb,
  i: number,
  entry: Omit<EntryRow, 'seq'>,
  fields: readonly Omit<FieldRow, 'entry'>[],
  rows: readonly ProjectedRow[],
): void {
  db.run(sql`INSERT INTO temp.arrival (i, hash, header, signature, author, writer, n) VALUES
    (${i}, ${entry.hash}, ${entry.header}, ${entry.signature}, ${entry.author}, ${entry.writer}, ${entry.n})`);
  for (const { name, salt, value, digest } of fields) {
    db.run(sql`INSERT INTO temp.arrival_field (i, name, salt, value, digest)
      VALUES (${i}, ${name}, ${salt}, ${value}, ${digest})`);
  }
  for (const { table, values } of rows) {
    const statement: Sql = { text: inserts[table], values: [i, ...values.slice(1)] };
    db.run(statement);
  }
}

/** Pages that are changed by taking in many entries stay in memory until the end, in KiB. */
const CACHE = 256 * 1024;

/** Runs work with a large page cache, which is given back afterwards. */
export function withLargeCache<Result>(db: WritableDb, work: () => Result): Result {
  const before = db.get<{ cache_size: number }>(sql`SELECT cache_size FROM pragma_cache_size`)?.cache_size;
  db.run(rawSql(`PRAGMA main.cache_size = -${CACHE}`));
  try {
    return work();
  } finally {
    db.run(rawSql(`PRAGMA main.cache_size = ${before ?? -2000}`));
  }
}

/** Forgets all numbers that were given before. */
export function forgetNumbers(db: WritableDb): void {
  const placed = tables.map((table) => `placed_${table}`);
  db.transaction(() => empty(db, ['arrival_number', 'renumber', ...placed]));
}

/** Pairs of whole numbers, thousands in one statement. */
export type Pairs = readonly (readonly [number, number])[];

const pairs = (given: Pairs): Sql =>
  sql`SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(given)})`;

/** Says which numbers entries that come in have: pairs of their place among those, and number. */
export function numberArrivals(db: WritableDb, given: Pairs): void {
  db.run(sql`INSERT INTO temp.arrival_number (i, number) ${pairs(given)}`);
}

/** Says that present entries change their numbers: pairs of old and new. */
export function renumber(db: WritableDb, given: Pairs): void {
  db.run(sql`INSERT INTO temp.renumber (old, number) ${pairs(given)}`);
}

/** The views, one after the other: to look at each is a step of its own. */
export const arrivalViews: readonly ProjectionTable[] = tables;

/** Gives the rows of a view that come in their numbers. */
export function placeArrivals(db: WritableDb, table: ProjectionTable): void {
  const columns = columnsOf(table);
  db.run(
    rawSql(`INSERT INTO ${placedView(table)} (number, ${columns})
      SELECT n.number, ${columns} FROM ${stagedView(table)} v JOIN temp.arrival_number n ON n.i = v.i`),
  );
}

/** Gives the present rows of a view that move their new numbers. @param after old numbers above this one only */
export function placeMoved(db: WritableDb, table: ProjectionTable, after: number): void {
  const columns = columnsOf(table);
  db.run(
    sql`INSERT INTO ${rawSql(placedView(table))} (number, ${rawSql(columns)})
      SELECT r.number, ${rawSql(columns)} FROM temp.renumber r CROSS JOIN ${rawSql(`main.${table}`)} t ON t.number = r.old
      WHERE r.old > ${after}`,
  );
}

/** Takes the entries in that have a number, in the order of their places, and puts every row of the views in its place. */
export function takeArrivals(db: WritableDb): void {
  db.run(
    rawSql(`INSERT INTO entry (hash, header, signature, author, writer, n)
      SELECT hash, header, signature, author, writer, n
      FROM temp.arrival JOIN temp.arrival_number USING (i) ORDER BY i`),
  );
  db.run(
    rawSql(`INSERT INTO field (entry, name, salt, value, digest)
      SELECT a.hash, f.name, f.salt, f.value, f.digest
      FROM temp.arrival_field f CROSS JOIN temp.arrival a ON a.i = f.i
      CROSS JOIN temp.arrival_number n ON n.i = f.i ORDER BY f.rowid`),
  );
  for (const table of tables) {
    const columns = columnsOf(table);
    db.run(rawSql(`DELETE FROM main.${table} WHERE number IN (SELECT old FROM temp.renumber)`));
    db.run(
      rawSql(
        `INSERT INTO main.${table} (number, ${columns}) SELECT number, ${columns} FROM ${placedView(table)} ORDER BY number`,
      ),
    );
  }
}
