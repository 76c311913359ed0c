import { type ClockBounds, type Timed, clockBounds } from '../../domain/clock-bounds.ts';
import type { CheckedEntry } from '../../domain/record/check-batch.ts';
import type { Sides } from './unite.ts';

/** What each of two records has that the other lacks, before anything is taken in. Plain data: it crosses threads. */
export interface Survey {
  /** Entries that only one of both has, by the time at which they were recorded. */
  readonly here: readonly string[];
  readonly there: readonly string[];
  /** Of those that would come in: how many of each kind, the most first. */
  readonly kinds: readonly { readonly kind: string; readonly entries: number }[];
  readonly authors: readonly Span[];
  /** The key whose clock the others are compared with; null where nobody writes here. */
  readonly own: string | null;
  /** How far the clocks of the others can be from the own one, as far as the order of entries tells. */
  readonly clocks: readonly ClockBounds[];
}

/** What one key wrote of that, and from when to when: instants in UTC by its own clock. */
export interface Span {
  readonly key: string;
  readonly entries: number;
  readonly first: string;
  readonly last: string;
}

/**
 * Looks at what the two records lack of each other.
 * @param accepted entries that would come in; the others of that side would wait
 * @param own key whose clock the others are compared with, or null
 */
export function survey(
  { here, there }: Pick<Sides, 'here' | 'there'>,
  accepted: ReadonlySet<string>,
  own: string | null,
): Survey {
  const known = new Set(here.map(({ id }) => id));
  const theirs = new Set(there.map(({ id }) => id));
  const lacking = there.filter(({ id, header }) => header !== null && !known.has(id));
  const kinds = new Map<string, number>();
  const authors = new Map<string, Span>();
  for (const { id, header } of lacking) {
    if (header === null || !accepted.has(id)) continue;
    const { author: key, kind, recorded } = header;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const { entries = 0, first = recorded, last = recorded } = authors.get(key) ?? {};
    authors.set(key, {
      key,
      entries: entries + 1,
      first: recorded < first ? recorded : first,
      last: recorded > last ? recorded : last,
    });
  }
  const union = [...here, ...lacking.filter(({ id }) => accepted.has(id))];
  return {
    here: inTime(here.filter(({ id }) => !theirs.has(id))),
    there: inTime(lacking),
    kinds: [...kinds].map(([kind, entries]) => ({ kind, entries })).toSorted((a, b) => b.entries - a.entries),
    authors: [...authors.values()],
    own,
    clocks:
      own === null
        ? []
        : clockBounds(
            union.flatMap((entry) => timed(entry)),
            own,
          ),
  };
}

function inTime(entries: readonly CheckedEntry[]): string[] {
  const stamped = entries.map(({ id, header }): [string, string] => [header?.recorded ?? '', id]);
  return stamped.toSorted(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1)).map(([, id]) => id);
}

const timed = ({ id, header }: CheckedEntry): Timed[] =>
  header === null ? [] : [{ id, author: header.author, recorded: header.recorded, parents: header.parents }];
