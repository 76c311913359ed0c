import type { EntryId } from './brands.ts';

/** An entry that comes in from another file. */
export interface Arrival {
  readonly id: EntryId;
  readonly parents: readonly EntryId[];
  /** `author/writer` in hex. */
  readonly writer: string;
  readonly n: number;
}

/** One position of a writer that was written twice. */
export interface Fork {
  readonly writer: string;
  readonly n: number;
  /** The side that is in this record. */
  readonly here: EntryId;
  /** The side that came in, and everything that follows from it. */
  readonly waiting: readonly EntryId[];
}

export interface Parted {
  readonly accepted: readonly EntryId[];
  readonly forks: readonly Fork[];
  /** Entries that follow from ones that wait here since an earlier merge. */
  readonly followers: readonly EntryId[];
}

/** `author/writer/n`: where an entry stands in what its writer wrote. */
export const positionOf = ({ writer, n }: Pick<Arrival, 'writer' | 'n'>): string => `${writer}/${n}`;

/**
 * Parts what comes in from another file: what this record takes, and what has to wait because its writer's number is
 * taken by another entry (FORMAT.md §7.3). The side that is here stays; everything that follows from the other side
 * waits with it.
 * @param arrivals entries that are not in this record, parents first
 * @param here entries of this record by `positionOf`
 * @param waiting entries that wait here already
 * @param admitted by writer: the number from which an entry admits both sides
 */
export function partForks(
  arrivals: readonly Arrival[],
  here: ReadonlyMap<string, EntryId>,
  waiting: ReadonlySet<string>,
  admitted: ReadonlyMap<string, number>,
): Parted {
  const taken = new Map(here);
  const forkOf = new Map<string, { fork: Fork; waiting: EntryId[] } | null>(
    [...waiting].map((id) => [id, null]),
  );
  const accepted: EntryId[] = [];
  const followers: EntryId[] = [];
  const forks: Fork[] = [];
  for (const arrival of arrivals) {
    const { id, parents, writer, n } = arrival;
    const cause = parents.find((parent) => forkOf.has(parent));
    if (cause !== undefined) {
      const fork = forkOf.get(cause) ?? null;
      forkOf.set(id, fork);
      (fork?.waiting ?? followers).push(id);
      continue;
    }
    const position = positionOf(arrival);
    const other = taken.get(position);
    if (other !== undefined && other !== id && n < (admitted.get(writer) ?? Infinity)) {
      const ids = [id];
      const fork = { writer, n, here: other, waiting: ids };
      forks.push(fork);
      forkOf.set(id, { fork, waiting: ids });
      continue;
    }
    if (other === undefined) taken.set(position, id);
    accepted.push(id);
  }
  return { accepted, forks, followers };
}
