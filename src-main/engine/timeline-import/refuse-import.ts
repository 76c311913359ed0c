import { textField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { orderText } from '../../domain/import/order-text.ts';
import { entryWithId } from '../../casework/read-entry.ts';
import type { ReadableDb } from '../../store/db.ts';
import { aboutOfKind } from '../../store/queries/standing.ts';
import type { ReadTimeline } from '../workers/read-timeline.ts';

/** The label of the exhibit from which these bytes were imported before, or null. @param sha256 hex */
export function importedFrom(db: ReadableDb, sha256: string): string | null {
  const before = aboutOfKind(db, 'timeline-import')
    .map(({ entry }) => entryWithId(db, entry))
    .find((entry) => textField(entry, 'sha256') === sha256);
  return before === undefined ? null : (textField(before, 'exhibit') ?? '');
}

/**
 * Refuses what would add nothing, or would have to guess.
 * @throws CaseError `already-imported`, `wrong-use`
 */
export function refuseImport(db: ReadableDb, read: ReadTimeline, path: string): void {
  const before = importedFrom(db, read.sha256);
  if (before !== null) throw new CaseError('already-imported', { path, exhibit: before });
  const zoneless = read.notTaken.filter(({ fault }) => fault === 'no-zone');
  const [first] = zoneless;
  if (first !== undefined) {
    throw new CaseError('wrong-use', {
      reason: `${zoneless.length} rows of ${path} have a time without a zone, first line ${first.line}: “${first.typed ?? ''}”. Say in which zone the file was written.`,
      cli: '`--zone Europe/Berlin` says it.',
    });
  }
  const open = read.dates.find(({ order }) => order === null);
  if (open !== undefined) {
    throw new CaseError('wrong-use', {
      reason: `${path}: ${orderText(open)}. Say what stands first in them, the day or the month.`,
      cli: '`--dates day-first` or `--dates month-first` says it.',
    });
  }
  if (read.taken > 0) return;
  const why = read.notTaken[0];
  throw new CaseError('wrong-use', {
    reason:
      why === undefined
        ? `${path} has no rows: there is nothing to import.`
        : `No row of ${path} can be imported: line ${why.line} is “${why.fault}”. Say which column has the time and which the text.`,
    cli: '`--map COLUMN=time --map COLUMN=text` says it.',
  });
}
