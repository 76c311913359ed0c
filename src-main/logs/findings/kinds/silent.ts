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
  const all = [...ground.sources].map((source) => {
    const rows = ground.segments.reduce((sum, one) => sum + (one.source === source ? one.rows : 0), 0);
    const found = rows < least ? [] : silencesOf(ground.view, source, ground.search.offsetOf(source));
    const silences = found.filter(({ from, to }) => to - from >= seconds * 1000);
    return { source, silences: besides(ground, source, silences) };
  });
  const told = new Set(
    all.flatMap(({ silences }) => silences.map(({ before, behind }) => keyOf(before, behind))),
  );
  return all.flatMap(({ source, silences: every }) => {
    // A silence that an earlier log has, too, is one, and is told of that log.
    const silences = every
      .filter(({ before, behind }) => !isToldBefore(ground, told, before, behind))
      .toSorted((a, b) => b.to - b.from - (a.to - a.from));
    const [worst] = silences;
    if (worst === undefined) return [];
    const evidence = new Evidence();
    for (const { before, behind } of silences.slice(0, MOST).toSorted((a, b) => a.from - b.from)) {
      for (const beside of [before, behind]) if (beside !== undefined) evidence.add(beside.row, beside.time);
    }
    const length = spanWords((worst.to - worst.from) / 1000);
    const detail = `${counted(silences.length, 'silence')}, the longest ${length} from ${minuteWords(worst.from)}`;
    return [evidence.found(ground.nameOf('source', source), null, detail, ground.sourceKey(source))];
  });
}

interface Beside {
  readonly row: number;
  readonly time: number;
}

/** A silence with the last row before it, and the first behind it. */
interface Told extends Silence {
  readonly before: Beside | undefined;
  readonly behind: Beside | undefined;
}

const keyOf = (before: Beside | undefined, behind: Beside | undefined): string =>
  `${before?.row} ${behind?.row}`;

function isToldBefore(
  { repeats }: Ground,
  told: ReadonlySet<string>,
  before: Beside | undefined,
  behind: Beside | undefined,
): boolean {
  if (before === undefined || behind === undefined || !repeats.haveBoth(before.row, behind.row)) return false;
  const first = (beside: Beside): Beside => ({ ...beside, row: repeats.firstOf(beside.row) });
  return told.has(keyOf(first(before), first(behind)));
}

function besides(ground: Ground, source: number, silences: readonly Silence[]): Told[] {
  if (silences.length === 0) return [];
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
  return silences.map((silence, i) => ({ ...silence, before: before[i], behind: behind[i] }));
}
