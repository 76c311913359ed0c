import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { isZone, zoneName } from './zone.ts';

/** The instant in a zone; an unknown zone falls back to UTC, which zoneName then does not claim otherwise. */
function inZone(at: Date, zone: string): TZDate {
  return new TZDate(at.getTime(), isZone(zone) ? zone : 'UTC');
}

export type ClockStyle = 'minute' | 'second' | 'millisecond';
const CLOCK: Readonly<Record<ClockStyle, string>> = {
  minute: 'HH:mm',
  second: 'HH:mm:ss',
  millisecond: 'HH:mm:ss.SSS',
};

/** `02:14:05`, without its zone: only where the zone stands once in the heading. */
export function clock(at: Date, zone: string, style: ClockStyle): string {
  return format(inZone(at, zone), CLOCK[style]);
}

/** `02:14:05 CET`. */
export function clockWithZone(at: Date, zone: string, style: ClockStyle): string {
  return `${clock(at, zone, style)} ${zoneName(isZone(zone) ? zone : 'UTC', at)}`;
}

/** `Tuesday 17 November 2026`. */
export function longDay(at: Date, zone: string): string {
  return format(inZone(at, zone), 'EEEE d MMMM yyyy');
}

/** `Tue 17 Nov 2026`. */
export function shortDay(at: Date, zone: string): string {
  return format(inZone(at, zone), 'EEE d MMM yyyy');
}

/** `2026-11-17`: equal for instants of the same day in that zone. */
export function dayKey(at: Date, zone: string): string {
  return format(inZone(at, zone), 'yyyy-MM-dd');
}

/** `Tue 17 Nov 2026 02:14 CET`. */
export function fullTime(at: Date, zone: string, style: ClockStyle): string {
  return `${shortDay(at, zone)} ${clockWithZone(at, zone, style)}`;
}

/** `03:40 CET` where it is the day of `now`, else `Tue 17 Nov 2026 03:40 CET`. */
export function nearTime(at: Date, zone: string, style: ClockStyle, now: Date): string {
  return dayKey(at, zone) === dayKey(now, zone) ? clockWithZone(at, zone, style) : fullTime(at, zone, style);
}
