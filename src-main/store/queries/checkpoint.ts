import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

/** Where a long job stood when it was last written down; local to this file and no part of the record. */
export interface CheckpointRow {
  /** What is being read, and how: equal only for the very same work. */
  readonly source: string;
  /** Name of the half file in the evidence folder, where there is one. */
  readonly part: string | null;
  /** JSON; `NOWHERE` where there is nothing to go on with. */
  readonly place: string;
  /** Instant, ISO 8601. */
  readonly saved: string;
}

/** The place of a job that only says which half file it is about to give its name. */
export const NOWHERE = '';

export const checkpointOf = (db: ReadableDb, source: string): CheckpointRow | undefined =>
  db.get<CheckpointRow>(sql`SELECT source, part, place, saved FROM checkpoint WHERE source = ${source}`);

export function saveCheckpoint(db: WritableDb, { source, part, place, saved }: CheckpointRow): void {
  db.run(sql`INSERT INTO checkpoint (source, part, place, saved) VALUES (${source}, ${part}, ${place}, ${saved})
    ON CONFLICT (source) DO UPDATE SET part = excluded.part, place = excluded.place, saved = excluded.saved`);
}

export function dropCheckpoint(db: WritableDb, source: string): void {
  db.run(sql`DELETE FROM checkpoint WHERE source = ${source}`);
}

/** Rows of one work that has several: their sources are `WORK/…`, and come in the order of those. */
export const checkpointsOf = (db: ReadableDb, work: string): CheckpointRow[] =>
  db.all<CheckpointRow>(sql`SELECT source, part, place, saved FROM checkpoint
    WHERE source > ${`${work}/`} AND source < ${`${work}0`} ORDER BY source`);

export function dropCheckpointsOf(db: WritableDb, work: string): void {
  // `0` follows `/`.
  db.run(sql`DELETE FROM checkpoint WHERE source > ${`${work}/`} AND source < ${`${work}0`}`);
}

export const checkpoints = (db: ReadableDb): CheckpointRow[] =>
  db.all<CheckpointRow>(sql`SELECT source, part, place, saved FROM checkpoint`);
