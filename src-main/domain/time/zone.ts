import { tzOffset } from '@date-fns/tz';
import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { CaseError } from '../errors.ts';

/** A wall clock reading without a zone. Month 1 to 12. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** Names that were looked up before: asking takes a tenth of a millisecond, and an import asks for each row. */
const known = new Set<string>();

/**
 * Checks an IANA zone name (or a fixed offset such as `+02:00`).
 * @throws CaseError `zone-unknown`
 */
export function checkZone(zone: string): string {
  if (known.has(zone)) return zone;
  try {
    // Intl knows the same zone data as tzOffset and names what it does not know by throwing.
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
    if (timeZone !== '') {
      known.add(zone);
      return zone;
    }
  } catch {
    // Reported below with the name that was asked for.
  }
  throw new CaseError('zone-unknown', { zone });
}

/** Offset of a zone from UTC at an instant, in ms (positive east). */
const offsetAt = (zone: string, utcMs: number): number =>
  tzOffset(zone, new Date(utcMs)) * millisecondsInMinute;

/** Calendar arithmetic as if the wall clock showed UTC; NaN for a date such as 30 February. */
export function wallMs(wall: WallTime): number {
  const ms = Date.UTC(
    wall.year,
    wall.month - 1,
    wall.day,
    wall.hour,
    wall.minute,
    wall.second,
    wall.millisecond,
  );
  const date = new Date(ms);
  const real =
    date.getUTCMonth() === wall.month - 1 &&
    date.getUTCDate() === wall.day &&
    date.getUTCHours() === wall.hour;
  return real && wall.year >= 1000 ? ms : Number.NaN;
}

/** What the wall clock of a zone shows at an instant. */
export function wallAt(zone: string, utcMs: number): WallTime {
  const date = new Date(utcMs + offsetAt(zone, utcMs));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}

/** All instants (ms, UTC) at which the clock of a zone shows this reading: none, one or two, ascending. */
export function instantsOf(zone: string, wall: WallTime): number[] {
  const local = wallMs(wall);
  const candidates = [
    offsetAt(zone, local - millisecondsInDay),
    offsetAt(zone, local + millisecondsInDay),
  ].map((offset) => local - offset);
  return [...new Set(candidates)]
    .filter((utc) => utc + offsetAt(zone, utc) === local)
    .toSorted((a, b) => a - b);
}

/** The instant just before a gap ends it, and its first instant: what a nonexistent reading lies between. */
export function neighboursOf(zone: string, wall: WallTime): [number, number] {
  const local = wallMs(wall);
  let low = local - offsetAt(zone, local - millisecondsInDay) - millisecondsInDay;
  let high = local - offsetAt(zone, local + millisecondsInDay) + millisecondsInDay;
  // The zone's clock jumps over `local` at one instant between the two.
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle + offsetAt(zone, middle) < local) low = middle;
    else high = middle;
  }
  return [low, high];
}

/** The last millisecond of the day that a zone's clock shows at an instant, also where that day is 23 or 25 h long. */
export const lastOfDay = (zone: string, utcMs: number): number => endOfDate(zone, wallAt(zone, utcMs));

/** The last millisecond of a date in a zone: just before the next day's first instant. Month 1 to 12. */
export function endOfDate(
  zone: string,
  { year, month, day }: Pick<WallTime, 'year' | 'month' | 'day'>,
): number {
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  const midnight: WallTime = {
    year: next.getUTCFullYear(),
    month: next.getUTCMonth() + 1,
    day: next.getUTCDate(),
    hour: 0,
    minute: 0,
    second: 0,
    millisecond: 0,
  };
  const [first] = instantsOf(zone, midnight);
  return (first ?? neighboursOf(zone, midnight)[1]) - 1;
}
