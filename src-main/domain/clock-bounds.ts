/** As much of an entry as its clock is judged by. */
export interface Timed {
  readonly id: string;
  readonly author: string;
  /** Device clock, UTC. */
  readonly recorded: string;
  readonly parents: readonly string[];
}

/** How far the clock of one author's device can be from that of another: its time minus the other's, in ms. */
export interface ClockBounds {
  readonly key: string;
  /** It is not further behind than this; null where nothing of the other follows what it wrote. */
  readonly least: number | null;
  /** It is not further ahead than this; null where nothing that it wrote follows the other. */
  readonly most: number | null;
}

/**
 * Bounds that the order of entries sets to the clocks of their devices: an entry cannot have been written before one
 * that it follows. Clocks that were moved in between can make `least` larger than `most`.
 * @param own key whose clock the others are compared with
 */
export function clockBounds(entries: readonly Timed[], own: string): ClockBounds[] {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const bounds = new Map<string, { least: number | null; most: number | null }>();
  for (const entry of entries) {
    for (const parent of entry.parents.flatMap((id) => known.get(id) ?? [])) {
      if (entry.author === parent.author) continue;
      const later = Date.parse(entry.recorded) - Date.parse(parent.recorded);
      if (parent.author === own) {
        const bound = boundOf(bounds, entry.author);
        bound.most = Math.min(bound.most ?? later, later);
      } else if (entry.author === own) {
        const bound = boundOf(bounds, parent.author);
        bound.least = Math.max(bound.least ?? -later, -later);
      }
    }
  }
  return [...bounds].map(([key, bound]) => ({ key, ...bound }));
}

function boundOf(bounds: Map<string, { least: number | null; most: number | null }>, key: string) {
  const bound = bounds.get(key) ?? { least: null, most: null };
  bounds.set(key, bound);
  return bound;
}
