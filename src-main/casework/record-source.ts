import type { Entry } from '../domain/entry.ts';
import type { ReadableDb } from '../store/db.ts';
import { type AuthorRow, authorOf } from '../store/queries/author.ts';
import {
  type AboutRow,
  type ClaimRow,
  aboutOfKind,
  claimsAbout,
  entriesAbout,
  standingUnder,
} from '../store/queries/standing.ts';
import { founderOf } from './case-facts.ts';
import { entryWithId } from './read-entry.ts';

/**
 * What names and marks are looked up in: a case file, or the entries that a report carries. Each answers as the query of
 * that name does.
 */
export interface RecordSource {
  readonly founder: string;
  entryWithId(id: string): Entry;
  authorOf(key: string): Pick<AuthorRow, 'name' | 'number'> | undefined;
  aboutOfKind(kind: string): readonly Pick<AboutRow & { readonly about: string }, 'about' | 'number'>[];
  entriesAbout(about: string, kind: string): readonly Pick<AboutRow, 'entry'>[];
  claimsAbout(about: string, kind: string): readonly Pick<ClaimRow, 'author' | 'recorded'>[];
  standingUnder(prefix: string): readonly { readonly slot: string; readonly entry: string }[];
}

export const sourceIn = (db: ReadableDb): RecordSource => ({
  founder: founderOf(db),
  entryWithId: (id) => entryWithId(db, id),
  authorOf: (key) => authorOf(db, key),
  aboutOfKind: (kind) => aboutOfKind(db, kind),
  entriesAbout: (about, kind) => entriesAbout(db, about, kind),
  claimsAbout: (about, kind) => claimsAbout(db, about, kind),
  standingUnder: (prefix) => standingUnder(db, prefix),
});
