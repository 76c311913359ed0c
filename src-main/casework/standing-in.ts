import type { Entry } from '../domain/entry.ts';
import type { ReadableDb } from '../store/db.ts';
import { standingRows } from '../store/queries/standing.ts';
import { entryWithId } from './read-entry.ts';

/**
 * The entries that stand in a slot (FORMAT.md §10.2), oldest first. More than one = they were written in copies that
 * did not know of each other.
 */
export const standingIn = (db: ReadableDb, slot: string): Entry[] =>
  standingRows(db, slot).map(({ entry }) => entryWithId(db, entry));
