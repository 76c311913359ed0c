/** Ids of entries by place, and the places by id of as many of them as were asked for. */
interface Placed {
  readonly ids: readonly string[];
  readonly places: Map<string, number>;
}

/**
 * Makes the first entries known by their ids. Lists and counts ask for no id, so that a long record is shown before its
 * ids are known.
 */
export function growPlaces({ ids, places }: Placed, upTo: number): void {
  for (let at = places.size; at < Math.min(upTo, ids.length); at += 1) places.set(ids[at] ?? '', at);
}

export function placeOfEntry(index: Placed, entry: string): number | undefined {
  growPlaces(index, index.ids.length);
  return index.places.get(entry);
}
