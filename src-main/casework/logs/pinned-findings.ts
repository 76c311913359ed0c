import { textField } from '../../domain/entry.ts';
import type { ReadableDb } from '../../store/db.ts';
import { standingUnder } from '../../store/queries/standing.ts';
import { type TimelineRow, lastNumber, timelineRows } from '../../store/queries/timeline.ts';
import { entryWithId } from '../read-entry.ts';

/** Ids of the entries that pinned each finding, oldest first. */
export function pinnedFindings(db: ReadableDb): ReadonlyMap<string, string[]> {
  const pinned = new Map<string, string[]>();
  for (const { entry, finding } of pins(db)) pinned.set(finding, [...(pinned.get(finding) ?? []), entry]);
  return pinned;
}

/** The entries that pinned a finding, or that say now that one is set aside or taken up again, oldest first. */
export function findingsInRecord(db: ReadableDb): { readonly entry: string; readonly number: number }[] {
  return [...pins(db), ...standingUnder(db, 'log-finding/')]
    .map(({ entry, number }) => ({ entry, number }))
    .toSorted((a, b) => a.number - b.number);
}

function pins(db: ReadableDb): (TimelineRow & { readonly finding: string })[] {
  const citations = timelineRows(db, { kinds: ['citation'], by: 'recorded' }, 0, lastNumber(db));
  return citations.flatMap((row) => {
    const finding = textField(entryWithId(db, row.entry), 'finding');
    return finding === undefined ? [] : [{ ...row, finding }];
  });
}
