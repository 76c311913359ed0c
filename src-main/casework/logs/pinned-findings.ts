import { textField } from '../../domain/entry.ts';
import type { ReadableDb } from '../../store/db.ts';
import { lastNumber, timelineRows } from '../../store/queries/timeline.ts';
import { entryWithId } from '../read-entry.ts';

/** Ids of the entries that pinned each finding, oldest first. */
export function pinnedFindings(db: ReadableDb): ReadonlyMap<string, string[]> {
  const pinned = new Map<string, string[]>();
  for (const { entry } of timelineRows(db, { kinds: ['citation'], by: 'recorded' }, 0, lastNumber(db))) {
    const finding = textField(entryWithId(db, entry), 'finding');
    if (finding !== undefined) pinned.set(finding, [...(pinned.get(finding) ?? []), entry]);
  }
  return pinned;
}
