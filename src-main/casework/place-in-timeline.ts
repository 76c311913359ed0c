import type { ReadableDb } from '../store/db.ts';
import { type TimelineQuestion, filterOf } from './list-timeline.ts';
import { matchTimeline, timesOf } from './match-timeline.ts';
import { namesIn } from './names.ts';
import { placeOfEntry } from './place-of-entry.ts';
import type { TimelineIndex } from './timeline-index.ts';

/**
 * Where an entry stands in a list, null where the filters hide it; or where the list goes on at an instant: its first
 * entry then or later, or its last.
 * @param wanted id of an entry, or ms since 1970 UTC
 */
export function placeInTimeline(
  db: ReadableDb,
  index: TimelineIndex,
  question: TimelineQuestion,
  wanted: string | number,
  now: number,
): number | null {
  const names = namesIn(db);
  const filter = filterOf(db, question, now, names);
  const { shown } = matchTimeline(db, index, filter, names);
  if (typeof wanted === 'string') {
    const place = placeOfEntry(index, wanted);
    const at = place === undefined ? -1 : shown.indexOf(place);
    return at === -1 ? null : at;
  }
  const times = timesOf(index, filter.by);
  const at = shown.findIndex((place) => (times[place] ?? 0) >= wanted);
  return at === -1 && shown.length > 0 ? shown.length - 1 : at === -1 ? null : at;
}
