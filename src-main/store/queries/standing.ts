import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

/** A new entry knows all others of the file, so it alone stands in its slot. */
export function takeSlot(db: WritableDb, slot: string, number: number): void {
  db.run(sql`DELETE FROM present WHERE slot = ${slot}`);
  db.run(sql`INSERT INTO present (slot, number) VALUES (${slot}, ${number})`);
}

export interface AboutRow {
  readonly number: number;
  readonly entry: string;
  readonly kind: string;
}

/** Entries of one kind that are about an entry, a key or a name, oldest first. */
export const entriesAbout = (db: ReadableDb, about: string, kind: string): AboutRow[] =>
  db.all<AboutRow>(
    sql`SELECT number, entry, kind FROM about WHERE about = ${about} AND kind = ${kind} ORDER BY number`,
  );

export const presentRows = (db: ReadableDb): { slot: string; number: number }[] =>
  db.all(sql`SELECT slot, number FROM present ORDER BY slot, number`);

export interface BranchRow {
  readonly number: number;
  readonly entry: string;
  readonly followed_by: number;
}

/** Entries that were continued in more than one copy. */
export const branchRows = (db: ReadableDb): BranchRow[] =>
  db.all<BranchRow>(sql`SELECT number, entry, followed_by FROM branch ORDER BY number`);

/** Fills both tables of a file that has none of their rows yet. */
export function insertStanding(
  db: WritableDb,
  rows: {
    readonly present: readonly { readonly slot: string; readonly number: number }[];
    readonly branches: readonly BranchRow[];
  },
): void {
  for (const { slot, number } of rows.present) {
    db.run(sql`INSERT INTO present (slot, number) VALUES (${slot}, ${number})`);
  }
  for (const { number, entry, followed_by: followers } of rows.branches) {
    db.run(sql`INSERT INTO branch (number, entry, followed_by) VALUES (${number}, ${entry}, ${followers})`);
  }
}
