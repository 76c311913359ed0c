import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

export interface SourceRow {
  readonly id: number;
  /** Id of the exhibit's entry. */
  readonly exhibit: string;
  /** Name inside an archive; empty for the file itself. */
  readonly member: string;
  readonly reader: string;
  /** JSON of what was given to the reader. */
  readonly given: string;
  readonly done: 0 | 1;
  readonly total_rows: number;
  /** Unpacked. */
  readonly bytes: number;
  readonly undated: number;
  /** Of the earliest and latest row, ms since 1970 UTC; null without one. */
  readonly first: number | null;
  readonly last: number | null;
  /** JSON: how many of each kind. */
  readonly problems: string;
  /**
   * Whether the bytes that were read have the hash of the exhibit: `unknown` until the end is reached, and where the
   * exhibit has none.
   */
  readonly proof: Proof;
  /** Whether it was compared with the other sources. */
  readonly compared: 0 | 1;
  /** Goes up when marks of its rows change. */
  readonly marks: number;
}

export type Proof = 'matches' | 'changed' | 'unknown';

export type NewSource = Pick<SourceRow, 'exhibit' | 'member' | 'reader' | 'given'>;

export const logSources = (db: ReadableDb): SourceRow[] =>
  db.all<SourceRow>(sql`SELECT id, exhibit, member, reader, given, done, total_rows, bytes, undated, first, last,
    problems, proof, compared, marks FROM source ORDER BY id`);

export const logSource = (db: ReadableDb, exhibit: string, member: string): SourceRow | undefined =>
  db.get<SourceRow>(sql`SELECT id, exhibit, member, reader, given, done, total_rows, bytes, undated, first, last,
    problems, proof, compared, marks FROM source WHERE exhibit = ${exhibit} AND member = ${member}`);

export function insertSource(db: WritableDb, { exhibit, member, reader, given }: NewSource): number {
  db.run(sql`INSERT INTO source (exhibit, member, reader, given)
    VALUES (${exhibit}, ${member}, ${reader}, ${given})`);
  return db.get<{ id: number }>(sql`SELECT last_insert_rowid() AS id`)?.id ?? 0;
}

export type SourceState = Pick<
  SourceRow,
  'done' | 'total_rows' | 'bytes' | 'undated' | 'first' | 'last' | 'problems' | 'proof'
>;

export function updateSource(db: WritableDb, id: number, now: SourceState): void {
  db.run(sql`UPDATE source SET done = ${now.done}, total_rows = ${now.total_rows}, bytes = ${now.bytes},
    undated = ${now.undated}, first = ${now.first}, last = ${now.last}, problems = ${now.problems},
    proof = ${now.proof}
    WHERE id = ${id}`);
}

export function setCompared(db: WritableDb, id: number): void {
  db.run(sql`UPDATE source SET compared = 1 WHERE id = ${id}`);
}

export function countMarks(db: WritableDb, id: number): void {
  db.run(sql`UPDATE source SET marks = marks + 1 WHERE id = ${id}`);
}

/** Takes all rows of a source out. Rows of others that are marked as repetitions of it stay so (`forgetSource`). */
export function deleteSource(db: WritableDb, id: number): void {
  db.transaction(() => {
    const segments = sql`SELECT id FROM segment WHERE source = ${id}`;
    db.run(sql`DELETE FROM column_data WHERE segment IN (${segments})`);
    db.run(sql`DELETE FROM block WHERE segment IN (${segments})`);
    db.run(sql`DELETE FROM segment WHERE source = ${id}`);
    db.run(sql`DELETE FROM context WHERE source = ${id}`);
    db.run(sql`DELETE FROM problem WHERE source = ${id}`);
    db.run(sql`DELETE FROM repeat WHERE source = ${id} OR other = ${id}`);
    db.run(sql`DELETE FROM source WHERE id = ${id}`);
  });
}

export interface ProblemRow {
  readonly kind: string;
  readonly line: number;
  readonly at: number;
  readonly detail: string;
}

export function insertProblem(db: WritableDb, source: number, { kind, line, at, detail }: ProblemRow): void {
  db.run(sql`INSERT INTO problem (source, kind, line, at, detail)
    VALUES (${source}, ${kind}, ${line}, ${at}, ${detail})`);
}

export function deleteProblems(db: WritableDb, source: number): void {
  db.run(sql`DELETE FROM problem WHERE source = ${source}`);
}

export const logProblemsOf = (db: ReadableDb, source: number): ProblemRow[] =>
  db.all<ProblemRow>(
    sql`SELECT kind, line, at, detail FROM problem WHERE source = ${source} ORDER BY line, rowid`,
  );
