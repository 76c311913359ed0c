import { tzOffset } from '@date-fns/tz';
import { en } from '../strings/en.ts';
import { isZone, zoneName } from './zone.ts';

/** An instant taken apart in a zone. */
interface Parts {
  readonly year: number;
  /** 0 = January. */
  readonly month: number;
  readonly day: number;
  /** 0 = Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** Shifts the instant by the zone's offset and reads it as UTC; an unknown zone is shown as UTC and called so. */
function partsIn(at: Date, zone: string): Parts {
  const offset = isZone(zone) ? tzOffset(zone, at) : 0;
  const shifted = new Date(at.getTime() + offset * 60_000);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth(),
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    millisecond: shifted.getUTCMilliseconds(),
  };
}

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');

export type ClockStyle = 'minute' | 'second' | 'millisecond';

/** `02:14:05`, without its zone: only where the zone stands once in the heading. */
export function clock(at: Date, zone: string, style: ClockStyle): string {
  const { hour, minute, second, millisecond } = partsIn(at, zone);
  const short = `${pad(hour)}:${pad(minute)}`;
  if (style === 'minute') return short;
  return style === 'second' ? `${short}:${pad(second)}` : `${short}:${pad(second)}.${pad(millisecond, 3)}`;
}

/** `02:14:05 CET`. */
export function clockWithZone(at: Date, zone: string, style: ClockStyle): string {
  return `${clock(at, zone, style)} ${zoneName(isZone(zone) ? zone : 'UTC', at)}`;
}

/** `Tuesday 17 November 2026`. */
export function longDay(at: Date, zone: string): string {
  const { weekday, day, month, year } = partsIn(at, zone);
  return `${en.common.days[weekday] ?? ''} ${day} ${en.common.months[month] ?? ''} ${year}`;
}

/** `17 Nov`: beside other dates of the same year. */
export function dayAndMonth(at: Date, zone: string): string {
  const { day, month } = partsIn(at, zone);
  return `${day} ${en.common.shortMonths[month] ?? ''}`;
}

/** `Tue 17 Nov 2026`. */
export function shortDay(at: Date, zone: string): string {
  const { weekday, year } = partsIn(at, zone);
  return `${en.common.shortDays[weekday] ?? ''} ${dayAndMonth(at, zone)} ${year}`;
}

/** Beside the clock of a zone: UTC, or the day where that clock shows UTC already. */
export function besideClock(at: Date, zone: string, style: ClockStyle): string {
  const utc = clockWithZone(at, 'UTC', style);
  return clockWithZone(at, zone, style) === utc ? shortDay(at, 'UTC') : utc;
}

/** `2026-11-17`: equal for instants of the same day in that zone. */
export function dayKey(at: Date, zone: string): string {
  const { year, month, day } = partsIn(at, zone);
  return `${pad(year, 4)}-${pad(month + 1)}-${pad(day)}`;
}

/** `Tue 17 Nov 2026 02:14 CET`. */
export function fullTime(at: Date, zone: string, style: ClockStyle): string {
  return `${shortDay(at, zone)} ${clockWithZone(at, zone, style)}`;
}

/** `Sat 28 Nov 05:09 CET`, without the day where it is that of `now`, with the year where it is another. */
export function dueTime(at: Date, zone: string, now: Date): string {
  const time = clockWithZone(at, zone, 'minute');
  if (dayKey(at, zone) === dayKey(now, zone)) return time;
  const { weekday, year } = partsIn(at, zone);
  if (year !== partsIn(now, zone).year) return fullTime(at, zone, 'minute');
  return `${en.common.shortDays[weekday] ?? ''} ${dayAndMonth(at, zone)} ${time}`;
}

/** `03:40 CET` where it is the day of `now`, else `Tue 17 Nov 2026 03:40 CET`. */
export function nearTime(at: Date, zone: string, style: ClockStyle, now: Date): string {
  return dayKey(at, zone) === dayKey(now, zone) ? clockWithZone(at, zone, style) : fullTime(at, zone, style);
}
