import { fromHex } from '../domain/bytes.ts';
import { textField } from '../domain/entry.ts';
import { entryWithId } from '../casework/read-entry.ts';
import type { ReadableDb } from '../store/db.ts';
import { entryByHash } from '../store/queries/entry.ts';
import { copyEntryOf, seriesOfCopies } from '../store/queries/exhibit.ts';
import { localValue } from '../store/queries/local.ts';

export type EvidenceOfCopy = 'all' | 'small' | 'none';

/** Whether this file was made as a copy in which nobody is to write. */
export const isReadingCopy = (db: ReadableDb): boolean => localValue(db, 'read-only') !== undefined;

/** Which stored evidence this file was given when it was made as a copy; `all` in an original. */
export function evidenceOfCopy(db: ReadableDb): EvidenceOfCopy {
  const series = localValue(db, 'series');
  if (series === undefined) return 'all';
  const id = copyEntryOf(db, series);
  const choice = id === undefined ? undefined : textField(entryWithId(db, id), 'evidence');
  return choice === 'none' || choice === 'small' ? choice : 'all';
}

/**
 * The row of the last entry that may lack personal fields, because this file, or the one that it is a copy of, was made
 * without them; 0 in all others.
 */
export function leftOutUpTo(db: ReadableDb): number {
  const own = localValue(db, 'series');
  if (own === undefined) return 0;
  const rows = seriesOfCopies(db)
    .filter((series) => series !== '' && own.startsWith(series))
    .flatMap((series) => copyEntryOf(db, series) ?? [])
    .filter((id) => textField(entryWithId(db, id), 'redact') === 'personal')
    .map((id) => entryByHash(db, fromHex(id))?.seq ?? 0);
  return Math.max(0, ...rows);
}
