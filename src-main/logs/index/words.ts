/** Distinct values of one text column; each has a number from 1. */
const FIRST = 1024;
/** More distinct values than this, or more bytes, are not numbered: rows say then that theirs is another one. */
const MOST_WORDS = 1_000_000;
const MOST_BYTES = 48 * 1024 * 1024;
/** A longer value is not numbered. */
const LONGEST = 4096;

/** Values that share a hash: somebody may write a log so that all do, and looking through them would take for ever. */
const MOST_ALIKE = 64;

/** The number of a value that has none of its own; it is read from the row's text. */
export const OTHER = 0xffffffff;

/** Numbers for the values of one column, over all sources. Kept as bytes: a million strings would be 100 MB. */
export class Words {
  private arena: Buffer = Buffer.allocUnsafe(64 * 1024);
  /** Where each word ends; the word of number n begins where that of n - 1 ends. */
  private ends = new Uint32Array(FIRST);
  private hashes = new Uint32Array(FIRST);
  private table = new Uint32Array(FIRST * 2);
  count = 0;
  private saved = 0;
  private last = 0;

  /** The number of the value that stands in `bytes`; a new one where it was not there. */
  numberOf(bytes: Uint8Array, from: number, to: number): number {
    if (this.last !== 0 && this.isAt(this.last, bytes, from, to)) return this.last;
    if (to - from > LONGEST) return OTHER;
    const hash = hashOf(bytes, from, to);
    const mask = this.table.length - 1;
    let alike = 0;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const found = this.table[slot] ?? 0;
      if (found === 0) return this.insert(bytes, from, to, hash, slot);
      if (this.hashes[found - 1] !== hash) continue;
      if (this.isAt(found, bytes, from, to)) return (this.last = found);
      if (++alike === MOST_ALIKE) return OTHER;
    }
  }

  private isAt(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = number === 1 ? 0 : (this.ends[number - 2] ?? 0);
    if ((this.ends[number - 1] ?? 0) - start !== to - from) return false;
    // From the end on: addresses and paths of one log begin alike.
    const { arena } = this;
    for (let i = to - 1, at = start + to - from - 1; i >= from; i--, at--) {
      if (arena[at] !== bytes[i]) return false;
    }
    return true;
  }

  private insert(bytes: Uint8Array, from: number, to: number, hash: number, slot: number): number {
    const start = this.count === 0 ? 0 : (this.ends[this.count - 1] ?? 0);
    const end = start + to - from;
    if (this.count >= MOST_WORDS || end > MOST_BYTES) return OTHER;
    if (end > this.arena.length) {
      const larger = Buffer.allocUnsafe(Math.max(end, this.arena.length * 2));
      this.arena.copy(larger);
      this.arena = larger;
    }
    this.arena.set(bytes.subarray(from, to), start);
    if (this.count === this.ends.length) {
      this.ends = enlarged(this.ends);
      this.hashes = enlarged(this.hashes);
    }
    this.ends[this.count] = end;
    this.hashes[this.count] = hash;
    this.count++;
    this.table[slot] = this.count;
    if (this.count * 2 > this.table.length) this.rehash();
    return (this.last = this.count);
  }

  private rehash(): void {
    this.table = new Uint32Array(this.table.length * 2);
    const mask = this.table.length - 1;
    for (let number = 1; number <= this.count; number++) {
      let slot = spread(this.hashes[number - 1] ?? 0) & mask;
      while (this.table[slot] !== 0) slot = (slot + 1) & mask;
      this.table[slot] = number;
    }
  }

  /** The value of a number, as bytes of the arena. */
  bytesOf(number: number): Buffer {
    const start = number === 1 ? 0 : (this.ends[number - 2] ?? 0);
    return this.arena.subarray(start, this.ends[number - 1] ?? 0);
  }

  textOf(number: number): string {
    return number === 0 || number > this.count ? '' : this.bytesOf(number).toString('utf8');
  }

  /** The words that came since the last call, for the file; null where none did. */
  takeNew(): Buffer | null {
    if (this.saved === this.count) return null;
    const from = this.saved === 0 ? 0 : (this.ends[this.saved - 1] ?? 0);
    const lengths = new Uint32Array(this.count - this.saved + 1);
    lengths[0] = this.count - this.saved;
    for (let i = 1; i < lengths.length; i++) {
      lengths[i] = this.bytesOf(this.saved + i).length;
    }
    this.saved = this.count;
    const words = this.arena.subarray(from, this.ends[this.count - 1] ?? 0);
    return Buffer.concat([Buffer.from(lengths.buffer), words]);
  }

  /** Puts in what `takeNew` gave, in the same order. */
  load(piece: Uint8Array): void {
    const bytes = Buffer.from(piece);
    const count = bytes.readUInt32LE(0);
    let at = 4 + count * 4;
    for (let i = 0; i < count; i++) {
      const length = bytes.readUInt32LE(4 + i * 4);
      this.append(bytes, at, at + length);
      at += length;
    }
    this.saved = this.count;
  }

  private append(bytes: Buffer, from: number, to: number): void {
    const hash = hashOf(bytes, from, to);
    const mask = this.table.length - 1;
    let slot = spread(hash) & mask;
    while (this.table[slot] !== 0) slot = (slot + 1) & mask;
    this.insert(bytes, from, to, hash, slot);
  }
}

/** FNV-1a over at most 32 bytes of the value, spread over it, and its length. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  const step = length <= 32 ? 1 : length >> 5;
  let hash = 0x811c9dc5 ^ length;
  for (let i = to - 1; i >= from; i -= step) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return hash >>> 0;
}

/** FNV-1a leaves its low bits alike for short texts that differ at the end. */
const spread = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0;

function enlarged(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
