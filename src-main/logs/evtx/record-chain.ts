import type { ChunkHeader } from './chunk-header.ts';
import { FIRST_RECORD, RECORD_HEAD, RECORD_MAGIC, SMALLEST_RECORD, hasMagic } from './format.ts';

/**
 * How a record was found.
 * `announced`: in the chain, within what the chunk announces. `beyond`: in the chain, after the last one that is
 * announced (the log was not closed). `torn`: in the chain, but its end was overwritten. `after-gap`: behind a damaged record. `slack`: in space that is free by the
 * chunk's account, so an older record that was not overwritten yet. `no-chunk`: in a slot without the signature of a
 * chunk.
 */
export type Found = 'announced' | 'beyond' | 'torn' | 'after-gap' | 'slack' | 'no-chunk';

export interface RecordPlace {
  /** Counted from the beginning of the chunk. */
  readonly at: number;
  /** Bytes. */
  readonly size: number;
  readonly found: Found;
}

/** Where the chain breaks, counted from the beginning of the chunk. */
export interface Gap {
  readonly at: number;
}

/** The records of a chunk, in the order of their bytes. A short chunk is read as far as its records are whole. */
export function recordPlaces(
  bytes: Buffer,
  header: ChunkHeader | null,
): { places: RecordPlace[]; gaps: Gap[] } {
  if (header === null) return { places: scan(bytes, 0, bytes.length, 'no-chunk'), gaps: [] };
  const places: RecordPlace[] = [];
  const gaps: Gap[] = [];
  const end = Math.min(header.end, bytes.length);
  let at = FIRST_RECORD;
  while (at < end) {
    const size = sizeAt(bytes, at);
    if (size !== null && isClosed(bytes, at, size)) {
      const found = at <= header.lastOffset ? 'announced' : 'beyond';
      places.push({ at, size, found: gaps.length > 0 ? 'after-gap' : found });
      at += size;
      continue;
    }
    gaps.push({ at });
    // Behind a gap only whole records are believed.
    if (size !== null && gaps.length === 1) places.push({ at, size, found: 'torn' });
    const next = nextRecord(bytes, at + SMALLEST_RECORD, end);
    if (next === null) break;
    at = next.at;
  }
  // The last record may reach over a stale end.
  return { places: [...places, ...scan(bytes, Math.max(at, end), bytes.length, 'slack')], gaps };
}

/** The size of the record at `at`, or null where none can be: signature, and a possible size. */
function sizeAt(bytes: Buffer, at: number): number | null {
  if (at + SMALLEST_RECORD > bytes.length || !hasMagic(bytes, RECORD_MAGIC, at)) return null;
  const size = bytes.readUInt32LE(at + 4);
  return size < SMALLEST_RECORD || at + size > bytes.length ? null : size;
}

/** A record ends with its size once more. */
const isClosed = (bytes: Buffer, at: number, size: number): boolean =>
  bytes.readUInt32LE(at + size - 4) === size;

/** Binary XML begins with this mark: four bytes and a size alone are too common to believe in. */
const FRAGMENT = 0x0f;

/** The next whole record that begins before `end`. */
function nextRecord(bytes: Buffer, from: number, end: number): Omit<RecordPlace, 'found'> | null {
  let at = bytes.indexOf(RECORD_MAGIC, from);
  while (at !== -1 && at < end) {
    const size = sizeAt(bytes, at);
    const isWhole = size !== null && isClosed(bytes, at, size) && bytes[at + RECORD_HEAD] === FRAGMENT;
    if (isWhole) return { at, size };
    at = bytes.indexOf(RECORD_MAGIC, at + 1);
  }
  return null;
}

function scan(bytes: Buffer, from: number, end: number, found: Found): RecordPlace[] {
  const places: RecordPlace[] = [];
  let next = nextRecord(bytes, from, end);
  while (next !== null) {
    places.push({ ...next, found });
    next = nextRecord(bytes, next.at + next.size, end);
  }
  return places;
}
