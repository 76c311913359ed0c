import type { IndexView, Segment } from '../index/index-view.ts';
import type { Numbers } from '../index/packed-numbers.ts';
import { rowColumns } from '../index/segment-draft.ts';
import { rowFlags } from '../reading/row.ts';
import { BlockUnderSearch } from './block-under-search.ts';
import type { Condition } from './conditions.ts';
import { RowList } from './row-list.ts';

export interface SearchWish {
  /** null for all rows. */
  readonly condition: Condition | null;
  /** Corrected times, ms since 1970 UTC, both included; null for no limit. Rows without a time fall out of limits. */
  readonly since: number | null;
  readonly until: number | null;
  /** Seconds to add to the times of a source, because its clock was wrong. */
  readonly offsetOf: (source: number) => number;
  /** Ids of the sources that are searched; all where it is not said. */
  readonly sources?: ReadonlySet<number>;
}

/** Rows of an answer that are shown first: their texts are kept when they are come across. */
const FIRST_SHOWN = 200;

/** A segment whose rows are being searched, block by block. */
interface Open {
  readonly segment: Segment;
  readonly shift: number;
  /** The earliest time of each block and all behind it, as the log says it. */
  readonly earliest: Float64Array;
  next: number;
  /** Found rows that are not in the list yet, by time. */
  readonly rows: number[];
  readonly at: number[];
  head: number;
}

/**
 * Finds the rows that a query means, in the order of their time and over all sources. Blocks are searched in the order
 * of their earliest row, so that the first rows of the answer are there long before the last block is read.
 */
export class SearchRun {
  /** Numbers of the rows that were found, in order. */
  readonly found = new RowList();
  isDone = false;
  /** Rows that were looked at. */
  looked = 0;
  private readonly view: IndexView;
  private readonly wish: SearchWish;
  private readonly waiting: { readonly segment: Segment; readonly from: number }[];
  private readonly open: Open[] = [];
  private readonly undated = new RowList();
  private readonly block: BlockUnderSearch | null;
  private left = new Uint8Array(0);
  private matched = 0;

  constructor(view: IndexView, wish: SearchWish) {
    this.view = view;
    this.wish = wish;
    const [any] = view.segments;
    this.block = any === undefined ? null : new BlockUnderSearch(view, any);
    this.waiting = view.segments
      .filter((segment) => this.concerns(segment))
      .map((segment) => ({
        segment,
        from:
          segment.first === null
            ? Number.POSITIVE_INFINITY
            : segment.first + wish.offsetOf(segment.source) * 1000,
      }))
      .toSorted((a, b) => b.from - a.from || b.segment.base - a.segment.base);
    if (this.waiting.length === 0) this.isDone = true;
  }

  private concerns({ source, first, last }: Segment): boolean {
    const { since, until, offsetOf, sources } = this.wish;
    if (sources?.has(source) === false) return false;
    if (since === null && until === null) return true;
    if (first === null || last === null) return false;
    const shift = offsetOf(source) * 1000;
    return last + shift >= (since ?? -Infinity) && first + shift <= (until ?? Infinity);
  }

  /** Searches on until `enough` says so or all is found. */
  go(enough: () => boolean): void {
    while (!this.isDone && !enough()) this.step();
  }

  private step(): void {
    const next = this.nextOpen();
    if (next === null) {
      this.found.addAll(this.undated);
      this.isDone = true;
      return;
    }
    this.searchBlock(next);
    next.next++;
    this.handOn();
  }

  /** The segment whose next block has the earliest row; a waiting one is opened when its turn comes. */
  private nextOpen(): Open | null {
    let best: Open | null = null;
    for (const one of this.open) {
      if (one.next >= one.segment.blocks.length - 1) continue;
      if (best === null || frontier(one) < frontier(best)) best = one;
    }
    const waiting = this.waiting.at(-1);
    if (waiting !== undefined && (best === null || waiting.from <= frontier(best))) {
      this.waiting.pop();
      best = this.opened(waiting.segment);
      this.open.push(best);
    }
    return best;
  }

  private opened(segment: Segment): Open {
    const shift = this.wish.offsetOf(segment.source) * 1000;
    const earliest = this.view.earliest(segment);
    return { segment, shift, earliest, next: 0, rows: [], at: [], head: 0 };
  }

  private searchBlock(open: Open): void {
    const { segment, shift } = open;
    const [from, to] = [segment.blocks[open.next] ?? 0, segment.blocks[open.next + 1] ?? 0];
    if (this.left.length < to - from) this.left = new Uint8Array(to - from);
    const left = this.left.subarray(0, to - from);
    left.fill(1);
    this.looked += to - from;
    const { condition, since, until } = this.wish;
    const isLimited = since !== null || until !== null;
    const [low, high] = [since ?? -Infinity, until ?? Infinity];
    if (isLimited) {
      const { times, flags } = this.whenOf(segment);
      for (let i = 0; i < left.length; i++) {
        const time = (times[from + i] ?? 0) + shift;
        const isUndated = ((flags[from + i] ?? 0) & rowFlags.undated) !== 0;
        if (isUndated || time < low || time > high) left[i] = 0;
      }
      if (!left.includes(1)) return;
    }
    if (condition !== null && this.block !== null) {
      this.block.enter(segment, open.next);
      condition.keep(this.block, left);
      if (!left.includes(1)) return;
    }
    // Most blocks of a rare word have no row: their columns are not needed.
    const { times, flags } = this.whenOf(segment);
    for (let i = 0; i < left.length; i++) {
      if (left[i] === 0) continue;
      const row = from + i;
      this.matched++;
      if (this.matched <= FIRST_SHOWN && this.block?.isUnpacked === true) {
        this.view.meet(segment, row, this.block.textOf(i));
      }
      if (((flags[row] ?? 0) & rowFlags.undated) !== 0) this.undated.add(segment.base + row);
      else insert(open, segment.base + row, (times[row] ?? 0) + shift);
    }
  }

  private whenOf(segment: Segment): { readonly times: Numbers; readonly flags: Numbers } {
    const { view } = this;
    return { times: view.column(segment, rowColumns.time), flags: view.column(segment, rowColumns.flags) };
  }

  /** Puts into the list what nothing that is still to be read can come before. */
  private handOn(): void {
    let limit = this.waiting.at(-1)?.from ?? Number.POSITIVE_INFINITY;
    for (const one of this.open) limit = Math.min(limit, frontier(one));
    for (;;) {
      let best: Open | null = null;
      for (const one of this.open) {
        const time = one.at[one.head];
        if (time === undefined || time > limit) continue;
        if (best === null || comesBefore(one, time, best)) best = one;
      }
      // A row at the very limit waits: one with the same time may stand before it in an earlier source.
      if (best === null || ((best.at[best.head] ?? 0) === limit && Number.isFinite(limit))) break;
      this.found.add(best.rows[best.head] ?? 0);
      best.head++;
      if (best.head > 4096 && best.head * 2 > best.rows.length) forget(best);
    }
    for (let i = this.open.length - 1; i >= 0; i--) {
      const one = this.open[i];
      if (one !== undefined && one.next >= one.segment.blocks.length - 1 && one.head === one.rows.length) {
        this.open.splice(i, 1);
      }
    }
  }
}

/** Rows of one moment stand in the order of their sources and lines. */
function comesBefore(one: Open, time: number, best: Open): boolean {
  const other = best.at[best.head] ?? Number.POSITIVE_INFINITY;
  return time < other || (time === other && one.segment.base < best.segment.base);
}

const frontier = ({ earliest, next, shift }: Open): number =>
  (earliest[next] ?? Number.POSITIVE_INFINITY) + shift;

/** Rows of a log are nearly in order: the place is near the end. */
function insert(open: Open, row: number, time: number): void {
  const { rows, at } = open;
  let place = at.length;
  while (place > open.head && (at[place - 1] ?? 0) > time) place--;
  if (place === at.length) {
    rows.push(row);
    at.push(time);
  } else {
    rows.splice(place, 0, row);
    at.splice(place, 0, time);
  }
}

function forget(open: Open): void {
  open.rows.splice(0, open.head);
  open.at.splice(0, open.head);
  open.head = 0;
}
