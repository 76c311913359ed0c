import { FILTER_BYTES } from './grams.ts';
import type { PackedBlock } from './pack-block.ts';

/** Bytes that one has room for at first. */
const FIRST = 64 * 1024;

/** The packed blocks of one segment, side by side in memory that is used again for the next one. */
export class PackedShelf {
  /** Rows in each block. */
  readonly rows: number[] = [];
  private readonly ends: number[] = [];
  private data = new Uint8Array(FIRST);
  private filterBytes = new Uint8Array(FIRST);

  add({ rows, data, filter }: PackedBlock): void {
    const from = this.ends.at(-1) ?? 0;
    const place = this.rows.length * FILTER_BYTES;
    this.data = withRoom(this.data, from + data.length);
    this.filterBytes = withRoom(this.filterBytes, place + FILTER_BYTES);
    this.data.set(data, from);
    this.filterBytes.set(filter, place);
    this.rows.push(rows);
    this.ends.push(from + data.length);
  }

  /** The packed text of each block, valid until `clear`. */
  get blocks(): readonly Uint8Array[] {
    return this.ends.map((end, i) => this.data.subarray(this.ends[i - 1] ?? 0, end));
  }

  /** The filters, one behind the other, valid until `clear`. */
  get filters(): Uint8Array {
    return this.filterBytes.subarray(0, this.rows.length * FILTER_BYTES);
  }

  clear(): void {
    this.rows.length = 0;
    this.ends.length = 0;
  }
}

function withRoom(bytes: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer> {
  if (needed <= bytes.length) return bytes;
  const larger = new Uint8Array(Math.max(needed, bytes.length * 2));
  larger.set(bytes);
  return larger;
}
