import type { Digest } from './digest.ts';
import { fingerprintOf } from './fingerprint.ts';

/** An entry and what it follows, in hex. */
export interface Linked {
  readonly id: string;
  readonly parents: readonly string[];
}

/** What a fingerprint stands for in a record. */
export interface Fixed {
  /** The entry that it names, or the tips that it was over. */
  readonly heads: readonly string[];
  /** Places of the fixed entries, the named ones and all their ancestors. */
  readonly places: readonly number[];
}

export interface Fingerprints {
  /**
   * What a fingerprint fixes; null where it names nothing, or where an entry that it stands on is not there.
   * @param digits the whole of it or its beginning, lower-case hex
   */
  find(digits: string): Fixed | null;
}

/** All fingerprints that a record has or had (FORMAT.md §7.4): of each entry, of its tips, and of tips joined later. */
export function fingerprintsIn(digest: Digest, entries: readonly Linked[]): Fingerprints {
  const place = new Map(entries.map(({ id }, at) => [id, at]));
  const followed = new Set(entries.flatMap(({ parents }) => parents));
  const tips = entries.filter(({ id }) => !followed.has(id)).map(({ id }) => id);
  const joined = [tips.toSorted(), ...entries.map(({ parents }) => parents)].filter(
    (heads) => heads.length > 1,
  );
  const ofTips = new Map(joined.map((heads) => [fingerprintOf(digest, heads), heads]));
  const headsOf = (digits: string): readonly string[] | undefined => {
    if (place.has(digits)) return [digits];
    const id = entries.find((entry) => entry.id.startsWith(digits))?.id;
    if (id !== undefined) return [id];
    return [...ofTips].find(([fingerprint]) => fingerprint.startsWith(digits))?.[1];
  };
  return {
    find(digits) {
      const heads = headsOf(digits);
      const places = heads === undefined ? null : closure(entries, place, heads);
      return heads === undefined || places === null ? null : { heads, places };
    },
  };
}

/** Places of entries and all their ancestors; null where one is missing. */
function closure(
  entries: readonly Linked[],
  place: ReadonlyMap<string, number>,
  heads: readonly string[],
): number[] | null {
  const seen = new Uint8Array(entries.length);
  const open = [...heads];
  const places: number[] = [];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const at = place.get(id);
    if (at === undefined) return null;
    if (seen[at] === 1) continue;
    seen[at] = 1;
    places.push(at);
    open.push(...(entries[at]?.parents ?? []));
  }
  return places;
}
