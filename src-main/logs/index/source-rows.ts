import { rowFlags } from '../reading/row.ts';
import type { IndexView, Segment } from './index-view.ts';
import { rowColumns } from './segment-draft.ts';

/** The rows of one source by their place in it, from 0. Neighbours are cheap. */
export class SourceRows {
  readonly id: number;
  readonly count: number;
  private readonly view: IndexView;
  private readonly parts: readonly { readonly segment: Segment; readonly from: number }[];
  private part: { readonly segment: Segment; readonly from: number } | undefined;

  constructor(view: IndexView, id: number) {
    this.view = view;
    this.id = id;
    let from = 0;
    this.parts = view.segments.flatMap((segment) => {
      if (segment.source !== id) return [];
      from += segment.rows;
      return [{ segment, from: from - segment.rows }];
    });
    this.count = from;
  }

  private at(row: number): { readonly segment: Segment; readonly from: number } | undefined {
    const { part } = this;
    if (part === undefined || row < part.from || row >= part.from + part.segment.rows) {
      this.part = this.parts.find(({ segment, from }) => row >= from && row < from + segment.rows);
    }
    return this.part;
  }

  bytes(row: number): Uint8Array {
    const part = this.at(row);
    return part === undefined ? nothing : this.view.rawAt(part.segment, row - part.from);
  }

  /** As the log says it, ms since 1970 UTC; null without one. */
  time(row: number): number | null {
    const part = this.at(row);
    if (part === undefined) return null;
    const [place, { segment }] = [row - part.from, part];
    const flags = this.view.column(segment, rowColumns.flags)[place] ?? rowFlags.undated;
    return (flags & rowFlags.undated) === 0
      ? (this.view.column(segment, rowColumns.time)[place] ?? null)
      : null;
  }

  /** Places of the rows of one moment. */
  *ofTime(time: number): Generator<number> {
    for (const { segment, from } of this.parts) {
      const { first, last } = segment;
      if (first === null || last === null || time < first || time > last) continue;
      const times = this.view.column(segment, rowColumns.time);
      for (let at = times.indexOf(time); at !== -1; at = times.indexOf(time, at + 1)) {
        if (this.time(from + at) === time) yield from + at;
      }
    }
  }

  /** Whether a row of another source was written at the same moment, where any has one, with the same letters. */
  isSame(row: number, other: SourceRows, otherRow: number): boolean {
    if (this.time(row) !== other.time(otherRow)) return false;
    const [own, their] = [this.bytes(row), other.bytes(otherRow)];
    return own.length === their.length && Buffer.compare(own, their) === 0;
  }
}

const nothing = new Uint8Array(0);
