import { Evidence, type Found } from '../found.ts';
import type { Ground } from '../ground.ts';
import type { By } from '../row-reader.ts';
import { counted } from '../words-of.ts';

/** One value to which far more went, over all rows, than to most. */
export interface Total {
  readonly kind: 'total';
  readonly line: string;
  readonly column: 'bytes' | 'received';
  readonly by: By;
  /** So many times the median of all values … */
  readonly times: number;
  /** … and at least so many bytes. */
  readonly floor: number;
}

const MEBIBYTE = 1024 * 1024;

export function findTotals({ line, column, by, times, floor }: Total, ground: Ground): Found[] {
  const rows = ground.rows(line);
  const reader = ground.reader();
  const sums = new Map<number, number>();
  const counts = ground.count(rows, by);
  for (const piece of rows.filled()) {
    for (const row of piece) {
      reader.go(row);
      const key = reader.value(by);
      if (key !== null && counts.has(key)) sums.set(key, (sums.get(key) ?? 0) + (reader.number(column) ?? 0));
    }
  }
  const sorted = Float64Array.from(sums.values()).toSorted();
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const large = new Map<number, Evidence>();
  for (const [key, sum] of sums) if (sum >= Math.max(floor, times * usual)) large.set(key, new Evidence());
  // Where most get as much, nobody stands out; of one alone nothing is usual.
  if (large.size === 0 || sums.size < 3) return [];
  for (const piece of rows.filled()) {
    for (const row of piece) {
      reader.go(row);
      large.get(reader.value(by) ?? Number.NaN)?.add(row, reader.time);
    }
  }
  return [...large].map(([key, evidence]) => {
    const about = ground.nameOf(by, key);
    const detail = `${Math.round((sums.get(key) ?? 0) / MEBIBYTE)} MiB in ${counted(evidence.rows, 'answer')}; most get ${(usual / MEBIBYTE).toFixed(1)} MiB or less`;
    return evidence.found(about, ground.lineFor(line, by, about), detail);
  });
}
