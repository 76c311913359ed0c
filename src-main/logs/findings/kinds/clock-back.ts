import { Evidence, type Found } from '../found.ts';
import type { Ground } from '../ground.ts';
import { counted, spanWords } from '../words-of.ts';

/** A log whose time goes back from one row to the next. */
export interface ClockBack {
  readonly kind: 'clock-back';
  /** Steps back of up to so many seconds are the order in which a program writes. */
  readonly tolerance: number;
}

/** A log of which so large a share goes back is sorted in another way. */
const UNSORTED = 0.2;

export function findClockBack({ tolerance }: ClockBack, ground: Ground): Found[] {
  return [...ground.sources].flatMap((source) => {
    const evidence = new Evidence();
    const reader = ground.reader();
    let [jumps, rows, furthest] = [0, 0, 0];
    let [before, at] = [Number.NEGATIVE_INFINITY, -1];
    for (const segment of ground.view.segments) {
      if (segment.source !== source) continue;
      for (let row = segment.base; row < segment.base + segment.rows; row++) {
        reader.go(row);
        const { time } = reader;
        // Hours that exist twice, and what was found in the slack of a file, go back by their nature.
        if (time === null || reader.has('ambiguous') || reader.has('recovered')) continue;
        rows++;
        const back = before - time;
        if (back > tolerance * 1000 && !ground.repeats.haveBoth(at, row)) {
          jumps++;
          furthest = Math.max(furthest, back);
          evidence.add(at, before);
          evidence.add(row, time);
        }
        [before, at] = [time, row];
      }
    }
    if (jumps === 0 || jumps / rows > UNSORTED) return [];
    const detail = `${counted(jumps, 'time')} back, by ${spanWords(furthest / 1000)} at most`;
    return [evidence.found(ground.nameOf('source', source), null, detail, ground.sourceKey(source))];
  });
}
