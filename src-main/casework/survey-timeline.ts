import type { ReadableDb } from '../store/db.ts';
import type { Column } from './column.ts';
import { type Match, MISS, matchTimeline, timesOf } from './match-timeline.ts';
import { type TimelineQuestion, filterOf } from './list-timeline.ts';
import { type Names, namesIn } from './names.ts';
import { type Strip, type StripWanted, stripOf } from './strip-of.ts';
import type { TimelineIndex } from './timeline-index.ts';

/** A value that can be filtered by, and how many entries it would show beside the other filters. */
export interface Choice {
  readonly value: string;
  readonly count: number;
}

export interface AuthorChoice {
  readonly name: string;
  /** All keys of the person. */
  readonly keys: string[];
  readonly count: number;
}

export interface Survey {
  readonly total: number;
  readonly all: number;
  readonly kinds: Choice[];
  readonly authors: AuthorChoice[];
  readonly phases: Choice[];
  readonly tags: Choice[];
  readonly strip: Strip | null;
}

/** What the filters show and could show, and when it was. */
export function surveyTimeline(
  db: ReadableDb,
  index: TimelineIndex,
  question: TimelineQuestion,
  wanted: StripWanted,
  now: number,
): Survey {
  const names = namesIn(db);
  const filter = filterOf(db, question, now, names);
  const match = matchTimeline(db, index, filter, names);
  return {
    total: match.shown.length,
    all: index.ids.length,
    kinds: choices(index.kinds, match, MISS.kinds),
    authors: authorChoices(choices(index.authors, match, MISS.authors), names),
    phases: choices(index.phases, match, MISS.phases),
    tags: tagChoices(index, match),
    strip: stripOf(timesOf(index, filter.by), match, wanted),
  };
}

function choices({ codes, words }: Column, { misses }: Match, own: number): Choice[] {
  const counts = words.map(() => 0);
  for (let i = 0; i < misses.length; i += 1) {
    const code = codes[i] ?? 0;
    if (((misses[i] ?? 0) & ~own) === 0) counts[code] = (counts[code] ?? 0) + 1;
  }
  return byCount(words.map((value, code) => [value, counts[code] ?? 0]));
}

function tagChoices(index: TimelineIndex, { misses }: Match): Choice[] {
  const counts = new Map<string, number>();
  for (const [i, tags] of index.tags.entries()) {
    const counted = ((misses[i] ?? 0) & ~MISS.tags) === 0 ? 1 : 0;
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + counted);
  }
  return byCount(counts);
}

const byCount = (counts: Iterable<readonly [string, number]>): Choice[] =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));

/** One person may write with several keys. */
function authorChoices(keys: readonly Choice[], names: Names): AuthorChoice[] {
  const people = new Map<string, AuthorChoice>();
  for (const { value, count } of keys) {
    const all = names.keysOf(value);
    const person = all[0] ?? value;
    const known = people.get(person);
    people.set(person, {
      name: names.nameOf(value),
      keys: known?.keys ?? [...new Set([...all, value])],
      count: count + (known?.count ?? 0),
    });
  }
  return [...people.values()].toSorted((a, b) => b.count - a.count);
}
