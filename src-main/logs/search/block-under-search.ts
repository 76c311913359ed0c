import { type FoldedBlock, Folder } from '../index/fold.ts';
import { type IndexView, type Segment } from '../index/index-view.ts';
import { rowColumns } from '../index/segment-draft.ts';
import { mayHold, FILTER_BYTES } from '../index/trigrams.ts';

/** One block while it is searched: its text is unpacked and folded when the first part of a query asks for it. */
export class BlockUnderSearch {
  readonly view: IndexView;
  segment: Segment;
  place = 0;
  /** Its rows in the segment: from, and the one behind the last. */
  from = 0;
  to = 0;
  private readonly folder = new Folder();
  private text: Uint8Array | null = null;
  private foldedText: FoldedBlock | null = null;

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
    this.foldedText = null;
  }

  get rows(): number {
    return this.to - this.from;
  }

  mayHold(bits: readonly number[]): boolean {
    return mayHold(this.view.filters(this.segment), this.place * FILTER_BYTES, bits);
  }

  get raw(): Uint8Array {
    this.text ??= this.view.readBlock(this.segment, this.place);
    return this.text;
  }

  /** Where each row begins in `raw`, and one more for the end. */
  get starts(): Uint32Array {
    const all = this.view.column(this.segment, rowColumns.start);
    const starts = new Uint32Array(this.rows + 1);
    starts.set(all.subarray(this.from, this.to));
    starts[this.rows] = this.raw.length;
    return starts;
  }

  get folded(): FoldedBlock {
    this.foldedText ??= this.folder.fold(this.raw, this.starts, this.rows);
    return this.foldedText;
  }
}
