import { textField } from '../domain/entry.ts';
import { entryWithId } from '../casework/read-entry.ts';
import type { ReadableDb } from '../store/db.ts';
import { copyEntryOf } from '../store/queries/exhibit.ts';
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
