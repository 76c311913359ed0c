import { tzOffset } from '@date-fns/tz';
import { millisecondsInMinute } from 'date-fns/constants';
import type { ExactTime } from './event.ts';

/** Whole ms of 64-bit nanoseconds: from 21 September 1677 to 11 April 2262. */
const MOST_NANOSECONDS = 9_223_372_036_854;
const YEAR_1 = -62_135_596_800_000;
const YEAR_10000 = 253_402_300_800_000;

/** Whether 64-bit nanoseconds reach it, as OpenSearch and pandas keep times. */
export const fitsNanoseconds = ({ ms }: ExactTime): boolean => Math.abs(ms) < MOST_NANOSECONDS;

/** Whether its year has four digits. */
export const fitsYears = ({ ms }: ExactTime): boolean => ms >= YEAR_1 && ms < YEAR_10000;

/** Since 1970 UTC, as text: in years to come they are more than a number of JavaScript can count exactly. */
export const microsecondsText = ({ ms, nanos }: ExactTime): string =>
  String(BigInt(ms) * 1000n + BigInt(Math.floor(nanos / 1000)));

/** `2026-11-17T01:14:05.123456+00:00`, with nine digits where the last three say something. */
export const utcText = (at: ExactTime): string => text(at, 0);

/** The same on the clock of a zone: `2026-11-17T02:14:05.123456+01:00`. */
export function zonedTimeText(at: ExactTime, zone: string): string {
  // Before there were zones, towns had clocks of their own, with seconds.
  return text(at, zone === 'UTC' ? 0 : Math.round(tzOffset(zone, new Date(at.ms))));
}

function text({ ms, nanos }: ExactTime, minutes: number): string {
  const local = new Date(ms + minutes * millisecondsInMinute).toISOString();
  const digits = `${local.slice(20, 23)}${String(nanos).padStart(6, '0')}`;
  const size = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${local.slice(0, 19)}.${digits.endsWith('000') ? digits.slice(0, 6) : digits}${offset}`;
}

const two = (value: number): string => String(value).padStart(2, '0');
