import { CaseError } from '../domain/errors.ts';
import { understandTime } from '../domain/time/understand.ts';
import { lastOfDay } from '../domain/time/zone.ts';
import type { ReadableDb } from '../store/db.ts';
import { authors } from '../store/queries/author.ts';
import {
  type TimelineFilter,
  type TimelineRow,
  countTimeline,
  timelineRows,
} from '../store/queries/timeline.ts';
import { zoneOf } from './case-facts.ts';
import { type EntryView, entryView } from './entry-view.ts';
import { type Names, namesIn } from './names.ts';
import { entryWithId } from './read-entry.ts';

export interface TimelineQuestion {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
  /** Name, or the first 8 digits or more of a key. */
  readonly author?: string | undefined;
  readonly phase?: string | undefined;
  readonly tag?: string | undefined;
  readonly search?: string | undefined;
  readonly by?: 'occurred' | 'recorded' | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** Entries that match, oldest first; without `offset` the last `limit` of them. `total` counts all that match. */
export function listTimeline(
  db: ReadableDb,
  question: TimelineQuestion,
  now: number,
): { entries: EntryView[]; total: number } {
  const zone = zoneOf(db);
  const names = namesIn(db);
  const instant = (typed: string | undefined, end: boolean): number | undefined => {
    if (typed === undefined) return undefined;
    const { utc, until, precision, zone: given } = understandTime(typed, zone, now);
    if (!end) return Date.parse(utc);
    // A day as the end means all of it.
    return precision === 'day' ? lastOfDay(given, Date.parse(utc)) : Date.parse(until ?? utc);
  };
  const filter: TimelineFilter = {
    since: instant(question.since, false),
    until: instant(question.until, true),
    kinds: question.kinds,
    authors: question.author === undefined ? undefined : keysOf(db, question.author, names),
    phase: question.phase,
    tag: question.tag?.replace(/^#/, '').normalize('NFC').toLowerCase(),
    by: question.by ?? 'recorded',
  };
  const view = (row: TimelineRow): EntryView => entryView(entryWithId(db, row.entry), row.number, names);
  if (question.search !== undefined && question.search !== '') {
    const found = matching(timelineRows(db, filter, 0, -1), view, question.search);
    const { offset, limit } = slice(found.length, question);
    return { entries: found.slice(offset, offset + limit), total: found.length };
  }
  const total = countTimeline(db, filter);
  const { offset, limit } = slice(total, question);
  return { entries: timelineRows(db, filter, offset, limit).map((row) => view(row)), total };
}

function slice(total: number, { offset, limit }: TimelineQuestion): { offset: number; limit: number } {
  if (offset !== undefined) return { offset, limit: limit ?? total };
  return { offset: limit === undefined ? 0 : Math.max(0, total - limit), limit: limit ?? total };
}

/** Compared as people read: compatibility forms and case folded away. The record keeps what was typed. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

function matching(
  rows: readonly TimelineRow[],
  view: (row: TimelineRow) => EntryView,
  search: string,
): EntryView[] {
  const wanted = folded(search);
  return rows
    .map((row) => view(row))
    .filter((entry) =>
      folded([entry.text, entry.tags.join(' '), entry.author.name].join('\n')).includes(wanted),
    );
}

function keysOf(db: ReadableDb, author: string, names: Names): string[] {
  const wanted = folded(author);
  const keys = authors(db)
    .filter(
      ({ key, name }) =>
        [name ?? '', names.nameOf(key)].some((called) => folded(called) === wanted) ||
        (wanted.length >= 8 && key.startsWith(wanted)),
    )
    .map(({ key }) => key);
  if (keys.length === 0) {
    throw new CaseError('wrong-use', { reason: `No author of this case is called “${author}”.` });
  }
  return keys;
}
