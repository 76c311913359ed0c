import type { IndexView, Segment } from '../index/index-view.ts';
import { rowColumns } from '../index/segment-draft.ts';
import { rowFlags } from '../reading/row.ts';
import type { RowList } from './row-list.ts';

/** A span of time that is cut into equal parts. ms since 1970 UTC. */
export interface Bins {
  readonly from: number;
  /** Behind the last part. */
  readonly to: number;
  readonly count: number;
}

/**
 * Rows in each part.
 * @param found null for all rows
 * @param check called every few milliseconds of counting; what it throws ends it
 */
export function countRows(
  view: IndexView,
  bins: Bins,
  offsetOf: (source: number) => number,
  found: RowList | null,
  check: () => void = () => undefined,
): Uint32Array {
  const counts = new Uint32Array(bins.count);
  const scale = bins.count / Math.max(1, bins.to - bins.from);
  if (found === null) {
    for (const segment of view.segments) {
      check();
      countSegment(view, segment, bins, offsetOf(segment.source), counts, scale);
    }
    return counts;
  }
  let segment: Segment | undefined;
  let [times, flags]: [ArrayLike<number>, ArrayLike<number>] = [[], []];
  let shift = 0;
  for (const rows of found.filled(check)) {
    for (const row of rows) {
      if (segment === undefined || row < segment.base || row >= segment.base + segment.rows) {
        segment = view.segmentAt(row);
        if (segment === undefined) continue;
        times = view.column(segment, rowColumns.time);
        flags = view.column(segment, rowColumns.flags);
        shift = offsetOf(segment.source) * 1000 - bins.from;
      }
      const at = row - segment.base;
      if (((flags[at] ?? 0) & rowFlags.undated) !== 0) continue;
      const bin = Math.floor(((times[at] ?? 0) + shift) * scale);
      if (bin >= 0 && bin < bins.count) counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  return counts;
}

function countSegment(
  view: IndexView,
  segment: Segment,
  bins: Bins,
  offset: number,
  counts: Uint32Array,
  scale: number,
): void {
  const { first, last } = segment;
  const shift = offset * 1000 - bins.from;
  if (first === null || last === null || last + shift < 0 || first + shift > bins.to - bins.from) return;
  const low = Math.floor((first + shift) * scale);
  // All of it in one part: nothing has to be read.
  if (low === Math.floor((last + shift) * scale) && low >= 0 && low < bins.count) {
    counts[low] = (counts[low] ?? 0) + segment.rows - segment.undated;
    return;
  }
  const times = view.column(segment, rowColumns.time);
  const flags = segment.undated === 0 ? null : view.column(segment, rowColumns.flags);
  for (let row = 0; row < segment.rows; row++) {
    if (flags !== null && ((flags[row] ?? 0) & rowFlags.undated) !== 0) continue;
    const bin = Math.floor(((times[row] ?? 0) + shift) * scale);
    if (bin >= 0 && bin < bins.count) counts[bin] = (counts[bin] ?? 0) + 1;
  }
}

/** Corrected times of the earliest and the latest row, ms; null where no row has a time. */
export function spanOf(
  view: IndexView,
  offsetOf: (source: number) => number,
): { readonly first: number; readonly last: number } | null {
  let [first, last] = [Infinity, -Infinity];
  for (const segment of view.segments) {
    if (segment.first === null || segment.last === null) continue;
    const shift = offsetOf(segment.source) * 1000;
    first = Math.min(first, segment.first + shift);
    last = Math.max(last, segment.last + shift);
  }
  return first <= last ? { first, last } : null;
}
