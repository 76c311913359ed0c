import { utcIso } from '../brands.ts';
import type { Occurred } from '../time/occurred.ts';

/** Before 1980 a number is rather one of seconds or milliseconds, and 0 is what tools write for none. */
const FIRST = Date.UTC(1980, 0, 1);
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * A `timestamp` of Timesketch: microseconds since 1970 in UTC, of which milliseconds are kept.
 * @returns null where it is none
 */
export function understandMicroseconds(typed: string): Occurred | null {
  const digits = /^(\d{15,18})(?:\.0+)?$/.exec(typed)?.[1];
  if (digits === undefined) return null;
  const ms = Number(digits.slice(0, -3));
  if (ms < FIRST || ms > LAST) return null;
  return { utc: utcIso(ms), zone: 'UTC', precision: 'millisecond', typed };
}
