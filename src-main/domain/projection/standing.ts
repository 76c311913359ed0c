import type { EntryId } from '../brands.ts';

/** An entry at its place in the total order, with what decides which statements stand. */
export interface Placed {
  readonly id: EntryId;
  readonly parents: readonly EntryId[];
  /** Slots that it takes (subject.ts). */
  readonly slots: readonly string[];
}

export interface Standing {
  /** Numbers of the entries that stand in each slot, ascending; more than one = they do not know of each other. */
  readonly present: ReadonlyMap<string, readonly number[]>;
  /** Number of each entry that more than one entry follows, and how many do. */
  readonly branches: ReadonlyMap<number, number>;
}

/**
 * Which statements stand, and where the record was continued in two copies: a pure function of the set of entries
 * (FORMAT.md §10.2). An entry stands in its slot until one that descends from it takes the same slot.
 * @param order all entries in their total order: the number of the first is 1
 */
export function standing(order: readonly Placed[]): Standing {
  const place = new Map(order.map(({ id }, i) => [id, i]));
  const parentsOf = order.map(({ parents }) => parents.flatMap((id) => place.get(id) ?? []));
  return { present: presentIn(order, parentsOf), branches: branchesIn(parentsOf) };
}

function branchesIn(parentsOf: readonly (readonly number[])[]): Map<number, number> {
  const followers = new Map<number, number>();
  for (const parents of parentsOf) {
    for (const parent of parents) followers.set(parent, (followers.get(parent) ?? 0) + 1);
  }
  const branches = [...followers].filter(([, n]) => n > 1).toSorted(([a], [b]) => a - b);
  return new Map(branches.map(([at, n]) => [at + 1, n]));
}

function presentIn(
  order: readonly Placed[],
  parentsOf: readonly (readonly number[])[],
): Map<string, readonly number[]> {
  const taken = new Map<string, number[]>();
  order.forEach(({ slots }, at) => {
    for (const slot of slots) {
      const places = taken.get(slot);
      if (places === undefined) taken.set(slot, [at]);
      else places.push(at);
    }
  });
  const narrow = narrowPlaces(parentsOf);
  const present = new Map<string, readonly number[]>();
  for (const [slot, places] of taken) {
    const stand = places.length === 1 ? places : standingOf(places, parentsOf, narrow);
    present.set(
      slot,
      stand.map((at) => at + 1),
    );
  }
  return present;
}

/**
 * For each place, the last one up to it that everything before leads to and everything after comes from: where two
 * places lie on different sides of one, the later descends from the earlier, and nothing has to be walked.
 */
function narrowPlaces(parentsOf: readonly (readonly number[])[]): Int32Array {
  const all = parentsOf.length;
  /** The earliest parent that any entry from here on names. */
  const reach = new Int32Array(all + 1).fill(all);
  for (let at = all - 1; at >= 0; at -= 1) {
    reach[at] = (parentsOf[at] ?? []).reduce(
      (least, parent) => Math.min(least, parent),
      reach[at + 1] ?? all,
    );
  }
  const followed = new Uint8Array(all);
  let ends = 0;
  let last = -1;
  const narrow = new Int32Array(all);
  for (let at = 0; at < all; at += 1) {
    for (const parent of parentsOf[at] ?? []) {
      if (followed[parent] === 0) ends -= 1;
      followed[parent] = 1;
    }
    ends += 1;
    if (ends === 1 && (reach[at + 1] ?? all) >= at) last = at;
    narrow[at] = last;
  }
  return narrow;
}

/** Of the places that took one slot, those that no later one descends from. */
function standingOf(
  places: readonly number[],
  parentsOf: readonly (readonly number[])[],
  narrow: Int32Array,
): number[] {
  const first = places[0] ?? 0;
  const known = new Set<number>();
  const stand: number[] = [];
  for (const at of places.toReversed()) {
    if (known.has(at)) continue;
    const later = stand[0];
    // A narrow place between the two, or one of them being it: the later one knows this one.
    if (later !== undefined && (narrow[later] ?? -1) >= at) continue;
    stand.unshift(at);
    // What lies before a narrow place is known without a walk.
    const end = Math.max(first, (narrow[at] ?? -1) + 1);
    const open = [...(parentsOf[at] ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next < end || known.has(next)) continue;
      known.add(next);
      open.push(...(parentsOf[next] ?? []));
    }
  }
  return stand;
}
