import type { ReadableDb } from '../store/db.ts';
import { exhibitRegisteredBy } from '../store/queries/exhibit.ts';

/** The labels of exhibits by the hashes of their entries, each once; what registers none is left out. */
export const exhibitLabels = (db: ReadableDb, entries: readonly string[]): string[] =>
  [...new Set(entries)].flatMap((entry) => exhibitRegisteredBy(db, entry)?.label ?? []);
