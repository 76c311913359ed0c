import type { ReadableDb } from '../db.ts';
import { sql } from '../sql.ts';

export interface FactRow {
  readonly number: number;
  readonly entry: string;
  readonly name: string;
  /** JSON text. */
  readonly value: string;
}

/** The newest value of each fact, in the order in which the facts first appeared. */
export const currentFacts = (db: ReadableDb): FactRow[] =>
  db.all<FactRow>(sql`SELECT f.number, f.entry, f.name, f.value FROM fact f
    WHERE f.number = (SELECT max(number) FROM fact g WHERE g.name = f.name)
    ORDER BY (SELECT min(number) FROM fact h WHERE h.name = f.name)`);

export const factNamed = (db: ReadableDb, name: string): FactRow | undefined =>
  db.get<FactRow>(
    sql`SELECT number, entry, name, value FROM fact WHERE name = ${name} ORDER BY number DESC LIMIT 1`,
  );
