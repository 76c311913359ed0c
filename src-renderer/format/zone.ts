import { tzOffset } from '@date-fns/tz';

/** Abbreviations that mean one zone only; any other is written as an offset (IST alone has three meanings). */
const UNIQUE = new Set([
  'UTC',
  'GMT',
  'WET',
  'WEST',
  'CET',
  'CEST',
  'EET',
  'EEST',
  'PST',
  'PDT',
  'MDT',
  'EDT',
  'AKST',
  'AKDT',
  'NZST',
  'NZDT',
]);

const namers = new Map<string, readonly Intl.DateTimeFormat[]>();

function namersOf(zone: string): readonly Intl.DateTimeFormat[] {
  const known = namers.get(zone);
  if (known !== undefined) return known;
  // The British names know Europe, the American ones know America; each writes GMT+9 for what it does not know.
  const made = ['en-GB', 'en-US'].map(
    (locale) => new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short', hour: '2-digit' }),
  );
  namers.set(zone, made);
  return made;
}

/** `UTC+05:30` for the zone at that instant. */
function zoneOffset(zone: string, at: Date): string {
  const minutes = tzOffset(zone, at);
  if (Number.isNaN(minutes)) return zone;
  const sign = minutes < 0 ? '-' : '+';
  const abs = Math.abs(minutes);
  return `UTC${sign}${String(Math.floor(abs / 60)).padStart(2, '0')}:${String(abs % 60).padStart(2, '0')}`;
}

/** True for a zone that this program can calculate with. */
export function isZone(zone: string): boolean {
  return !Number.isNaN(tzOffset(zone, new Date(0)));
}

/** The short name of a zone at that instant: `CET` where it is unique, else `UTC+05:30`. */
export function zoneName(zone: string, at: Date): string {
  if (zone === 'UTC' || zone === 'Etc/UTC') return 'UTC';
  if (!isZone(zone)) return zone;
  for (const namer of namersOf(zone)) {
    const name = namer.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value;
    if (name !== undefined && UNIQUE.has(name)) return name;
  }
  return zoneOffset(zone, at);
}

/** Both ways of saying a zone: `CET, UTC+01:00`. */
export function zoneLabel(zone: string, at: Date): string {
  const name = zoneName(zone, at);
  const offset = zoneOffset(zone, at);
  return name === offset || name === 'UTC' ? name : `${name}, ${offset}`;
}
