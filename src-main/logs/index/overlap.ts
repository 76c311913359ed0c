import type { SourceRows } from './source-rows.ts';

/** Rows that stand in two sources in the same order. */
export interface Overlap {
  /** Place of the first one in the later source, and in the earlier one. */
  readonly from: number;
  readonly otherFrom: number;
  readonly rows: number;
}

/** Rows of the common time at which a place in the other source is looked for. */
const LOOKS = 256;
/** Fewer rows that are the same may be chance: two servers that are asked the same at the same second. */
const FEWEST = 16;
/** Equal rows of one moment that are followed. */
const MOST_ALIKE = 64;

/**
 * Where a log and a later copy of it hold the same rows. They do so in one piece, of which each end is an end of one of
 * the two; where rows are missing in one of them there are several pieces.
 * @param check may throw between the rows
 */
export function overlaps(later: SourceRows, earlier: SourceRows, check: () => void): Overlap[] {
  const found: Overlap[] = [];
  const take = (row: number, otherRow: number): void => {
    const one = stretched(later, row, earlier, otherRow, check);
    if (isEnough(one, later, earlier)) found.push(one);
  };
  const isKnown = (row: number): boolean => found.some(({ from, rows }) => row >= from && row < from + rows);
  for (const row of looks(later, earlier)) {
    check();
    if (isKnown(row)) continue;
    let alike = 0;
    for (const otherRow of candidates(later, row, earlier)) {
      if (!later.isSame(row, earlier, otherRow)) continue;
      take(row, otherRow);
      if (isKnown(row) || ++alike === MOST_ALIKE) break;
    }
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** Rows that one may be: of its moment; without one, what stands as far from the beginning, or from the end. */
function candidates(later: SourceRows, row: number, earlier: SourceRows): Iterable<number> {
  const time = later.time(row);
  if (time !== null) return earlier.ofTime(time);
  return [row, row + earlier.count - later.count].filter((place) => place >= 0 && place < earlier.count);
}

/** Rows of the later source to begin at: those at the ends of both, and some between. */
function looks(later: SourceRows, earlier: SourceRows): Set<number> {
  const rows = new Set([0, later.count - 1]);
  for (const end of [0, earlier.count - 1]) {
    for (const row of later.ofTime(earlier.time(end) ?? Number.NaN)) {
      if (rows.size < MOST_ALIKE) rows.add(row);
    }
  }
  for (let i = 1; i < LOOKS; i++) rows.add(Math.floor((later.count * i) / LOOKS));
  return rows;
}

function stretched(
  later: SourceRows,
  row: number,
  earlier: SourceRows,
  otherRow: number,
  check: () => void,
): Overlap {
  let [from, to] = [0, 1];
  const isSame = (step: number): boolean => {
    if (step % 4096 === 0) check();
    const [a, b] = [row + step, otherRow + step];
    return a >= 0 && b >= 0 && a < later.count && b < earlier.count && later.isSame(a, earlier, b);
  };
  while (isSame(from - 1)) from--;
  while (isSame(to)) to++;
  return { from: row + from, otherFrom: otherRow + from, rows: to - from };
}

/**
 * Enough to be no chance: many; where they have a time, also all of a log, or the end of one that is the beginning of
 * the other.
 */
function isEnough({ from, otherFrom, rows }: Overlap, later: SourceRows, earlier: SourceRows): boolean {
  // The last row of a log that was copied while it was written may be half a row.
  const goesOn = from === 0 && otherFrom + rows >= earlier.count - 1;
  const wentBefore = otherFrom === 0 && from + rows >= later.count - 1;
  return rows >= FEWEST || (later.time(from) !== null && (goesOn || wentBefore));
}
