import type { ReadableDb } from './db.ts';
import { PAGE } from './page-check.ts';
import { type Sql, type SqlValue, rawSql, sql } from './sql.ts';

/** Files up to this size are walked page by page at once (about 0.2 s). */
export const WALKED = 16 * 1024 * 1024;
/** Rows of a table that are read in one step. */
const STEP = 5000;

/**
 * Why the tables and indexes of a file do not hold together, or null. A main file that was copied while it was
 * being written, without its journal, consists of whole pages of two moments: each fits its check value, and only
 * side by side they are wrong. Call it only where the schema is ours.
 */
export function structureFault(db: ReadableDb): string | null {
  return isWalked(db) ? walk(db) : compareEnds(db);
}

/** Whether a file is small enough to be walked at once. */
export function isWalked(db: ReadableDb): boolean {
  const pages =
    db.get<{ page_count: number }>(sql`SELECT page_count FROM pragma_page_count`)?.page_count ?? 0;
  return pages * PAGE <= WALKED;
}

function walk(db: ReadableDb): string | null {
  const said = db.get<{ said: string }>(
    sql`SELECT integrity_check AS said FROM pragma_integrity_check LIMIT 1`,
  )?.said;
  return said === 'ok' ? null : (said ?? 'it could not be walked');
}

/**
 * Whether each index holds exactly the rows of its table, step by step, so that notes can be written in between.
 * @returns the first that does not, or null
 */
export function* compareIndexes(db: ReadableDb): Generator<undefined, string | null> {
  for (const { table, itself, last, indexes } of indexedTables(db)) {
    let rows = NONE;
    for (let from = 0; from < last; from += STEP) {
      const to = Math.min(last, from + STEP);
      rows = add(rows, rowSum(db, itself, sql`rowid > ${from} AND rowid <= ${to}`));
      yield;
    }
    for (const { index, through, fault } of indexes) {
      let found = NONE;
      for (const range of keyRanges(db, table, index)) {
        const slice = rowSum(db, through, range, last);
        // Rows beyond are new ones, or the trace of a page that was written before its table's.
        if (slice.beyond > 0 && strayRow(db, table, through, sql`rowid > ${last} AND (${range})`)) {
          return fault;
        }
        found = add(found, slice);
        yield;
      }
      // Rows may have come or gone in between: a difference counts only where one moment shows it.
      if (!equal(found, rows) && !equal(rowSum(db, through, rawSql('1')), rowSum(db, itself, rawSql('1')))) {
        return fault;
      }
    }
  }
  return null;
}

/**
 * The same in one go, for opening. Of the record itself, most of a file, only the end is read where an index holds all
 * rows from the first to the last: rows are added there and nowhere else, so that pages of two moments differ there.
 */
export function compareEnds(db: ReadableDb): string | null {
  for (const { table, itself, last, indexes } of indexedTables(db)) {
    const from = Math.max(0, last - END);
    const isGrown =
      GROWING.has(table) && equal(rowSum(db, itself, sql`rowid > ${from}`), allRows(from, last));
    let rows: RowSum | null = isGrown ? allRows(0, last) : null;
    for (const { through, fault } of indexes) {
      const found = rowSum(db, through, rawSql('1'), last);
      if (found.beyond > 0) return fault;
      if (rows !== null && equal(found, rows)) continue;
      // Rows were taken away, such as a text that was withheld: all of the table has to be read.
      rows = rowSum(db, itself, rawSql('1'));
      if (!equal(found, rows)) return fault;
    }
  }
  return null;
}

/** Tables whose rows never change (migrations/0010-first.ts). */
const GROWING: ReadonlySet<string> = new Set(['entry', 'field']);
/** Rows at the end of such a table that are read at opening. */
const END = 5000;

interface IndexedTable {
  readonly table: string;
  /** How it is read row by row. */
  readonly itself: string;
  readonly last: number;
  readonly indexes: readonly { readonly index: string; readonly through: string; readonly fault: string }[];
}

function* indexedTables(db: ReadableDb): Generator<IndexedTable> {
  const tables = db.all<{ name: string }>(
    sql`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND wr = 0
      AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
  for (const { name: table } of tables) {
    const last =
      db.get<{ n: number | null }>(sql`SELECT max(rowid) AS n FROM ${rawSql(`"${table}"`)}`)?.n ?? 0;
    const indexes = db.all<{ name: string }>(sql`SELECT name FROM pragma_index_list(${table})`);
    yield {
      table,
      itself: `"${table}" NOT INDEXED`,
      last,
      indexes: indexes.map(({ name: index }) => ({
        index,
        through: `"${table}" INDEXED BY "${index}"`,
        fault: `the index ${index} does not hold the rows of ${table}`,
      })),
    };
  }
}

/** Conditions that together hold for every row of an index once, each for about STEP rows where keys differ. */
function* keyRanges(db: ReadableDb, table: string, index: string): Generator<Sql> {
  const columns = db.all<{ name: string | null; notnull: number }>(
    sql`SELECT i.name, t."notnull" FROM pragma_index_info(${index}) i
      LEFT JOIN pragma_table_info(${table}) t ON t.name = i.name ORDER BY i.seqno`,
  );
  // An index over an expression, or over values that may be missing, is read at once.
  if (columns.some(({ name, notnull }) => name === null || notnull === 0)) {
    yield rawSql('1');
    return;
  }
  const key = columns.map(({ name }) => `"${name}"`).join(', ');
  for (let after: Sql = rawSql('1'); ;) {
    const end = db.get<Record<string, SqlValue>>(
      sql`SELECT ${rawSql(key)} FROM ${rawSql(`"${table}" INDEXED BY "${index}"`)}
        WHERE ${after} ORDER BY ${rawSql(key)} LIMIT 1 OFFSET ${STEP}`,
    );
    if (end === undefined) {
      yield after;
      return;
    }
    const bound = listOf(columns.map(({ name }) => end[name ?? ''] ?? null));
    yield sql`${after} AND (${rawSql(key)}) <= (${bound})`;
    after = sql`(${rawSql(key)}) > (${bound})`;
  }
}

/** Whether an index names a row that its table does not have. */
const strayRow = (db: ReadableDb, table: string, through: string, range: Sql): boolean =>
  db.get(sql`SELECT 1 FROM (SELECT rowid AS r FROM ${rawSql(through)} WHERE ${range})
    WHERE NOT EXISTS (SELECT 1 FROM ${rawSql(`"${table}" NOT INDEXED`)} WHERE rowid = r) LIMIT 1`) !==
  undefined;

const listOf = (values: readonly SqlValue[]): Sql => ({ text: values.map(() => '?').join(', '), values });

/** Number of row ids and two sums over them: equal where the row ids are, whatever pages they are read from. */
interface RowSum {
  readonly n: number;
  readonly sum: number;
  readonly mixed: number;
}

const NONE: RowSum = { n: 0, sum: 0, mixed: 0 };

const equal = (a: RowSum, b: RowSum): boolean => a.n === b.n && a.sum === b.sum && a.mixed === b.mixed;

const add = (a: RowSum, b: RowSum): RowSum => ({
  n: a.n + b.n,
  sum: a.sum + b.sum,
  mixed: a.mixed + b.mixed,
});

/** Of all row ids after one up to another. */
function allRows(from: number, to: number): RowSum {
  let [sum, mixed] = [0, 0];
  for (let r = from + 1; r <= to; r += 1) {
    sum += r;
    mixed += (r * 7919) % 1_000_003;
  }
  return { n: to - from, sum, mixed };
}

/** Over the rows up to `last`, and how many there are beyond it. */
function rowSum(
  db: ReadableDb,
  way: string,
  range: Sql,
  last = Number.MAX_SAFE_INTEGER,
): RowSum & { readonly beyond: number } {
  const found = db.get<RowSum & { readonly beyond: number }>(sql`SELECT count(*) FILTER (WHERE known) AS n,
    coalesce(sum(r) FILTER (WHERE known), 0) AS "sum",
    coalesce(sum(r * 7919 % 1000003) FILTER (WHERE known), 0) AS mixed,
    count(*) FILTER (WHERE NOT known) AS beyond
    FROM (SELECT rowid AS r, rowid <= ${last} AS known FROM ${rawSql(way)} WHERE ${range})`);
  return found ?? { ...NONE, beyond: 0 };
}
