import type { ReadableDb } from '../db.ts';
import { type Sql, allOf, rawSql, sql } from '../sql.ts';

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
  /** ms since 1970 UTC, inclusive; on the time that orders the list. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  readonly kinds?: readonly string[] | undefined;
  /** Keys of authors. */
  readonly authors?: readonly string[] | undefined;
  readonly tag?: string | undefined;
  readonly phase?: string | undefined;
  readonly by: 'occurred' | 'recorded';
}

/** Its own phase, else the last one that was entered before it, else the first. */
const IN_PHASE = rawSql(`coalesce(phase, (SELECT entered.about FROM about entered
  WHERE entered.kind = 'phase' AND entered.number <= timeline.number ORDER BY entered.number DESC LIMIT 1), 'identification')`);

const COLUMNS = rawSql('number, entry, kind, author, recorded, occurred, until, phase');
const time = (by: 'occurred' | 'recorded'): Sql =>
  rawSql(by === 'occurred' ? 'coalesce(occurred, recorded)' : 'recorded');

function where(filter: TimelineFilter): Sql {
  const conditions: Sql[] = [];
  if (filter.since !== undefined) conditions.push(sql`${time(filter.by)} >= ${filter.since}`);
  if (filter.until !== undefined) conditions.push(sql`${time(filter.by)} <= ${filter.until}`);
  if (filter.kinds !== undefined) {
    conditions.push(sql`kind IN (SELECT value FROM json_each(${JSON.stringify(filter.kinds)}))`);
  }
  if (filter.authors !== undefined) {
    conditions.push(sql`author IN (SELECT value FROM json_each(${JSON.stringify(filter.authors)}))`);
  }
  if (filter.tag !== undefined) {
    conditions.push(sql`number IN (SELECT number FROM tag WHERE tag = ${filter.tag})`);
  }
  if (filter.phase !== undefined) conditions.push(sql`${IN_PHASE} = ${filter.phase}`);
  return allOf(conditions);
}

/** By `recorded` the order is the record's own (number); by `occurred`, what happened first. */
const order = (by: 'occurred' | 'recorded'): Sql =>
  rawSql(by === 'occurred' ? 'coalesce(occurred, recorded), number' : 'number');

export const countTimeline = (db: ReadableDb, filter: TimelineFilter): number =>
  db.get<{ n: number }>(sql`SELECT count(*) AS n FROM timeline WHERE ${where(filter)}`)?.n ?? 0;

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
