import { CaseError } from '../domain/errors.ts';
import { understandTime } from '../domain/time/understand.ts';
import { lastOfDay } from '../domain/time/zone.ts';
import type { ReadableDb } from '../store/db.ts';
import { authors } from '../store/queries/author.ts';
import { zoneOf } from './case-facts.ts';
import { type EntryView, entryView } from './entry-view.ts';
import { folded } from './folded.ts';
import { lookedAt } from './last-look.ts';
import { type TimelineFilter, matchTimeline } from './match-timeline.ts';
import { type Names, namesIn } from './names.ts';
import { entryWithId, withEntries } from './read-entry.ts';
import type { TimelineIndex } from './timeline-index.ts';

type OneOrMore = string | readonly string[] | undefined;

export interface TimelineQuestion {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
  /** Names, or the first 8 digits or more of keys. */
  readonly author?: OneOrMore;
  readonly phase?: OneOrMore;
  readonly tag?: OneOrMore;
  readonly search?: string | undefined;
  /** Only what came into this file since somebody looked last. */
  readonly unseen?: boolean | undefined;
  readonly by?: 'occurred' | 'recorded' | undefined;
}

export interface TimelinePage {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/**
 * Entries that match, oldest first; without `offset` the last `limit` of them. `total` counts all that match.
 * @param index caught up, with texts where the question searches
 */
export function listTimeline(
  db: ReadableDb,
  index: TimelineIndex,
  question: TimelineQuestion & TimelinePage,
  now: number,
): { entries: EntryView[]; total: number } {
  const names = namesIn(db);
  const { shown } = matchTimeline(db, index, filterOf(db, question, now, names), names);
  const total = shown.length;
  const { limit = total } = question;
  const offset = question.offset ?? Math.max(0, total - limit);
  return { entries: viewsOf(db, index, shown.slice(offset, offset + limit), names), total };
}

/** Entries that are read together. */
const TOGETHER = 500;

function viewsOf(db: ReadableDb, index: TimelineIndex, places: readonly number[], names: Names): EntryView[] {
  const views: EntryView[] = [];
  for (let at = 0; at < places.length; at += TOGETHER) {
    const some = places.slice(at, at + TOGETHER).map((place) => ({
      id: index.ids[place] ?? '',
      number: index.numbers[place] ?? 0,
    }));
    const ids = some.map(({ id }) => id);
    withEntries(db, ids, () => {
      for (const { id, number } of some) views.push(entryView(entryWithId(db, id), number, names));
    });
  }
  return views;
}

/** @throws CaseError `time-not-understood`, `wrong-use` for an author whom nobody knows */
export function filterOf(
  db: ReadableDb,
  question: TimelineQuestion,
  now: number,
  names: Names,
): TimelineFilter {
  const zone = zoneOf(db);
  const instant = (typed: string | undefined, end: boolean): number | undefined => {
    if (typed === undefined) return undefined;
    const { utc, until, precision, zone: given } = understandTime(typed, zone, now);
    if (!end) return Date.parse(utc);
    // A day as the end means all of it.
    return precision === 'day' ? lastOfDay(given, Date.parse(utc)) : Date.parse(until ?? utc);
  };
  return {
    since: instant(question.since, false),
    until: instant(question.until, true),
    kinds: question.kinds,
    authors: several(question.author)?.flatMap((author) => keysOf(db, author, names)),
    phases: several(question.phase),
    tags: several(question.tag)?.map((tag) => tag.replace(/^#/, '').normalize('NFC').toLowerCase()),
    search: question.search,
    arrivedAfter: question.unseen === true ? (lookedAt(db)?.seq ?? 0) : undefined,
    by: question.by ?? 'recorded',
  };
}

const several = (given: OneOrMore): readonly string[] | undefined =>
  typeof given === 'string' ? [given] : given;

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
