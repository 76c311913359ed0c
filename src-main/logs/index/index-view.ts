import type { ReadableDb } from '../../store/db.ts';
import {
  type SegmentRow,
  blockOf,
  columnOf,
  contextsAfter,
  filtersOf,
  segmentsAfter,
  wordsAfter,
} from '../../store/log-index/segment.ts';
import { type SourceRow, logSources } from '../../store/log-index/source.ts';
import { textColumns } from '../reading/columns.ts';
import { rowFlags } from '../reading/row.ts';
import { unpackBytes } from './codec.ts';
import { Lru } from './lru.ts';
import { type Numbers, eachNumber, unpackNumbers } from './packed-numbers.ts';
import { rowColumns } from './segment-draft.ts';
import { Words } from './words.ts';

/** Rows of one source that were written together. */
export interface Segment {
  readonly id: number;
  readonly source: number;
  readonly rows: number;
  readonly undated: number;
  /** Of its earliest and latest row, ms since 1970 UTC as the log says it; null where none has a time. */
  readonly first: number | null;
  readonly last: number | null;
  /** First row of each block, and one more for the end. */
  readonly blocks: Uint32Array;
  readonly contexts: readonly (readonly [row: number, context: number])[];
  /** Number of its first row among all rows of the index. */
  readonly base: number;
}

const MIB = 1024 * 1024;

/**
 * Bytes of columns, filters and blocks that are kept unpacked. Every search goes through all filters, and most through
 * the same columns: what is shown of a few rows here and there must not drive them out. That, `shown`, are all columns
 * of a few segments.
 */
const KEPT = { columns: 64 * MIB, filters: 40 * MIB, shown: 32 * MIB, blocks: 8 * MIB };

/** Bytes of texts that a search came across, which the page that shows them need not unpack again. */
const MET = 2 * MIB;

const nothing = new Uint8Array(0);

/** Reads an index. Several may read while one writes; `refresh` takes in what was written since. */
export class IndexView {
  segments: readonly Segment[] = [];
  sources: readonly SourceRow[] = [];
  rows = 0;
  readonly words: readonly Words[] = textColumns.map(() => new Words());
  readonly db: ReadableDb;
  private readonly contexts = new Map<number, string>();
  private readonly columns: Lru<string, Numbers>;
  private readonly shown: Lru<string, Numbers>;
  private readonly unpackedFilters: Lru<number, Uint8Array>;
  private readonly firsts = new Map<number, Float64Array>();
  private readonly unpacked: Lru<string, Uint8Array>;
  private readonly met = new Lru<string, Uint8Array>(MET);
  private lastWord = 0;
  private lastContext = 0;

  /** @param kept bytes that are kept unpacked, at most */
  constructor(db: ReadableDb, kept = KEPT) {
    this.db = db;
    this.columns = new Lru(kept.columns);
    this.shown = new Lru(kept.shown);
    this.unpackedFilters = new Lru(kept.filters);
    this.unpacked = new Lru(kept.blocks);
    this.refresh();
  }

  /** @returns whether something is new */
  refresh(): boolean {
    const marks = new Map(this.sources.map((source) => [source.id, source.marks]));
    this.sources = logSources(this.db);
    for (const source of this.sources) {
      if ((marks.get(source.id) ?? source.marks) !== source.marks) this.forgetFlags(source.id);
    }
    const known = new Set(this.sources.map(({ id }) => id));
    const isWhole = this.segments.every(({ source }) => known.has(source));
    // A source that was taken out moves the numbers of all rows behind it.
    const kept = isWhole ? this.segments : this.segments.filter(({ source }) => known.has(source));
    const last = this.segments.at(-1)?.id ?? 0;
    const added = segmentsAfter(this.db, last);
    if (isWhole && added.length === 0) return false;
    let base = 0;
    const place = (segment: Segment): Segment => {
      const placed = { ...segment, base };
      base += segment.rows;
      return placed;
    };
    this.segments = [...kept, ...added.map(segmentOf)].map(place);
    this.rows = base;
    for (const { id, text } of contextsAfter(this.db, this.lastContext)) {
      this.contexts.set(id, text);
      this.lastContext = id;
    }
    for (const { id, name, data } of wordsAfter(this.db, this.lastWord)) {
      this.words[textColumns.indexOf(name as (typeof textColumns)[number])]?.load(unpackBytes(data));
      this.lastWord = id;
    }
    return true;
  }

  /** Marks of rows are the only thing that changes of what is written. */
  private forgetFlags(source: number): void {
    for (const segment of this.segments) {
      if (segment.source !== source) continue;
      for (const kept of [this.columns, this.shown]) kept.forget(`${segment.id} ${rowColumns.flags}`);
    }
  }

  /** A column of a segment by its name; empty where no row of it has a value. */
  column({ id }: Segment, name: string): Numbers {
    return this.columns.get(`${id} ${name}`, () => this.unpack(id, name));
  }

  /**
   * Tells the time of each row that has one, in the order of the log, as the log says it. What is not kept already is
   * not kept for it.
   */
  eachTime(segment: Segment, tell: (time: number) => void): void {
    const flags = segment.undated === 0 ? null : this.column(segment, rowColumns.flags);
    const one = (time: number, row: number): void => {
      if (flags === null || ((flags[row] ?? 0) & rowFlags.undated) === 0) tell(time);
    };
    const kept = this.columns.peek(`${segment.id} ${rowColumns.time}`);
    if (kept !== undefined) {
      for (const [row, time] of kept.entries()) one(time, row);
      return;
    }
    const found = columnOf(this.db, segment.id, rowColumns.time);
    if (found !== undefined) eachNumber(found.kind, found.data, one);
  }

  /** A value of one row that is shown; undefined where no row of the segment has one. @param row in its segment */
  shownValue({ id }: Segment, name: string, row: number): number | undefined {
    const key = `${id} ${name}`;
    return (this.columns.peek(key) ?? this.shown.get(key, () => this.unpack(id, name)))[row];
  }

  private unpack(segment: number, name: string): Numbers {
    const found = columnOf(this.db, segment, name);
    return found === undefined ? nothing : unpackNumbers(found.kind, found.data);
  }

  /** Filters of the blocks of a segment, one behind the other. */
  filters({ id }: Segment): Uint8Array {
    return this.unpackedFilters.get(id, () => {
      const packed = filtersOf(this.db, id);
      return packed === undefined ? nothing : unpackBytes(packed);
    });
  }

  /**
   * The earliest time of each block and all behind it, ms since 1970 UTC as the log says it; infinite where no row has
   * one. A few numbers a segment: they stay.
   */
  earliest(segment: Segment): Float64Array {
    let found = this.firsts.get(segment.id);
    if (found === undefined) this.firsts.set(segment.id, (found = this.lookForEarliest(segment)));
    return found;
  }

  private lookForEarliest(segment: Segment): Float64Array {
    const times = this.column(segment, rowColumns.time);
    const flags = this.column(segment, rowColumns.flags);
    const blocks = segment.blocks.length - 1;
    const earliest = new Float64Array(blocks + 1).fill(Number.POSITIVE_INFINITY);
    for (let block = blocks - 1; block >= 0; block--) {
      let least = earliest[block + 1] ?? Infinity;
      const to = segment.blocks[block + 1] ?? 0;
      for (let row = segment.blocks[block] ?? 0; row < to; row++) {
        const time = times[row] ?? 0;
        if (time < least && ((flags[row] ?? 0) & rowFlags.undated) === 0) least = time;
      }
      earliest[block] = least;
    }
    return earliest;
  }

  /** The text of a block, without keeping it. */
  readBlock({ id }: Segment, place: number): Uint8Array {
    const packed = blockOf(this.db, id, place);
    return packed === undefined ? nothing : unpackBytes(packed);
  }

  /** The text of a block, kept for the next row of it. */
  block(segment: Segment, place: number): Uint8Array {
    return this.unpacked.get(`${segment.id} ${place}`, () => this.readBlock(segment, place));
  }

  /** The segment that holds a row. @param row number among all rows */
  segmentAt(row: number): Segment | undefined {
    let [low, high] = [0, this.segments.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.segments[middle]?.base ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    const found = this.segments[low];
    return found !== undefined && row >= found.base && row < found.base + found.rows ? found : undefined;
  }

  /** What a row needs to be understood. @param row in its segment */
  contextAt({ contexts }: Segment, row: number): string {
    const run = contexts.findLast(([from]) => from <= row);
    return (run === undefined ? undefined : this.contexts.get(run[1])) ?? '';
  }

  /** Keeps the text of a row, which is in memory now and will be shown soon. @param row in its segment */
  meet({ id }: Segment, row: number, text: Uint8Array): void {
    this.met.get(`${id} ${row}`, () => Uint8Array.from(text));
  }

  /** The raw text of a row, for one that a search found. @param row in its segment */
  foundAt(segment: Segment, row: number): Uint8Array {
    return this.met.peek(`${segment.id} ${row}`) ?? this.rawAt(segment, row);
  }

  /** The raw text of a row. @param row in its segment */
  rawAt(segment: Segment, row: number): Uint8Array {
    const { blocks } = segment;
    const place = blockOfRow(blocks, row);
    const starts = this.column(segment, rowColumns.start);
    const block = this.block(segment, place);
    const isLast = row + 1 === (blocks[place + 1] ?? 0);
    const end = isLast ? block.length : (starts[row + 1] ?? block.length);
    return block.subarray(starts[row] ?? 0, end - 1);
  }
}

function segmentOf(row: SegmentRow): Segment {
  const counts = JSON.parse(row.blocks) as number[];
  const blocks = new Uint32Array(counts.length + 1);
  for (const [i, count] of counts.entries()) blocks[i + 1] = (blocks[i] ?? 0) + count;
  const { id, source, total_rows: rows, undated, first, last } = row;
  return {
    id,
    source,
    rows,
    undated,
    first,
    last,
    blocks,
    contexts: JSON.parse(row.contexts) as [number, number][],
    base: 0,
  };
}

/** Place of the block that holds a row. @param blocks first rows of the blocks, and the end */
function blockOfRow(blocks: Uint32Array, row: number): number {
  let [low, high] = [0, blocks.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle] ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}
