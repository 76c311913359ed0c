import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

/** A new entry knows all others of the file, so it alone stands in its slot. */
export function takeSlot(db: WritableDb, slot: string, number: number): void {
  db.run(sql`DELETE FROM present WHERE slot = ${slot}`);
  db.run(sql`INSERT INTO present (slot, number) VALUES (${slot}, ${number})`);
}

/** Says anew who stands in a slot. */
export function replaceSlot(db: WritableDb, slot: string, numbers: readonly number[]): void {
  db.run(sql`DELETE FROM present WHERE slot = ${slot}`);
  for (const number of numbers) {
    db.run(sql`INSERT INTO present (slot, number) VALUES (${slot}, ${number})`);
  }
}

/** The entries that stand in a slot, oldest first. */
export const standingRows = (db: ReadableDb, slot: string): AboutRow[] =>
  db.all<AboutRow>(sql`SELECT p.number, t.entry, t.kind FROM present p JOIN timeline t ON t.number = p.number
    WHERE p.slot = ${slot} ORDER BY p.number`);

/** All slots whose name starts with a prefix, with the entries that stand in them, oldest first. */
export const standingUnder = (db: ReadableDb, prefix: string): (AboutRow & { readonly slot: string })[] =>
  db.all(sql`SELECT p.slot, p.number, t.entry, t.kind FROM present p JOIN timeline t ON t.number = p.number
    WHERE p.slot >= ${prefix} AND p.slot < ${`${prefix}\u{10ffff}`} ORDER BY p.slot, p.number`);

export interface AboutRow {
  readonly number: number;
  readonly entry: string;
  readonly kind: string;
}

/** All entries of a kind with what they are about, oldest first. */
export const aboutOfKind = (db: ReadableDb, kind: string): (AboutRow & { readonly about: string })[] =>
  db.all(sql`SELECT number, about, kind, entry FROM about WHERE kind = ${kind} ORDER BY number`);

/** The same of those that have a field; of the others nothing is read. */
export const aboutOfKindWith = (db: ReadableDb, kind: string, field: string): AboutRow[] =>
  db.all(sql`SELECT a.number, a.kind, a.entry FROM about a WHERE a.kind = ${kind} AND EXISTS
    (SELECT 1 FROM field f WHERE f.entry = unhex(a.entry) AND f.name = ${field}) ORDER BY a.number`);

/** When the last entry of a kind was recorded about each thing, ms since 1970 UTC. */
export const lastAboutOfKind = (db: ReadableDb, kind: string): { about: string; recorded: number }[] =>
  db.all(sql`SELECT a.about, t.recorded
    FROM (SELECT about, max(number) AS number FROM about WHERE kind = ${kind} GROUP BY about) a
    JOIN timeline t ON t.number = a.number ORDER BY a.number`);

/** Entries of one kind that are about an entry, a key or a name, oldest first. */
export const entriesAbout = (db: ReadableDb, about: string, kind: string): AboutRow[] =>
  db.all<AboutRow>(
    sql`SELECT number, entry, kind FROM about WHERE about = ${about} AND kind = ${kind} ORDER BY number`,
  );

export interface ClaimRow {
  readonly entry: string;
  /** Key that signed it, hex. */
  readonly author: string;
  /** ms since 1970 UTC. */
  readonly recorded: number;
}

/** The same with who says it and when. */
export const claimsAbout = (db: ReadableDb, about: string, kind: string): ClaimRow[] =>
  db.all<ClaimRow>(sql`SELECT a.entry, t.author, t.recorded FROM about a JOIN timeline t ON t.number = a.number
    WHERE a.about = ${about} AND a.kind = ${kind} ORDER BY a.number`);

export const presentRows = (db: ReadableDb): { slot: string; number: number }[] =>
  db.all(sql`SELECT slot, number FROM present ORDER BY slot, number`);

/** Entries that stand follow those of `temp.renumber` (arrival.ts) to their new numbers. */
export function renumberStanding(db: WritableDb): void {
  db.run(sql`UPDATE present SET number = (SELECT r.number FROM temp.renumber r WHERE r.old = present.number)
    WHERE number IN (SELECT old FROM temp.renumber)`);
}

export interface BranchRow {
  readonly number: number;
  readonly entry: string;
  readonly followed_by: number;
}

/** Entries that were continued in more than one copy. */
export const branchRows = (db: ReadableDb): BranchRow[] =>
  db.all<BranchRow>(sql`SELECT number, entry, followed_by FROM branch ORDER BY number`);

/** Puts other rows in the place of all that both tables hold. */
export function replaceStanding(db: WritableDb, rows: Parameters<typeof insertStanding>[1]): void {
  db.run(sql`DELETE FROM present`);
  db.run(sql`DELETE FROM branch`);
  insertStanding(db, rows);
}

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
