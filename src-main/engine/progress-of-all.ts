import type { Job } from './jobs.ts';
import type { Place } from './worker.ts';

/**
 * Tells progress of one item and of all.
 * @param totals bytes of each item; null where that is not known before it was looked through, as of a folder: until
 *   then the whole has no total
 */
export function progressOfAll(
  job: Job,
  totals: readonly (number | null)[],
): (index: number, at: Place) => void {
  const sizes = [...totals];
  let unknown = sizes.filter((size) => size === null).length;
  let total = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  /** Bytes of the items before the current one, which are over, whether or not each told its last byte. */
  let before = 0;
  let current = 0;
  return (index, at) => {
    for (; current < index; current += 1) before += sizes[current] ?? 0;
    const known = sizes[index] ?? null;
    if (known !== at.total) {
      unknown += Number(at.total === null) - Number(known === null);
      total += (at.total ?? 0) - (known ?? 0);
      sizes[index] = at.total;
    }
    const done = before + at.done;
    const all = { item: index + 1, items: sizes.length, done, total: unknown === 0 ? total : null };
    job.progress({ ...at, unit: 'bytes', all });
  };
}
