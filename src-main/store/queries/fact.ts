import type { ReadableDb } from '../db.ts';
import { sql } from '../sql.ts';

export interface FactRow {
  readonly number: number;
  readonly entry: string;
  readonly name: string;
  /** JSON text. */
  readonly value: string;
}

export const factNamed = (db: ReadableDb, name: string): FactRow | undefined =>
  db.get<FactRow>(
    sql`SELECT number, entry, name, value FROM fact WHERE name = ${name} ORDER BY number DESC LIMIT 1`,
  );
