import { CaseError } from '../domain/errors.ts';
import { parseExhibitLabel } from '../domain/exhibit-number.ts';
import type { ReadableDb } from '../store/db.ts';
import { type ExhibitRow, exhibitsNumbered, exhibitRegisteredBy } from '../store/queries/exhibit.ts';

/** The exhibit of a label as people type it. @throws CaseError `exhibit-unknown`, `exhibit-ambiguous` */
export function findExhibit(db: ReadableDb, label: string): ExhibitRow {
  const parsed = parseExhibitLabel(label);
  const alike = parsed === null ? [] : exhibitsNumbered(db, parsed.series, parsed.number);
  const meant = alike.find((row) => parseExhibitLabel(row.label)?.mark === parsed?.mark);
  if (meant !== undefined) return meant;
  if (alike.length < 2) throw new CaseError('exhibit-unknown', { exhibit: label });
  throw new CaseError('exhibit-ambiguous', {
    exhibit: label,
    labels: alike.map((row) => row.label).join(', '),
  });
}

/** The exhibit that an `evidence` entry registered. @throws CaseError `exhibit-unknown` */
export function exhibitOf(db: ReadableDb, entry: string): ExhibitRow {
  const row = exhibitRegisteredBy(db, entry);
  if (row === undefined) throw new CaseError('exhibit-unknown', { exhibit: entry.slice(0, 8) });
  return row;
}
