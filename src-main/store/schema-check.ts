import type Database from 'better-sqlite3';
import { migrate } from './migrate.ts';
import { openInMemory } from './open-encrypted.ts';

type SchemaRow = readonly [type: string, name: string, table: string, sql: string | null];

let expected: ReadonlyMap<string, string> | undefined;

/**
 * The name of the first object by which a file's schema differs from what our migrations make, or null.
 * A view instead of a table, an extra trigger or a changed column all show here, before any row is read.
 */
export function schemaDifference(db: Database.Database): string | null {
  expected ??= expectedSchema();
  const found = describe(db);
  for (const [name, text] of found) {
    if (expected.get(name) !== text) return expected.has(name) ? `${name} was changed` : `${name} was added`;
  }
  for (const name of expected.keys()) if (!found.has(name)) return `${name} is missing`;
  return null;
}

function expectedSchema(): ReadonlyMap<string, string> {
  const db = openInMemory();
  try {
    migrate(db);
    return describe(db);
  } finally {
    db.close();
  }
}

function describe(db: Database.Database): ReadonlyMap<string, string> {
  const rows = db
    .prepare<[], SchemaRow>('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name')
    .raw()
    .all();
  return new Map(rows.map(([type, name, table, sql]) => [`${type} ${name}`, `${table}: ${sql ?? ''}`]));
}
