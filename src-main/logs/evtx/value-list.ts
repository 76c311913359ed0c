import { Damage } from './damage.ts';

/** One value of a record: where it lies and of which type it is said to be. */
export interface Value {
  /** Counted from the beginning of the chunk. */
  readonly at: number;
  /** Bytes. */
  readonly size: number;
  readonly type: number;
  /** Its text, once it was read. */
  text: string | null;
}

const DESCRIPTOR = 4;

/**
 * The values of a template instance: a count, that many descriptors (size, type), and the values one after the other.
 * @returns the values, and where they end
 * @throws Damage where they do not fit below `end`
 */
export function valueList(bytes: Buffer, at: number, end: number): { values: Value[]; next: number } {
  if (at + 4 > end) throw new Damage('cut-off');
  const count = bytes.readUInt32LE(at);
  let next = at + 4 + count * DESCRIPTOR;
  if (next > end) throw new Damage('cut-off');
  const values: Value[] = [];
  for (let i = 0, descriptor = at + 4; i < count; i += 1, descriptor += DESCRIPTOR) {
    const size = bytes.readUInt16LE(descriptor);
    if (next + size > end) throw new Damage('cut-off');
    values.push({ at: next, size, type: bytes.readUInt8(descriptor + 2), text: null });
    next += size;
  }
  return { values, next };
}
