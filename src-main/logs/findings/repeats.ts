import { type RepeatRow, logRepeats } from '../../store/log-index/repeat.ts';
import type { IndexView } from '../index/index-view.ts';

/** Leaves out of a search what stands in an earlier exhibit, too. */
export const ONCE = '-is:repeated';

/** Which rows stand in an earlier exhibit, too: what happened once is found once. */
export class Repeats {
  private readonly view: IndexView;
  private readonly ranges: ReadonlyMap<number, readonly RepeatRow[]>;
  /** Rows of the same source that stand before each segment. */
  private readonly before = new Map<number, number>();

  constructor(view: IndexView) {
    this.view = view;
    this.ranges = Map.groupBy(logRepeats(view.db), ({ source }) => source);
    if (this.ranges.size === 0) return;
    const rows = new Map<number, number>();
    for (const { id, source, rows: count } of view.segments) {
      const known = rows.get(source) ?? 0;
      this.before.set(id, known);
      rows.set(source, known + count);
    }
  }

  areIn(sources: ReadonlySet<number>): boolean {
    return [...this.ranges.keys()].some((source) => sources.has(source));
  }

  /** The row that a row repeats, in the earliest log that has it; the row itself where it repeats none. */
  firstOf(row: number): number {
    if (this.ranges.size === 0) return row;
    let at = row;
    // A copy of a copy leads farther back, and never round in a circle: exhibits have an order.
    for (let step = this.before.size; step >= 0; step--) {
      const { source, place } = this.placeOf(at);
      const range = this.rangesOf(source).find((one) => isIn(one, place));
      const other =
        range === undefined ? null : this.rowAt(range.other, place - range.from_row + range.other_row);
      if (other === null) break;
      at = other;
    }
    return at;
  }

  /** Whether an earlier log has both rows, and the same rows between them. */
  haveBoth(row: number, next: number): boolean {
    if (this.ranges.size === 0) return false;
    const [a, b] = [this.placeOf(row), this.placeOf(next)];
    return (
      a.source === b.source &&
      this.rangesOf(a.source).some((range) => isIn(range, a.place) && isIn(range, b.place))
    );
  }

  private rangesOf(source: number): readonly RepeatRow[] {
    return this.ranges.get(source) ?? [];
  }

  private placeOf(row: number): { readonly source: number; readonly place: number } {
    const segment = this.view.segmentAt(row);
    const before = this.before.get(segment?.id ?? 0) ?? 0;
    return { source: segment?.source ?? 0, place: before + row - (segment?.base ?? 0) };
  }

  private rowAt(source: number, place: number): number | null {
    for (const segment of this.view.segments) {
      const at = place - (this.before.get(segment.id) ?? 0);
      if (segment.source === source && at >= 0 && at < segment.rows) return segment.base + at;
    }
    return null;
  }
}

const isIn = ({ from_row: from, total_rows: rows }: RepeatRow, place: number): boolean =>
  place >= from && place < from + rows;
