import { type Match, MISS } from './match-timeline.ts';

/** A stretch of time, ms since 1970 UTC. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface StripWanted {
  /** Pieces. */
  readonly buckets: number;
  /** What is shown; `dense` = the shortest stretch with nine of ten entries; undefined = the whole record. */
  readonly zoom: Stretch | 'dense' | undefined;
}

/** Entries over a stretch of time. `counts` are of what the other filters show. */
export interface Strip extends Stretch {
  readonly counts: number[];
  readonly whole: Stretch;
  /** Entries before and behind the stretch. */
  readonly outside: number;
}

/** Where everything happened in one instant, the strip is still a minute wide. */
const LEAST = 60_000;

/** The share of entries that the dense stretch holds, and the room on both sides of it. */
const DENSE = 0.9;
const ROOM = 0.03;

/** @param times of all entries, ms since 1970 UTC */
export function stripOf(
  times: readonly number[],
  { misses }: Pick<Match, 'misses'>,
  { buckets, zoom }: StripWanted,
): Strip | null {
  if (times.length === 0) return null;
  let from = Infinity;
  let to = -Infinity;
  for (const time of times) {
    if (time < from) from = time;
    if (time > to) to = time;
  }
  const whole = { from, to: Math.max(to, from + LEAST) };
  const shown = times.filter((_, i) => ((misses[i] ?? 0) & ~MISS.time) === 0);
  const stretch = stretchOf(shown, whole, zoom);
  const width = stretch.to - stretch.from;
  const counts = Array.from<number>({ length: buckets }).fill(0);
  let outside = 0;
  for (const time of shown) {
    if (time < stretch.from || time > stretch.to) {
      outside += 1;
      continue;
    }
    const at = Math.min(buckets - 1, Math.floor(((time - stretch.from) / width) * buckets));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return { ...stretch, counts, whole, outside };
}

function stretchOf(shown: readonly number[], whole: Stretch, zoom: StripWanted['zoom']): Stretch {
  if (zoom === undefined) return whole;
  if (zoom !== 'dense') return { from: zoom.from, to: Math.max(zoom.to, zoom.from + 1) };
  const dense = densest(shown);
  return dense === null
    ? whole
    : { from: Math.max(whole.from, dense.from), to: Math.min(whole.to, dense.to) };
}

/** The shortest stretch with nine of ten times, with a little room; null where there are too few to say. */
function densest(times: readonly number[]): Stretch | null {
  const least = Math.floor(times.length * DENSE);
  if (least < 2) return null;
  const sorted = Float64Array.from(times).toSorted();
  let best = 0;
  const widthAt = (i: number): number => (sorted[i + least - 1] ?? 0) - (sorted[i] ?? 0);
  for (let i = 1; i + least <= sorted.length; i += 1) if (widthAt(i) < widthAt(best)) best = i;
  const start = sorted[best] ?? 0;
  const width = Math.max(widthAt(best), LEAST);
  return { from: Math.floor(start - width * ROOM), to: Math.ceil(start + width * (1 + ROOM)) };
}
