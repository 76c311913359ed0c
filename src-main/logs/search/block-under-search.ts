import { decodePercent } from '../index/fold.ts';
import type { IndexView, Segment } from '../index/index-view.ts';
import { rowColumns } from '../index/segment-draft.ts';
import { mayHold, FILTER_BYTES } from '../index/grams.ts';

/** One block while it is searched: its text is unpacked and folded when the first part of a query asks for it. */
export class BlockUnderSearch {
  readonly view: IndexView;
  segment: Segment;
  place = 0;
  /** Its rows in the segment: from, and the one behind the last. */
  from = 0;
  to = 0;
  private text: Uint8Array | null = null;
  private rowStarts: Uint32Array | null = null;
  private decodedRows: readonly DecodedRow[] | null = null;

  constructor(view: IndexView, segment: Segment) {
    this.view = view;
    this.segment = segment;
  }

  enter(segment: Segment, place: number): void {
    this.segment = segment;
    this.place = place;
    this.from = segment.blocks[place] ?? 0;
    this.to = segment.blocks[place + 1] ?? 0;
    this.text = null;
    this.rowStarts = null;
    this.decodedRows = null;
  }

  get rows(): number {
    return this.to - this.from;
  }

  mayHold(bits: readonly number[]): boolean {
    return mayHold(this.view.filters(this.segment), this.place * FILTER_BYTES, bits);
  }

  get isUnpacked(): boolean {
    return this.text !== null;
  }

  /** The text of a row. @param row in the block */
  textOf(row: number): Uint8Array {
    return this.raw.subarray(this.starts[row] ?? 0, (this.starts[row + 1] ?? 1) - 1);
  }

  get raw(): Uint8Array {
    this.text ??= this.view.readBlock(this.segment, this.place);
    return this.text;
  }

  /** Where each row begins in `raw`, and one more for the end. */
  get starts(): Uint32Array {
    if (this.rowStarts !== null) return this.rowStarts;
    const starts = new Uint32Array(this.rows + 1);
    starts.set(this.view.column(this.segment, rowColumns.start).subarray(this.from, this.to));
    starts[this.rows] = this.raw.length;
    return (this.rowStarts = starts);
  }

  /** What the rows with `%XX` say decoded, once and twice, with a line end between. */
  get decoded(): readonly DecodedRow[] {
    return (this.decodedRows ??= this.decode());
  }

  private decode(): DecodedRow[] {
    const { raw, starts, rows } = this;
    const found: DecodedRow[] = [];
    let at = raw.indexOf(PERCENT);
    for (let row = 0; at !== -1 && row < rows; row++) {
      const to = (starts[row + 1] ?? 0) - 1;
      if (at >= to) continue;
      const text = decodedBetween(raw, starts[row] ?? 0, to);
      if (text !== null) found.push({ row, text });
      at = raw.indexOf(PERCENT, to);
    }
    return found;
  }

  /** The same of one row; null where nothing in it is encoded. @param row in the block */
  decodedRow(row: number): Uint8Array | null {
    const { raw, starts } = this;
    const [from, to] = [starts[row] ?? 0, (starts[row + 1] ?? 0) - 1];
    const isEncoded = raw.subarray(from, to).includes(PERCENT);
    return isEncoded ? decodedBetween(raw, from, to) : null;
  }
}

function decodedBetween(raw: Uint8Array, from: number, to: number): Uint8Array | null {
  const text = Buffer.allocUnsafe((to - from) * 2 + 1);
  const once = decodePercent(raw, from, to, text, 0);
  if (once === -1) return null;
  text[once] = NEWLINE;
  const twice = decodePercent(text, 0, once, text, once + 1);
  return text.subarray(0, twice === -1 ? once : twice);
}

const PERCENT = 37;
const NEWLINE = 10;

interface DecodedRow {
  /** In its block. */
  readonly row: number;
  readonly text: Uint8Array;
}
