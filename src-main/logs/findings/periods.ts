import { rowColumns } from '../index/segment-draft.ts';
import { rowFlags } from '../reading/row.ts';
import type { Ground } from './ground.ts';

/**
 * The hours or days in which the logs have any row, as numbers since 1970. One row with a wrong date makes one more,
 * and no more.
 * @param length ms
 */
export function periodsWithRows(ground: Ground, length: number): ReadonlySet<number> {
  const periods = new Set<number>();
  const { view, search } = ground;
  for (const segment of ground.segments) {
    const times = view.column(segment, rowColumns.time);
    const flags = view.column(segment, rowColumns.flags);
    const shift = search.offsetOf(segment.source) * 1000;
    for (let row = 0; row < segment.rows; row++) {
      if (((flags[row] ?? 0) & rowFlags.undated) !== 0) continue;
      periods.add(Math.floor(((times[row] ?? 0) + shift) / length));
    }
  }
  return periods;
}
