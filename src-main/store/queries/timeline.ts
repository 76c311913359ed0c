import type { EntryId } from '../../domain/brands.ts';
import type { ReadableDb } from '../db.ts';
import { type Sql, rawSql, sql } from '../sql.ts';

export interface TimelineRow {
  readonly number: number;
  readonly entry: string;
  readonly kind: string;
  readonly author: string;
  /** ms since 1970 UTC. */
  readonly recorded: number;
  readonly occurred: number | null;
  readonly until: number | null;
  readonly phase: string | null;
}

export interface TimelineFilter {
  readonly kinds?: readonly string[] | undefined;
  readonly by: 'occurred' | 'recorded';
}

const COLUMNS = rawSql('number, entry, kind, author, recorded, occurred, until, phase');

const where = ({ kinds }: TimelineFilter): Sql =>
  kinds === undefined ? rawSql('1') : sql`kind IN (SELECT value FROM json_each(${JSON.stringify(kinds)}))`;

/** By `recorded` the order is the record's own (number); by `occurred`, what happened first. */
const order = (by: 'occurred' | 'recorded'): Sql =>
  rawSql(by === 'occurred' ? 'coalesce(occurred, recorded), number' : 'number');

export const timelineRows = (
  db: ReadableDb,
  filter: TimelineFilter,
  offset: number,
  limit: number,
): TimelineRow[] =>
  db.all<TimelineRow>(
    sql`SELECT ${COLUMNS} FROM timeline WHERE ${where(filter)} ORDER BY ${order(filter.by)} LIMIT ${limit} OFFSET ${offset}`,
  );

export const timelineRowOf = (db: ReadableDb, entry: string): TimelineRow | undefined =>
  db.get<TimelineRow>(sql`SELECT ${COLUMNS} FROM timeline WHERE entry = ${entry}`);

export const lastNumber = (db: ReadableDb): number =>
  db.get<{ n: number | null }>(sql`SELECT max(number) AS n FROM timeline`)?.n ?? 0;

export const rowNumbered = (db: ReadableDb, number: number): TimelineRow | undefined =>
  db.get<TimelineRow>(sql`SELECT ${COLUMNS} FROM timeline WHERE number = ${number}`);

/** Rows in the record's order, after a number. */
export const rowsAfter = (db: ReadableDb, number: number, limit: number): TimelineRow[] =>
  db.all<TimelineRow>(
    sql`SELECT ${COLUMNS} FROM timeline WHERE number > ${number} ORDER BY number LIMIT ${limit}`,
  );

/** Tags of the entries numbered after `from`, up to `to`. */
export const tagsBetween = (db: ReadableDb, from: number, to: number): { number: number; tag: string }[] =>
  db.all<{ number: number; tag: string }>(
    sql`SELECT number, tag FROM tag WHERE number > ${from} AND number <= ${to}`,
  );

/** When the newest entry was recorded, by the clocks of all devices; ms since 1970 UTC. */
export const newestRecorded = (db: ReadableDb): number =>
  db.get<{ at: number | null }>(sql`SELECT max(recorded) AS at FROM timeline`)?.at ?? 0;

/** How many fields of the entries numbered `from` to `to` are in a list of `KIND/FIELD`. */
export const countFields = (db: ReadableDb, from: number, to: number, names: readonly string[]): number =>
  db.get<{
    n: number;
  }>(sql`SELECT count(*) AS n FROM timeline t CROSS JOIN field f ON f.entry = unhex(t.entry)
    WHERE t.number BETWEEN ${from} AND ${to}
      AND t.kind || '/' || f.name IN (SELECT value FROM json_each(${JSON.stringify(names)}))`)?.n ?? 0;

/** Ids of all entries of a kind, in the order of their numbers. */
export const entriesOfKind = (db: ReadableDb, kind: string): EntryId[] =>
  db
    .all<{ entry: EntryId }>(sql`SELECT entry FROM timeline WHERE kind = ${kind} ORDER BY number`)
    .map(({ entry }) => entry);

/**
 * How many entries were recorded after an instant (ms since 1970 UTC), and when the first of them. That a copy is
 * complete can stand in no copy and does not count.
 */
export const recordedSince = (
  db: ReadableDb,
  instant: number,
): { readonly entries: number; readonly first: number | null } =>
  db.get<{ entries: number; first: number | null }>(
    sql`SELECT count(*) AS entries, min(recorded) AS first FROM timeline
      WHERE recorded > ${instant} AND kind <> 'copy-made'`,
  ) ?? { entries: 0, first: null };

/** The same of a whole record of which no copy was ever begun, from its first entry on: no row but that is read. */
export const recordedAtAll = (db: ReadableDb): ReturnType<typeof recordedSince> => ({
  entries: db.get<{ n: number }>(sql`SELECT count(*) AS n FROM timeline`)?.n ?? 0,
  first: rowNumbered(db, 1)?.recorded ?? null,
});
