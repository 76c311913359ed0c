import { clockSeconds, daySeconds } from './civil.ts';
import { digits, fraction } from './digits.ts';
import type { LocalTime } from './local-time.ts';
import type { RowDraft } from './row.ts';

const PLUS = 43;
const DASH = 45;
const DOT = 46;
const COMMA = 44;
const COLON = 58;
const BLANK = 32;
const LETTER_T = 84;
const LETTER_Z = 90;

/** A date and time as they were read from text. There is one object of it for each reader, filled again and again. */
export class Stamp {
  /** Since 1970, as the clock showed it; NaN where no clock shows it. */
  seconds = Number.NaN;
  nanos = 0;
  /** Seconds east of UTC; NaN where none is written. */
  offset = Number.NaN;
  /** Behind its last byte. */
  end = 0;
}

/**
 * Gives a row the time of a stamp.
 * @param local for stamps without an offset; null where nobody said the zone
 * @returns false where the row stays without time
 */
export function placeStamp(row: RowDraft, stamp: Stamp, local: LocalTime | null): boolean {
  if (Number.isNaN(stamp.seconds)) return false;
  if (!Number.isNaN(stamp.offset)) row.at(stamp.seconds - stamp.offset, stamp.nanos);
  else if (local === null) return false;
  else local.place(row, stamp.seconds, stamp.nanos);
  return true;
}

/**
 * `2026-11-17T02:14:00.123456789+01:00`: also with a blank between date and time, with slashes in the date, without
 * seconds, and without an offset (RFC 3339, ISO 8601 and what programs make of them).
 * @returns false where none stands at `from`
 */
export function isoStamp(bytes: Uint8Array, from: number, to: number, stamp: Stamp): boolean {
  if (to - from < 16) return false;
  const dash = bytes[from + 4];
  if ((dash !== DASH && dash !== 47) || bytes[from + 7] !== dash || bytes[from + 13] !== COLON) return false;
  const between = bytes[from + 10];
  if (between !== BLANK && (between ?? 0) !== LETTER_T && between !== 116) return false;
  const year = digits(bytes, from, 4);
  const month = digits(bytes, from + 5, 2);
  const day = digits(bytes, from + 8, 2);
  const hour = digits(bytes, from + 11, 2);
  const minute = digits(bytes, from + 14, 2);
  if (year === -1 || month === -1 || day === -1 || hour === -1 || minute === -1) return false;
  let [at, second] = [from + 16, 0];
  stamp.nanos = 0;
  if (at + 3 <= to && bytes[at] === COLON) {
    second = digits(bytes, at + 1, 2);
    if (second === -1) return false;
    at += 3;
    if (at < to && (bytes[at] === DOT || bytes[at] === COMMA)) {
      const { count, nanos } = fraction(bytes, at + 1, to);
      stamp.nanos = nanos;
      if (count > 0) at += count + 1;
    }
  }
  stamp.seconds = daySeconds(year, month, day) + clockSeconds(hour, minute, second);
  readOffset(bytes, at, to, stamp);
  return true;
}

/** `Z`, `+0100`, `+01:00` or `-07`; nothing of it leaves the offset NaN. */
export function readOffset(bytes: Uint8Array, at: number, to: number, stamp: Stamp): void {
  stamp.offset = Number.NaN;
  stamp.end = at;
  if (at >= to) return;
  const sign = bytes[at];
  if (sign === LETTER_Z || sign === 122) {
    stamp.offset = 0;
    stamp.end = at + 1;
    return;
  }
  if ((sign !== PLUS && sign !== DASH) || at + 3 > to) return;
  const hours = digits(bytes, at + 1, 2);
  if (hours === -1) return;
  const gap = bytes[at + 3] === COLON ? 1 : 0;
  const minutes = at + 5 + gap <= to ? digits(bytes, at + 3 + gap, 2) : -1;
  const seconds = hours * 3600 + Math.max(minutes, 0) * 60;
  stamp.offset = sign === DASH ? -seconds : seconds;
  stamp.end = minutes === -1 ? at + 3 : at + 5 + gap;
}
