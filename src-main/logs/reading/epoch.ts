import { fraction } from './digits.ts';
import type { Stamp } from './stamp.ts';

const DOT = 46;
/** 31 December 9999, the last second. */
const LAST = 253_402_300_799;

/**
 * A number as an instant, told apart by its size: from 1e17 on nanoseconds since 1970, from 1e14 microseconds, from
 * 1e11 milliseconds, below that seconds. Read from its digits, because nanoseconds are more than a double holds.
 * @returns false where it is no number without sign or exponent
 */
export function epochStamp(bytes: Uint8Array, from: number, to: number, stamp: Stamp): boolean {
  let at = from;
  while (at < to && (bytes[at] ?? 0) >= 48 && (bytes[at] ?? 0) <= 57) at++;
  const count = at - from;
  const hasFraction = at < to && bytes[at] === DOT;
  if (count === 0 || (at < to && !hasFraction)) return false;
  let start = from;
  while (start < at - 1 && bytes[start] === 48) start++;
  const significant = at - start;
  const scale = significant >= 18 ? 9 : significant >= 15 ? 6 : significant >= 12 ? 3 : 0;
  let seconds = 0;
  for (let i = start; i < at - scale; i++) seconds = seconds * 10 + (bytes[i] ?? 0) - 48;
  stamp.offset = 0;
  stamp.end = to;
  if (scale > 0) stamp.nanos = fraction(bytes, at - scale, at).nanos;
  else if (hasFraction) {
    const digits = fraction(bytes, at + 1, to);
    if (at + 1 + digits.count !== to) return false;
    stamp.nanos = digits.nanos;
  } else stamp.nanos = 0;
  stamp.seconds = seconds <= LAST ? seconds : Number.NaN;
  return true;
}
