import * as z from 'zod';
import type { ReadableDb, WritableDb } from '../../store/db.ts';
import { localValue, setLocal } from '../../store/queries/local.ts';

const keptSchema = z.array(z.strictObject({ name: z.string(), query: z.string() }));

/** Searches that can be kept in a case file. */
const MOST = 200;

export interface KeptSearch {
  readonly name: string;
  readonly query: string;
}

/** Searches under a name, in a table that is no part of the record and comes into no copy. */
export function keptSearches(db: ReadableDb): KeptSearch[] {
  const kept = keptSchema.safeParse(JSON.parse(localValue(db, 'log-searches') ?? '[]'));
  return kept.success ? kept.data : [];
}

/** @param query empty forgets the name */
export function keepSearch(db: WritableDb, name: string, query: string): void {
  const others = keptSearches(db).filter((kept) => kept.name !== name);
  const kept = query.trim() === '' ? others : [...others, { name, query }].slice(-MOST);
  setLocal(db, 'log-searches', JSON.stringify(kept));
}
