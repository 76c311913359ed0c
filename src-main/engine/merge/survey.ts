import { type ClockBounds, type Timed, clockBounds } from '../../domain/clock-bounds.ts';
import type { CheckedEntry } from '../../domain/record/check-batch.ts';
import type { Sides } from './unite.ts';

/** What each of two records has that the other lacks, before anything is taken in. Plain data: it crosses threads. */
export interface Survey {
  /** Entries that only one of both has, by the time at which they were recorded. */
  readonly here: readonly string[];
  readonly there: readonly string[];
  /** Of each kind, how many would come in and how many only this record has, the most first. */
  readonly kinds: readonly OfKind[];
  readonly authors: readonly Span[];
  /** The key whose clock the others are compared with; null where nobody writes here. */
  readonly own: string | null;
  /** How far the clocks of the others can be from the own one, as far as the order of entries tells. */
  readonly clocks: readonly ClockBounds[];
}

interface OfKind {
  readonly kind: string;
  readonly entries: number;
  readonly onlyHere: number;
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
  const mine = here.filter(({ id }) => !theirs.has(id));
  const coming = lacking.filter(({ id }) => accepted.has(id));
  const authors = new Map<string, Span>();
  for (const { header } of coming) {
    if (header === null) continue;
    const { author: key, recorded } = header;
    const { entries = 0, first = recorded, last = recorded } = authors.get(key) ?? {};
    authors.set(key, {
      key,
      entries: entries + 1,
      first: recorded < first ? recorded : first,
      last: recorded > last ? recorded : last,
    });
  }
  const union = [...here, ...coming];
  return {
    here: inTime(mine),
    there: inTime(lacking),
    kinds: ofKinds(coming, mine),
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

function countKinds(entries: readonly CheckedEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { header } of entries) {
    if (header !== null) counts.set(header.kind, (counts.get(header.kind) ?? 0) + 1);
  }
  return counts;
}

function ofKinds(coming: readonly CheckedEntry[], mine: readonly CheckedEntry[]): OfKind[] {
  const [entries, onlyHere] = [countKinds(coming), countKinds(mine)];
  return [...new Set([...entries.keys(), ...onlyHere.keys()])]
    .map((kind) => ({ kind, entries: entries.get(kind) ?? 0, onlyHere: onlyHere.get(kind) ?? 0 }))
    .toSorted((a, b) => b.entries - a.entries || b.onlyHere - a.onlyHere);
}

function inTime(entries: readonly CheckedEntry[]): string[] {
  const stamped = entries.map(({ id, header }): [string, string] => [header?.recorded ?? '', id]);
  return stamped.toSorted(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1)).map(([, id]) => id);
}

const timed = ({ id, header }: CheckedEntry): Timed[] =>
  header === null ? [] : [{ id, author: header.author, recorded: header.recorded, parents: header.parents }];
