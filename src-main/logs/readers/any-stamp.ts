import { Buffer } from 'node:buffer';
import { clockSeconds, daySeconds } from '../reading/civil.ts';
import { epochStamp } from '../reading/epoch.ts';
import { ascii, startsWith } from '../reading/find.ts';
import { monthAt } from '../reading/months.ts';
import { type Stamp, isoStamp, readOffset } from '../reading/stamp.ts';

/** What stands first in a date such as `05/11/2026`; nothing said: what only one order allows. */
export type DateOrder = 'day-first' | 'month-first' | null;

const BLANK = 32;
const UTC = [ascii('UTC'), ascii('GMT')];
const NUMBERS =
  /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[,T ]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?([AP])\.?M\.?)?)?(.*)$/i;
const NAMED = /^(\d{1,2})[ /-]([A-Za-z]{3})[a-z]*[ /-](\d{4})[: ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(.*)$/;

/**
 * A time as tables and JSON have it: ISO 8601, a number since 1970, `17/Nov/2026:02:14:00 +0100`, or numbers in the
 * order of a country. Dots stand behind the day by custom.
 * @returns false where it is none; a time that does not exist leaves `seconds` NaN
 */
export function anyStamp(
  bytes: Uint8Array,
  from: number,
  to: number,
  order: DateOrder,
  stamp: Stamp,
): boolean {
  if (isoStamp(bytes, from, to, stamp)) return trailingZone(bytes, to, stamp);
  if (epochStamp(bytes, from, to, stamp)) return true;
  if (to - from > 48) return false;
  const text = Buffer.from(bytes.subarray(from, to)).toString('latin1');
  return numbers(text, order, stamp) || named(text, stamp);
}

/** ` UTC`, ` +0100` behind an ISO stamp. Something else makes it no time. */
function trailingZone(bytes: Uint8Array, to: number, stamp: Stamp): boolean {
  if (stamp.end === to) return true;
  if (bytes[stamp.end] !== BLANK || !Number.isNaN(stamp.offset)) return false;
  const at = stamp.end + 1;
  if (UTC.some((name) => startsWith(bytes, name, at, to) && at + name.length === to)) stamp.offset = 0;
  else readOffset(bytes, at, to, stamp);
  return !Number.isNaN(stamp.offset);
}

function numbers(text: string, order: DateOrder, stamp: Stamp): boolean {
  const found = NUMBERS.exec(text);
  if (found === null) return false;
  const [, first = '', between, second = '', year, hour = '0', minute, seconds, digits, half, rest = ''] =
    found;
  const a = Number(first);
  const b = Number(second);
  const isDayFirst = between === '.' || order === 'day-first' || (order === null && a > 12) || undefined;
  const isMonthFirst = !isDayFirst && (order === 'month-first' || b > 12);
  stamp.seconds = Number.NaN;
  if (isDayFirst || isMonthFirst) {
    const day = isDayFirst ? daySeconds(Number(year), b, a) : daySeconds(Number(year), a, b);
    stamp.seconds =
      day + clockSeconds(fullHour(Number(hour), half), Number(minute ?? 0), Number(seconds ?? 0));
  }
  return tail(digits, rest, stamp);
}

function named(text: string, stamp: Stamp): boolean {
  const found = NAMED.exec(text);
  if (found === null) return false;
  const [, day, name = '', year, hour, minute, second, digits, rest = ''] = found;
  const month = monthAt(ascii(name), 0);
  if (month === -1) return false;
  stamp.seconds =
    daySeconds(Number(year), month, Number(day)) + clockSeconds(Number(hour), Number(minute), Number(second));
  return tail(digits, rest, stamp);
}

function fullHour(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
}

/** Fraction and zone behind a time that was read as text. */
function tail(digits: string | undefined, rest: string, stamp: Stamp): boolean {
  stamp.nanos = Number((digits ?? '').padEnd(9, '0'));
  const zone = ascii(rest.trim());
  stamp.offset = Number.NaN;
  if (zone.length === 0) return true;
  if (UTC.some((name) => startsWith(zone, name, 0, zone.length))) stamp.offset = 0;
  else readOffset(zone, 0, zone.length, stamp);
  return !Number.isNaN(stamp.offset);
}
