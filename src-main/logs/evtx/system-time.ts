import type { ExactTime } from './filetime.ts';

/** `2019-03-19T23:34:25.8943413Z`: `@SystemTime` is UTC and says so; older Windows writes no Z. */
const FORM = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?Z?$/;

/** The moment that is written in `@SystemTime`, with all its digits; null where it is none. */
export function systemTime(text: string): ExactTime | null {
  const found = FORM.exec(text);
  if (found === null || found[1] === '0000') return null;
  const [, year, month, day, hour, minute, second, digits] = found;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const ms = Date.parse(iso);
  // The 30th of February would become another day.
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== iso) return null;
  return { seconds: ms / 1000, nanoseconds: Number((digits ?? '').padEnd(9, '0')) };
}
