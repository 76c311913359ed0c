import type { IndexView, Segment } from '../index/index-view.ts';
import { NONE, type Numbers } from '../index/packed-numbers.ts';
import { rowColumns } from '../index/segment-draft.ts';
import { numberColumns, type textColumns } from '../reading/columns.ts';
import { rowFlags } from '../reading/row.ts';
import { decodedText } from '../search/decoded-text.ts';
import { textOf } from '../search/shown-row.ts';

/** What rows are told apart by: a common column, or the source that they stand in. */
export type By = (typeof textColumns)[number] | (typeof numberColumns)[number] | 'source';

/** Looks at one row after another, by its number in the index. Neighbours are cheap. */
export class RowReader {
  private readonly view: IndexView;
  private readonly offsetOf: (source: number) => number;
  private segment: Segment | undefined;
  private at = 0;
  private shift = 0;
  private readonly columns = new Map<string, Numbers>();

  constructor(view: IndexView, offsetOf: (source: number) => number) {
    this.view = view;
    this.offsetOf = offsetOf;
  }

  go(row: number): void {
    const { segment } = this;
    if (segment === undefined || row < segment.base || row >= segment.base + segment.rows) {
      this.segment = this.view.segmentAt(row);
      this.columns.clear();
      this.shift = this.offsetOf(this.segment?.source ?? 0) * 1000;
    }
    this.at = row - (this.segment?.base ?? 0);
  }

  get source(): number {
    return this.segment?.source ?? 0;
  }

  get line(): number {
    return this.column(rowColumns.line)[this.at] ?? 0;
  }

  has(flag: keyof typeof rowFlags): boolean {
    return ((this.column(rowColumns.flags)[this.at] ?? 0) & rowFlags[flag]) !== 0;
  }

  /** Corrected, ms since 1970 UTC; null without a time. */
  get time(): number | null {
    return this.has('undated') ? null : (this.column(rowColumns.time)[this.at] ?? 0) + this.shift;
  }

  /** A value of a common number column; null where the row has none. */
  number(name: string): number | null {
    const value = this.column(name)[this.at] ?? NONE;
    return value === NONE ? null : value;
  }

  /** Number of a word in its column; 0 where the row has none. */
  word(name: string): number {
    return this.column(name)[this.at] ?? 0;
  }

  /** A number for the row's value: rows with the same are alike. null where it has none. */
  value(by: By): number | null {
    if (by === 'source') return this.source;
    if (numberColumns.some((name) => name === by)) return this.number(by);
    const word = this.word(by);
    return word === 0 ? null : word;
  }

  /** The row as a person reads it: decoded, a blank for the `+` that IIS and URLs write for one. */
  get text(): string {
    const { segment } = this;
    if (segment === undefined) return '';
    const raw = textOf(this.view.rawAt(segment, this.at));
    return (decodedText(raw) ?? raw).replaceAll('+', ' ');
  }

  private column(name: string): Numbers {
    const known = this.columns.get(name);
    if (known !== undefined || this.segment === undefined) return known ?? nothing;
    const found = this.view.column(this.segment, name);
    this.columns.set(name, found);
    return found;
  }
}

const nothing = new Uint8Array(0);
