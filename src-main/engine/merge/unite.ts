import type { EntryId } from '../../domain/brands.ts';
import { type Fork, partForks, positionOf } from '../../domain/forks.ts';
import type { RecordProblem } from '../../domain/record-problem.ts';
import { absentIn } from '../../domain/record/absent.ts';
import type { CheckedEntry } from '../../domain/record/check-batch.ts';
import { admittedIn, together } from '../../domain/record/together.ts';
import { sha256 } from '../../casework/node-crypto.ts';
import type { Whole } from '../record/hang-together.ts';

/** What comes of two records of one case. Plain data: it crosses threads. */
export interface United {
  /** What is wrong with the other record by itself, or with both together; then nothing is taken in. */
  readonly problems: readonly RecordProblem[];
  /** Entries of the other file that this record lacks and takes, parents first. */
  readonly accepted: readonly string[];
  readonly forks: readonly Fork[];
  readonly followers: readonly string[];
  /** Writers (`author/writer`) of whom both sides of a fork are taken, because an entry that comes in admits it. */
  readonly admitted: readonly string[];
  /** Positions that stand twice in the union, each with an entry that admits it. */
  readonly doubled: readonly Doubled[];
  /** Numbers of the present entries that change: pairs of old and new. */
  readonly renumbered: readonly (readonly [old: number, now: number])[];
  /** Number of each accepted entry, in the order of `accepted`. */
  readonly numbers: readonly number[];
  readonly tips: readonly string[];
  readonly standing: Whole['standing'];
  /** Entries that were continued in several copies, with how many of the accepted ones follow from each. */
  readonly branches: readonly { readonly from: string; readonly arrived: number }[];
  /** Entries of this record that the other lacks. */
  readonly onlyHere: number;
  readonly same: number;
}

/** A position of a writer that stands twice, because an entry admits both sides. */
export interface Doubled {
  /** `author/writer`, hex. */
  readonly writer: string;
  readonly n: number;
  /** Hash of the admission. */
  readonly by: string;
}

export interface Sides {
  /** Entries of this record, in the order of its file, with the numbers that it shows. */
  readonly here: readonly CheckedEntry[];
  /** Entries of the other, in the order of its file. */
  readonly there: readonly CheckedEntry[];
  /** Hashes of entries that wait here since an earlier merge. */
  readonly waiting: readonly string[];
  /** What is wrong with the other record by itself. */
  readonly alone: readonly RecordProblem[];
  /** Letters of this file's exhibit numbers; null in an original. */
  readonly series: string | null;
}

/**
 * Looks at two records as one (FORMAT.md §7.3): what the union takes in, what waits, and the number of every entry in
 * it. A pure function of the two sets. Takes about a second for 100,000 entries, so it runs in a thread.
 */
export function unite({ here, there, waiting, alone, series }: Sides): United {
  const known = new Set(here.map(({ id }) => id));
  const arrivals = there.filter(({ id, header }) => header !== null && !known.has(id));
  const same = there.length - arrivals.length;
  const sides = { same, onlyHere: here.length - same };
  if (alone.length > 0) return { ...NOTHING, ...sides, problems: alone };
  const positions = new Map(here.map((entry) => [positionOf(asArrival(entry)), entry.id as EntryId]));
  const { accepted, forks, followers } = partForks(
    arrivals.map((entry) => asArrival(entry)),
    positions,
    new Set(waiting),
    admittedIn([...here, ...there]),
  );
  const admittedHere = admittedIn(here);
  const taken = new Set<string>(accepted);
  const newcomers = arrivals.filter(({ id }) => taken.has(id));
  const union = [...here, ...newcomers];
  const { problems, tips, place, standing } = together(sha256, union, absentIn(union, series));
  if (problems.length > 0) return { ...NOTHING, ...sides, problems };
  return {
    ...sides,
    problems: [],
    accepted,
    forks,
    followers,
    admitted: [...admittedIn(arrivals).keys()].filter((writer) => !admittedHere.has(writer)),
    doubled: doubledIn(union),
    renumbered: here.flatMap(({ id, number }): [number, number][] => {
      const now = place.get(id);
      return number === null || now === undefined || now === number ? [] : [[number, now]];
    }),
    numbers: accepted.map((id) => place.get(id) ?? 0),
    tips,
    standing,
    branches: branchesOf(union, place, standing).map((from) => ({
      from,
      arrived: followersOf(from, newcomers),
    })),
  };
}

/** The entries that were continued in more than one copy. */
function branchesOf(
  union: readonly CheckedEntry[],
  place: ReadonlyMap<string, number>,
  { branches }: Whole['standing'],
): string[] {
  return branches.size === 0 ? [] : union.flatMap(({ id }) => (branches.has(place.get(id) ?? 0) ? [id] : []));
}

/** How many of the entries that come in, parents first, follow from an entry. */
function followersOf(from: string, newcomers: readonly CheckedEntry[]): number {
  const reached = new Set([from]);
  for (const { id, header } of newcomers) {
    if (header?.parents.some((parent) => reached.has(parent)) === true) reached.add(id);
  }
  return reached.size - 1;
}

function doubledIn(union: readonly CheckedEntry[]): Doubled[] {
  const admissions = union.flatMap(({ id, allows }) =>
    allows?.kind === 'admission' ? [{ writer: allows.writer, n: allows.n, by: id }] : [],
  );
  if (admissions.length === 0) return [];
  const seen = new Set<string>();
  return union.flatMap((entry): Doubled[] => {
    const { writer, n } = asArrival(entry);
    const position = positionOf({ writer, n });
    const first = !seen.has(position);
    seen.add(position);
    const by = admissions.find((admission) => admission.writer === writer && admission.n <= n)?.by;
    return first || by === undefined ? [] : [{ writer, n, by }];
  });
}

const NOTHING = {
  accepted: [],
  forks: [],
  followers: [],
  admitted: [],
  doubled: [],
  renumbered: [],
  numbers: [],
  tips: [],
  standing: { present: new Map(), branches: new Map() },
  branches: [],
} as const;

function asArrival({ id, header }: CheckedEntry) {
  return {
    id: id as EntryId,
    parents: header?.parents ?? [],
    writer: `${header?.author ?? ''}/${header?.writer ?? ''}`,
    n: header?.n ?? 0,
  };
}
