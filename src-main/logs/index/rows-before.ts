import type { ReadableDb } from '../../store/db.ts';
import { blockOf, columnOf, segmentsAfter } from '../../store/log-index/segment.ts';
import { unpackBytes } from './codec.ts';
import { unpackNumbers } from './packed-numbers.ts';
import { rowColumns } from './segment-draft.ts';

/** The rows that an earlier run left of a source, to see whether those that are read again are the same. */
export class RowsBefore {
  private readonly texts: Iterator<Uint8Array>;

  constructor(db: ReadableDb, source: number) {
    this.texts = textsOf(db, source);
  }

  /** Whether the next of them has these letters. */
  isNext(bytes: Uint8Array, from: number, to: number): boolean {
    const next = this.texts.next();
    return next.done !== true && Buffer.compare(next.value, bytes.subarray(from, to)) === 0;
  }
}

function* textsOf(db: ReadableDb, source: number): Generator<Uint8Array> {
  for (const segment of segmentsAfter(db, 0).filter((one) => one.source === source)) {
    const column = columnOf(db, segment.id, rowColumns.start);
    if (column === undefined) return;
    const starts = unpackNumbers(column.kind, column.data);
    let first = 0;
    for (const [place, rows] of (JSON.parse(segment.blocks) as number[]).entries()) {
      const packed = blockOf(db, segment.id, place);
      if (packed === undefined) return;
      const text = unpackBytes(packed);
      for (let row = first; row < first + rows; row++) {
        const end = row + 1 < first + rows ? (starts[row + 1] ?? 0) : text.length;
        yield text.subarray(starts[row] ?? 0, end - 1);
      }
      first += rows;
    }
  }
}
