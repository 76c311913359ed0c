import type { IndexView, Segment } from '../index/index-view.ts';

/** A time in which a source says nothing. ms since 1970 UTC. */
export interface Silence {
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;
/** Parts of a source's time that are looked at: a month in minutes. */
const MOST_PARTS = 44_640;
/** A silence is worth telling from here on, and where it is so many times as long as most. */
const SHORTEST = 10 * MINUTE;
const TIMES = 5;
const MOST = 50;

/** Where a source is silent for much longer than it usually is, the longest ones, in order of time. */
export function silencesOf(view: IndexView, source: number, offset: number): Silence[] {
  const segments = view.segments.filter((segment) => segment.source === source);
  const firsts = segments.flatMap(({ first }) => first ?? []);
  const lasts = segments.flatMap(({ last }) => last ?? []);
  if (firsts.length === 0) return [];
  const from = firsts.reduce((a, b) => Math.min(a, b)) + offset * 1000;
  const to = lasts.reduce((a, b) => Math.max(a, b)) + offset * 1000 + 1;
  const count = Math.min(MOST_PARTS, Math.max(1, Math.ceil((to - from) / MINUTE)));
  const width = (to - from) / count;
  const counts = rowsInParts(view, segments, {
    from: from - offset * 1000,
    count,
    scale: count / (to - from),
  });
  const runs: Silence[] = [];
  let begin = -1;
  for (let i = 0; i <= count; i++) {
    if (i < count && counts[i] === 0) begin = begin === -1 ? i : begin;
    else if (begin !== -1) {
      runs.push({ from: from + begin * width, to: from + i * width });
      begin = -1;
    }
  }
  const lengths = runs.map((run) => run.to - run.from).toSorted((a, b) => a - b);
  // Parts that follow each other without a pause count as well: one silence of a busy log is not its usual one.
  const steps = counts.reduce((sum, rows, i) => sum + (rows > 0 && (counts[i + 1] ?? 0) > 0 ? 1 : 0), 0);
  const middle = Math.floor((steps + lengths.length) / 2);
  const usual = Math.max(width, middle < steps ? width : (lengths[middle - steps] ?? width));
  return runs
    .filter((run) => run.to - run.from >= Math.max(SHORTEST, TIMES * usual))
    .toSorted((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, MOST)
    .toSorted((a, b) => a.from - b.from)
    .map((run) => ({ from: Math.round(run.from), to: Math.round(run.to) }));
}

/** Rows in each part of a time. @param parts `from` as the log says it; `scale`: parts in a millisecond */
function rowsInParts(
  view: IndexView,
  segments: readonly Segment[],
  { from, count, scale }: { readonly from: number; readonly count: number; readonly scale: number },
): Uint32Array {
  const counts = new Uint32Array(count);
  const partOf = (time: number): number =>
    Math.min(count - 1, Math.max(0, Math.floor((time - from) * scale)));
  for (const segment of segments) {
    const { first, last, rows, undated } = segment;
    if (first === null || last === null) continue;
    const part = partOf(first);
    // All of it in one part: nothing has to be read.
    if (part === partOf(last)) counts[part] = (counts[part] ?? 0) + rows - undated;
    else {
      view.eachTime(segment, (time) => {
        const at = partOf(time);
        counts[at] = (counts[at] ?? 0) + 1;
      });
    }
  }
  return counts;
}
