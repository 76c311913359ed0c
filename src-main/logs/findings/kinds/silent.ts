import { rowColumns } from '../../index/segment-draft.ts';
import { rowFlags } from '../../reading/row.ts';
import { type Silence, silencesOf } from '../../search/silences.ts';
import { Evidence, type Found } from '../found.ts';
import type { Ground } from '../ground.ts';
import { counted, minuteWords, spanWords } from '../words-of.ts';

/** A source that says nothing for much longer than it usually does (silences.ts). */
export interface Silent {
  readonly kind: 'silent';
  /** Of a log with fewer rows nobody knows what is usual. */
  readonly rows: number;
  /** Shorter silences are not told. */
  readonly seconds: number;
}

/** Silences of a source whose neighbours are shown; the longest. */
const MOST = 20;

export function findSilences({ rows: least, seconds }: Silent, ground: Ground): Found[] {
  return [...ground.sources].flatMap((source) => {
    const rows = ground.segments.reduce((sum, one) => sum + (one.source === source ? one.rows : 0), 0);
    if (rows < least) return [];
    const silences = silencesOf(ground.view, source, ground.search.offsetOf(source))
      .filter(({ from, to }) => to - from >= seconds * 1000)
      .toSorted((a, b) => b.to - b.from - (a.to - a.from));
    const [worst] = silences;
    if (worst === undefined) return [];
    const evidence = new Evidence();
    const shown = silences.slice(0, MOST).toSorted((a, b) => a.from - b.from);
    for (const { row, time } of neighbours(ground, source, shown)) evidence.add(row, time);
    const length = spanWords((worst.to - worst.from) / 1000);
    const detail = `${counted(silences.length, 'silence')}, the longest ${length} from ${minuteWords(worst.from)}`;
    return [evidence.found(ground.nameOf('source', source), null, detail, ground.sourceKey(source))];
  });
}

interface Beside {
  readonly row: number;
  readonly time: number;
}

/** The last row before each silence, and the first behind it. */
function neighbours(ground: Ground, source: number, silences: readonly Silence[]): Beside[] {
  const before: (Beside | undefined)[] = silences.map(() => undefined);
  const behind: (Beside | undefined)[] = silences.map(() => undefined);
  const shift = ground.search.offsetOf(source) * 1000;
  for (const segment of ground.segments) {
    if (segment.source !== source) continue;
    const times = ground.view.column(segment, rowColumns.time);
    const flags = ground.view.column(segment, rowColumns.flags);
    for (let at = 0; at < segment.rows; at++) {
      if (((flags[at] ?? 0) & rowFlags.undated) !== 0) continue;
      const [row, time] = [segment.base + at, (times[at] ?? 0) + shift];
      for (const [i, { from, to }] of silences.entries()) {
        // The ends of a silence are rounded to the millisecond.
        if (time < from + 1 && time >= (before[i]?.time ?? -Infinity)) before[i] = { row, time };
        if (time > to - 1 && time < (behind[i]?.time ?? Infinity)) behind[i] = { row, time };
      }
    }
  }
  return silences.flatMap((_, i) => [before[i] ?? [], behind[i] ?? []].flat());
}
