import type { IndexView, Segment } from '../index/index-view.ts';
import { NONE } from '../index/packed-numbers.ts';
import { OTHER } from '../index/words.ts';
import { numberColumns, textColumns } from '../reading/columns.ts';
import type { RowList } from './row-list.ts';

export interface FacetValue {
  readonly value: string;
  readonly rows: number;
}

export interface Facet {
  readonly column: string;
  /** The most frequent first; of the same number in the order of their values. */
  readonly values: readonly FacetValue[];
  /** Distinct values, those that are not shown included. */
  readonly distinct: number;
}

/**
 * How often each value of a column stands in the rows that were found.
 * @param top values at most
 * @param check called every few milliseconds of counting; what it throws ends it
 */
export function facetOf(
  view: IndexView,
  column: string,
  found: RowList,
  top: number,
  check?: () => void,
): Facet | null {
  const text = textColumns.findIndex((name) => name === column);
  if (text !== -1) {
    const words = view.words[text];
    const counts = new Uint32Array((words?.count ?? 0) + 1);
    eachValue(
      view,
      column,
      found.filled(check),
      (value) => {
        if (value !== OTHER) counts[value] = (counts[value] ?? 0) + 1;
      },
      0,
    );
    const present: number[] = [];
    for (let number = 1; number < counts.length; number++) {
      if ((counts[number] ?? 0) > 0) present.push(number);
    }
    return facet(
      column,
      mostFrequent(present, (number) => counts[number] ?? 0, top).map((number) => ({
        value: words?.textOf(number) ?? '',
        rows: counts[number] ?? 0,
      })),
      present.length,
    );
  }
  if (!numberColumns.some((name) => name === column)) return null;
  const counts = new Map<number, number>();
  eachValue(
    view,
    column,
    found.filled(check),
    (value) => counts.set(value, (counts.get(value) ?? 0) + 1),
    NONE,
  );
  const values = mostFrequent([...counts.keys()], (value) => counts.get(value) ?? 0, top);
  return facet(
    column,
    values.map((value) => ({ value: String(value), rows: counts.get(value) ?? 0 })),
    counts.size,
  );
}

const facet = (column: string, values: readonly FacetValue[], distinct: number): Facet => ({
  column,
  values,
  distinct,
});

function mostFrequent(values: readonly number[], rows: (value: number) => number, top: number): number[] {
  if (values.length <= top * 4) return values.toSorted((a, b) => rows(b) - rows(a) || a - b).slice(0, top);
  // A hundred thousand addresses need not be sorted to know twenty.
  const best: number[] = [];
  for (const value of values) {
    if (best.length === top && rows(value) <= rows(best[top - 1] ?? value)) continue;
    let place = best.length;
    while (place > 0 && rows(best[place - 1] ?? value) < rows(value)) place--;
    best.splice(place, 0, value);
    if (best.length > top) best.pop();
  }
  return best;
}

function eachValue(
  view: IndexView,
  column: string,
  found: Iterable<Uint32Array>,
  tell: (value: number) => void,
  none: number,
): void {
  let segment: Segment | undefined;
  let values: ArrayLike<number> = [];
  for (const rows of found) {
    for (const row of rows) {
      if (segment === undefined || row < segment.base || row >= segment.base + segment.rows) {
        segment = view.segmentAt(row);
        values = segment === undefined ? [] : view.column(segment, column);
      }
      const value = values[row - (segment?.base ?? 0)];
      if (value !== undefined && value !== none) tell(value);
    }
  }
}
