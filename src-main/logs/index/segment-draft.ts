import { numberColumns, textColumns } from '../reading/columns.ts';
import { type RowDraft, rowFlags } from '../reading/row.ts';
import { NONE, type RawNumbers } from './packed-numbers.ts';
import { SpareMemory } from './spare-memory.ts';
import { OTHER, type Words } from './words.ts';

/** Rows of a segment at most. */
export const SEGMENT_ROWS = 65_536;

/** Bytes of a text from which on it is worth knowing that it was there before. */
const WORTH = 24;

/** Names of the columns that every row has. */
export const rowColumns = {
  time: 'time',
  nanos: 'nanos',
  line: 'line',
  offset: 'offset',
  flags: 'flags',
  start: 'start',
} as const;

/** A column of a segment by its name. */
export interface NamedColumn {
  readonly name: string;
  readonly column: RawNumbers;
}

/** The columns of rows that are not written yet. There is one of it for each source; its arrays are used again. */
export class SegmentDraft {
  count = 0;
  first = Number.POSITIVE_INFINITY;
  last = Number.NEGATIVE_INFINITY;
  undated = 0;
  private readonly time = new Float64Array(SEGMENT_ROWS);
  private readonly nanos = new Uint32Array(SEGMENT_ROWS);
  private readonly line = new Float64Array(SEGMENT_ROWS);
  private readonly offset = new Float64Array(SEGMENT_ROWS);
  private readonly flags = new Uint32Array(SEGMENT_ROWS);
  /** Where each row begins in its block. */
  private readonly start = new Uint32Array(SEGMENT_ROWS);
  private readonly texts = textColumns.map(() => new Uint32Array(SEGMENT_ROWS));
  private readonly numbers = numberColumns.map(() => new Float64Array(SEGMENT_ROWS).fill(NONE));
  private readonly words: readonly Words[];
  /** Columns that at least one row has, as bits. */
  private usedTexts = 0;
  private usedNumbers = 0;
  private hasNanos = false;
  /** For copies of columns, of 8 and of 4 bytes a row; that of a column that was packed comes back. */
  private readonly spare = [new SpareMemory(SEGMENT_ROWS * 8), new SpareMemory(SEGMENT_ROWS * 4)] as const;

  constructor(words: readonly Words[]) {
    this.words = words;
  }

  /** Which block each word was in last, for the texts that are long and come again and again. */
  private readonly inBlock = textColumns.map(() => new Uint32Array(0));
  /** The longest text of the row that was in its block before; empty where there is none. */
  readonly known = { from: 0, to: 0 };

  /** @param block number of the block that the row comes into */
  add(row: RowDraft, block: number): void {
    const at = this.count++;
    const undated = (row.flags & rowFlags.undated) !== 0;
    if (undated) {
      this.undated++;
      // Whatever stands before keeps the steps between neighbours small.
      this.time[at] = at === 0 ? 0 : (this.time[at - 1] ?? 0);
      this.nanos[at] = 0;
    } else {
      const ms = row.seconds * 1000 + Math.floor(row.nanos / 1_000_000);
      this.time[at] = ms;
      const rest = row.nanos % 1_000_000;
      this.nanos[at] = rest;
      if (rest !== 0) this.hasNanos = true;
      if (ms < this.first) this.first = ms;
      if (ms > this.last) this.last = ms;
    }
    this.line[at] = row.line;
    this.offset[at] = row.offset;
    this.flags[at] = row.flags;
    this.known.from = 0;
    this.known.to = 0;
    this.columns(row, at, block);
  }

  /** @param start where the row that was added last begins in its block */
  startsAt(start: number): void {
    this.start[this.count - 1] = start;
  }

  private wasInBlock(column: number, word: number, block: number): boolean {
    let blocks = this.inBlock[column];
    if (blocks === undefined || word === OTHER) return false;
    if (word >= blocks.length) {
      const larger = new Uint32Array(Math.max(1024, word * 2));
      larger.set(blocks);
      this.inBlock[column] = blocks = larger;
    }
    const was = blocks[word] === block;
    blocks[word] = block;
    return was;
  }

  private columns(row: RowDraft, at: number, block: number): void {
    let texts = row.texts;
    this.usedTexts |= texts;
    while (texts !== 0) {
      const column = 31 - Math.clz32(texts & -texts);
      texts &= texts - 1;
      const words = this.words[column];
      const values = this.texts[column];
      if (words === undefined || values === undefined) continue;
      if (row.isOwn(column)) {
        const own = Buffer.from(row.own[column] ?? '');
        values[at] = words.numberOf(own, 0, own.length);
        continue;
      }
      const [from, to] = [row.starts[column] ?? 0, row.ends[column] ?? 0];
      const word = words.numberOf(row.bytes, from, to);
      values[at] = word;
      const { known } = this;
      if (to - from < WORTH || !this.wasInBlock(column, word, block)) continue;
      if (to - from > known.to - known.from) [known.from, known.to] = [from, to];
    }
    let numbers = row.numbers;
    this.usedNumbers |= numbers;
    while (numbers !== 0) {
      const column = 31 - Math.clz32(numbers & -numbers);
      numbers &= numbers - 1;
      const values = this.numbers[column];
      if (values !== undefined) values[at] = row.values[column] ?? NONE;
    }
  }

  /** All columns that are not empty, as copies. */
  take(): NamedColumn[] {
    const { count } = this;
    const [wide, slim] = this.spare;
    const doubles = (values: Float64Array): Float64Array<ArrayBuffer> => {
      const copy = new Float64Array(wide.take(), 0, count);
      copy.set(values.subarray(0, count));
      return copy;
    };
    const growing = (name: string, values: Float64Array): NamedColumn => ({
      name,
      column: { how: 'growing', values: doubles(values) },
    });
    const unsigned = (name: string, values: Uint32Array): NamedColumn => {
      const copy = new Uint32Array(slim.take(), 0, count);
      copy.set(values.subarray(0, count));
      return { name, column: { how: 'unsigned', values: copy } };
    };
    return [
      growing(rowColumns.time, this.time),
      ...(this.hasNanos ? [unsigned(rowColumns.nanos, this.nanos)] : []),
      growing(rowColumns.line, this.line),
      growing(rowColumns.offset, this.offset),
      unsigned(rowColumns.flags, this.flags),
      unsigned(rowColumns.start, this.start),
      ...textColumns.flatMap((name, i) => {
        const values = (this.usedTexts & (1 << i)) === 0 ? undefined : this.texts[i];
        return values === undefined ? [] : [unsigned(name, values)];
      }),
      ...numberColumns.flatMap((name, i): NamedColumn[] => {
        const values = (this.usedNumbers & (1 << i)) === 0 ? undefined : this.numbers[i];
        return values === undefined ? [] : [{ name, column: { how: 'signed', values: doubles(values) } }];
      }),
    ];
  }

  /** Takes back the memory of a column that was packed. */
  reuse(memory: ArrayBuffer): void {
    for (const spare of this.spare) spare.giveBack(memory);
  }

  clear(): void {
    for (const [i, values] of this.texts.entries()) {
      if ((this.usedTexts & (1 << i)) !== 0) values.fill(0, 0, this.count);
    }
    for (const [i, values] of this.numbers.entries()) {
      if ((this.usedNumbers & (1 << i)) !== 0) values.fill(NONE, 0, this.count);
    }
    this.count = 0;
    this.first = Number.POSITIVE_INFINITY;
    this.last = Number.NEGATIVE_INFINITY;
    this.undated = 0;
    this.usedTexts = 0;
    this.usedNumbers = 0;
    this.hasNanos = false;
  }
}
