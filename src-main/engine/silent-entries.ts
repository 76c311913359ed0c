import type { EntryView } from '../contract/entry.ts';
import { lastNumber, rowNumbered } from '../store/queries/timeline.ts';
import type { OpenCase } from './open-case.ts';

/** One step writes two of them at the most: more come by a merge, after which the window asks for everything. */
const MOST = 4;

/**
 * Adds the entries that nobody asked for and that came with others: a key that introduces itself, a clock that moved.
 * @param views what the window is told of
 * @param viewsOf reads entries by their ids
 */
export function withSilent(
  open: OpenCase,
  views: readonly EntryView[],
  viewsOf: (ids: readonly string[]) => EntryView[],
): readonly EntryView[] {
  const last = lastNumber(open.db);
  const first = Math.max(open.told + 1, last - MOST);
  open.told = last;
  const known = new Set(views.map(({ number }) => number));
  const silent: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const row = known.has(number) ? undefined : rowNumbered(open.db, number);
    if (row !== undefined) silent.push(row.entry);
  }
  if (silent.length === 0) return views;
  return [...viewsOf(silent), ...views].toSorted((a, b) => a.number - b.number);
}
