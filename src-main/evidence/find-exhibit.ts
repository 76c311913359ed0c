import { CaseError } from '../domain/errors.ts';
import { parseExhibitLabel } from '../domain/exhibit-number.ts';
import type { ReadableDb } from '../store/db.ts';
import { type ExhibitRow, exhibitLabelled, exhibitRegisteredBy } from '../store/queries/exhibit.ts';

/** The exhibit of a label as people type it. @throws CaseError `exhibit-unknown` */
export function findExhibit(db: ReadableDb, label: string): ExhibitRow {
  const parsed = parseExhibitLabel(label);
  const row = parsed === null ? undefined : exhibitLabelled(db, parsed.series, parsed.number);
  if (row === undefined) throw new CaseError('exhibit-unknown', { exhibit: label });
  return row;
}

/** The exhibit that an `evidence` entry registered. @throws CaseError `exhibit-unknown` */
export function exhibitOf(db: ReadableDb, entry: string): ExhibitRow {
  const row = exhibitRegisteredBy(db, entry);
  if (row === undefined) throw new CaseError('exhibit-unknown', { exhibit: entry.slice(0, 8) });
  return row;
}
