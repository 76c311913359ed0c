import type { AuthorKey, CaseId } from '../domain/brands.ts';
import { textField } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import type { ReadableDb } from '../store/db.ts';
import { entriesAfter } from '../store/queries/entry.ts';
import { factNamed } from '../store/queries/fact.ts';
import { headerOf, readEntry } from './read-entry.ts';

/** What the first entry says: it stands in row 1 of every file of the case. */
export function beginningOf(db: ReadableDb) {
  const [row] = entriesAfter(db, 0, 1);
  if (row === undefined) throw new CaseError('not-a-case', { path: db.path, reason: 'it has no entries.' });
  const entry = readEntry(db, row);
  return {
    id: entry.header.case satisfies CaseId,
    founder: entry.header.author satisfies AuthorKey,
    title: textField(entry, 'title') ?? 'title withheld',
    kind: entry.fields['case_kind'] === 'preparation' ? ('preparation' as const) : ('incident' as const),
    practice: entry.fields['practice'] === true,
    created: entry.header.recorded,
  };
}

/** What a practice case says wherever something of it leaves the program. */
export const PRACTICE = 'Practice, not an incident';

/** The title as it stands on what is written, printed or sent. */
export function titleOutside(db: ReadableDb): string {
  const { title, practice } = beginningOf(db);
  return practice ? `${PRACTICE}: ${title}` : title;
}

/**
 * The case id and the founder's key, from the header of the first entry alone: a check needs them before it knows
 * whether any field can be read.
 */
export function identityOf(db: ReadableDb): { readonly id: CaseId; readonly founder: AuthorKey } {
  const [row] = entriesAfter(db, 0, 1);
  if (row === undefined) throw new CaseError('not-a-case', { path: db.path, reason: 'it has no entries.' });
  const { case: id, author: founder } = headerOf(db, row);
  return { id, founder };
}

export const founderOf = (db: ReadableDb): AuthorKey => identityOf(db).founder;

/** The case's zone (IANA): the fact `zone`, UTC where it is not known. */
export function zoneOf(db: ReadableDb): string {
  const value: unknown = JSON.parse(factNamed(db, 'zone')?.value ?? 'null');
  return typeof value === 'string' ? value : 'UTC';
}
