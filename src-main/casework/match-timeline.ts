import { hex } from '../domain/bytes.ts';
import type { ReadableDb } from '../store/db.ts';
import { hashesAfter } from '../store/queries/entry.ts';
import { type Column, wantedIn } from './column.ts';
import type { Names } from './names.ts';
import { folded } from './folded.ts';
import { type TimelineIndex, orderOf } from './timeline-index.ts';

/** What a list shows: each given part must hold; of several values of one part, any. */
export interface TimelineFilter {
  /** ms since 1970 UTC, inclusive; on the time that orders the list. */
  readonly since: number | undefined;
  readonly until: number | undefined;
  readonly kinds: readonly string[] | undefined;
  /** Keys. */
  readonly authors: readonly string[] | undefined;
  readonly phases: readonly string[] | undefined;
  readonly tags: readonly string[] | undefined;
  readonly search: string | undefined;
  /** Rows of the file after this one: what came in since somebody looked. */
  readonly arrivedAfter: number | undefined;
  readonly by: 'occurred' | 'recorded';
}

/** Why an entry is not shown, as bits: a menu counts what its own part alone hides. */
export const MISS = { kinds: 1, authors: 2, phases: 4, tags: 8, time: 16, other: 32 } as const;

export interface Match {
  readonly key: string;
  /** By place in the index; 0 is shown. */
  readonly misses: Uint8Array;
  /** Places of what is shown, in the order of the list. */
  readonly shown: readonly number[];
}

/** Pages, counts and places of one list ask the same again and again. */
const last = new WeakMap<TimelineIndex, Match>();

export function matchTimeline(
  db: ReadableDb,
  index: TimelineIndex,
  filter: TimelineFilter,
  names: Names,
): Match {
  const key = JSON.stringify([index.version, filter]);
  const known = last.get(index);
  if (known?.key === key) return known;
  const misses = missesOf(db, index, filter, names);
  const order = orderOf(index, filter.by);
  const shown: number[] = [];
  for (let i = 0; i < misses.length; i += 1) {
    const place = order === null ? i : (order[i] ?? 0);
    if (misses[place] === 0) shown.push(place);
  }
  const match = { key, misses, shown };
  last.set(index, match);
  return match;
}

/** The time that orders the list. */
export const timesOf = (index: TimelineIndex, by: 'occurred' | 'recorded'): readonly number[] =>
  by === 'occurred' ? index.occurred : index.recorded;

function missesOf(db: ReadableDb, index: TimelineIndex, filter: TimelineFilter, names: Names): Uint8Array {
  const { since = -Infinity, until = Infinity, tags, arrivedAfter } = filter;
  const misses = new Uint8Array(index.ids.length);
  const times = timesOf(index, filter.by);
  const kinds = among(index.kinds, filter.kinds);
  const authors = among(index.authors, filter.authors);
  const phases = among(index.phases, filter.phases);
  const arrived =
    arrivedAfter === undefined ? undefined : new Set(hashesAfter(db, arrivedAfter).map((hash) => hex(hash)));
  const found = finder(index, filter.search, names);
  for (let i = 0; i < misses.length; i += 1) {
    const time = times[i] ?? 0;
    let miss = time < since || time > until ? MISS.time : 0;
    if (kinds?.[index.kinds.codes[i] ?? 0] === false) miss |= MISS.kinds;
    if (authors?.[index.authors.codes[i] ?? 0] === false) miss |= MISS.authors;
    if (phases?.[index.phases.codes[i] ?? 0] === false) miss |= MISS.phases;
    if (tags !== undefined && index.tags[i]?.some((tag) => tags.includes(tag)) !== true) miss |= MISS.tags;
    if (arrived?.has(index.ids[i] ?? '') === false || !found(i)) miss |= MISS.other;
    misses[i] = miss;
  }
  return misses;
}

const among = (column: Column, wanted: readonly string[] | undefined): readonly boolean[] | undefined =>
  wanted === undefined ? undefined : wantedIn(column, (word) => wanted.includes(word));

/** A text is found in what an entry says and in the name of who wrote it. */
function finder(index: TimelineIndex, search: string | undefined, names: Names): (place: number) => boolean {
  const wanted = folded(search ?? '');
  if (wanted === '') return () => true;
  const called = wantedIn(index.authors, (key) => folded(names.nameOf(key)).includes(wanted));
  return (place) =>
    called[index.authors.codes[place] ?? 0] === true || index.texts[place]?.includes(wanted) === true;
}
