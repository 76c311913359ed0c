import type { ReadableDb } from './db.ts';
import { sql } from './sql.ts';

/**
 * Why `entry` and `field` cannot be read as the format says, or null: ordinary tables with the expected columns
 * are enough for a check, whatever else was changed.
 */
export function recordTablesFault(db: ReadableDb): string | null {
  for (const [table, columns] of Object.entries(RECORD_TABLES)) {
    const kind = db.get<{ type: string; sql: string }>(
      sql`SELECT type, sql FROM sqlite_schema WHERE name = ${table}`,
    );
    if (kind === undefined) return `${table} is missing`;
    if (kind.type !== 'table' || /^\s*CREATE\s+VIRTUAL/i.test(kind.sql)) {
      return `${table} is no ordinary table`;
    }
    const found = db.all<{ name: string; hidden: number }>(
      sql`SELECT name, hidden FROM pragma_table_xinfo(${table})`,
    );
    const missing = columns.find(
      (column) => !found.some(({ name, hidden }) => name === column && hidden === 0),
    );
    if (missing !== undefined) return `${table} has no ordinary column ${missing}`;
  }
  // Our tables are STRICT; others may hold anything.
  const odd =
    db.get<{
      n: number;
    }>(sql`SELECT seq AS n FROM entry WHERE typeof(hash) <> 'blob' OR typeof(header) <> 'blob'
      OR typeof(signature) <> 'blob' OR typeof(author) <> 'blob' OR typeof(writer) <> 'blob'
      OR typeof(n) <> 'integer' OR typeof(seq) <> 'integer' LIMIT 1`) ??
    db.get<{
      n: number;
    }>(sql`SELECT rowid AS n FROM field WHERE typeof(entry) <> 'blob' OR typeof(name) <> 'text'
      OR typeof(salt) <> 'text' OR typeof(value) <> 'text' OR typeof(digest) <> 'blob' LIMIT 1`);
  return odd === undefined ? null : `row ${odd.n} of the record holds a value of another type`;
}

const RECORD_TABLES = {
  entry: ['seq', 'hash', 'header', 'signature', 'author', 'writer', 'n'],
  field: ['entry', 'name', 'salt', 'value', 'digest'],
} as const;
