import { textColumns } from '../../reading/columns.ts';
import { Evidence, type Found } from '../found.ts';
import type { Ground } from '../ground.ts';
import type { By } from '../row-reader.ts';

/** Answers that are far larger, or take far longer, than the same path usually does. */
export interface Large {
  readonly kind: 'large';
  readonly line: string;
  readonly column: keyof typeof DOES;
  /** So many times the median of the path … */
  readonly times: number;
  /** … and at least this (bytes, milliseconds, or rows of a database). */
  readonly floor: number;
  readonly by: By;
}

const DOES = { bytes: 'sends', duration: 'takes', dbrows: 'reads' } as const;

/** Of a path with fewer rows nobody knows what is usual. */
const FEWEST = 20;
/** Values are counted in steps of the square root of two. */
const STEPS = 64;

export function findLarge({ line, column, times, floor, by }: Large, ground: Ground): Found[] {
  const rows = ground.rows(line);
  const reader = ground.reader();
  const paths = ground.view.words[textColumns.indexOf('path')]?.count ?? 0;
  const counts = new Uint32Array(paths + 1);
  let isAnyLarge = false;
  for (const piece of rows.filled()) {
    for (const row of piece) {
      reader.go(row);
      const [path, value] = [reader.word('path'), reader.number(column)];
      if (value === null || path > paths) continue;
      counts[path] = (counts[path] ?? 0) + 1;
      isAnyLarge ||= value >= floor;
    }
  }
  if (!isAnyLarge) return [];
  const steps = new Map<number, Uint32Array>();
  for (const piece of rows.filled()) {
    for (const row of piece) {
      reader.go(row);
      const [path, value] = [reader.word('path'), reader.number(column)];
      if (value === null || (counts[path] ?? 0) < FEWEST) continue;
      let known = steps.get(path);
      if (known === undefined) steps.set(path, (known = new Uint32Array(STEPS)));
      known[stepOf(value)] = (known[stepOf(value)] ?? 0) + 1;
    }
  }
  const groups = new Map<number | null, Evidence>();
  for (const piece of rows.filled()) {
    for (const row of piece) {
      reader.go(row);
      const value = reader.number(column);
      if (value === null || value < floor) continue;
      const known = steps.get(reader.word('path'));
      if (known === undefined || value < times * usual(known)) continue;
      const key = reader.value(by);
      const evidence = groups.get(key) ?? new Evidence();
      groups.set(key, evidence);
      evidence.add(row, reader.time);
    }
  }
  const detail = `each at least ${times} times what its path usually ${DOES[column]}`;
  return [...groups].map(([key, evidence]) => {
    const about = key === null ? '' : ground.nameOf(by, key);
    const sought = `${line} ${column}>=${floor}`;
    return evidence.found(about, ground.lineFor(sought, key === null ? null : by, about), detail);
  });
}

const stepOf = (value: number): number =>
  value < 1 ? 0 : Math.min(STEPS - 1, Math.floor(2 * Math.log2(value)));

/** Upper end of the step in which the median lies. */
function usual(steps: Uint32Array): number {
  const half = steps.reduce((sum, count) => sum + count, 0) / 2;
  let seen = 0;
  for (const [step, count] of steps.entries()) {
    seen += count;
    if (seen >= half) return 2 ** ((step + 1) / 2);
  }
  return Number.POSITIVE_INFINITY;
}
