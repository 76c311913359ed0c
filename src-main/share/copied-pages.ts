import { PROJECTION_VERSION, projectionTables } from '../domain/projection/rows.ts';
import type { WritableDb } from '../store/db.ts';
import { rawSql, sql } from '../store/sql.ts';
import type { EvidenceOfCopy } from './own-copy.ts';

/** What a copy of all entries is given, beside them. Plain data: it crosses threads. */
export interface PagesWish {
  /** Letters of the exhibit numbers that are given there. */
  readonly series: string;
  readonly evidence: EvidenceOfCopy;
  /** Nobody is to write in it. */
  readonly readOnly: boolean;
}

/** The record and its views. Whatever else a case file holds is its own, and comes into no copy. */
const RECORD = [
  'entry',
  'field',
  'withheld',
  'admitted',
  ...Object.keys(projectionTables),
  'present',
  'branch',
  'tip',
] as const;

/**
 * Copies rows of a case into a case file that has none (store/fill-from-pages.ts).
 * @param db whose `main` is the case, and whose `copy` the new file
 */
export function copyTables(db: WritableDb, { series, evidence, readOnly }: PagesWish): void {
  for (const table of RECORD) {
    db.run(sql`INSERT INTO copy.${rawSql(table)} SELECT * FROM main.${rawSql(table)}`);
  }
  const beside = [
    ...(evidence === 'none' ? [] : ['evidence_blob']),
    ...(evidence === 'all' ? ['evidence_key'] : []),
  ];
  for (const table of beside) {
    db.run(sql`INSERT INTO copy.${rawSql(table)} SELECT * FROM main.${rawSql(table)}
      WHERE entry IN (SELECT unhex(entry) FROM main.exhibit)`);
  }
  const local = [
    ['series', series],
    ['projection-version', String(PROJECTION_VERSION)],
    ...(readOnly ? [['read-only', 'yes']] : []),
  ];
  for (const [name = '', value = ''] of local) {
    db.run(sql`INSERT INTO copy.local (name, value) VALUES (${name}, ${value})`);
  }
}
