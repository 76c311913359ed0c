import type { DetailChange, Exhibit } from '../../../src-main/contract/evidence.ts';
import { clock, clockWithZone, dayAndMonth, dayKey, fullTime, shortDay } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';

type Covers = NonNullable<Exhibit['covers']>;

/** `Tue 17 Nov 2026 00:00 to 02:00 UTC`, in the zone that is shown. */
export function coversText({ from, to }: Covers, zone: string): string {
  const start = new Date(from);
  const end = new Date(to);
  return dayKey(start, zone) === dayKey(end, zone)
    ? en.common.range(
        `${shortDay(start, zone)} ${clock(start, zone, 'minute')}`,
        clockWithZone(end, zone, 'minute'),
      )
    : en.common.range(fullTime(start, zone, 'minute'), fullTime(end, zone, 'minute'));
}

/** The same for a row: `17 Nov 00:00 to 02:00 UTC`; of a backup, that it is kept from its rotation; else empty. */
export function coversShort({ covers, rotation }: Exhibit, zone: string): string {
  if (covers === undefined) return rotation === undefined ? '' : en.evidence.exempt;
  const start = new Date(covers.from);
  const end = new Date(covers.to);
  const to = clockWithZone(end, zone, 'minute');
  return en.common.range(
    `${dayAndMonth(start, zone)} ${clock(start, zone, 'minute')}`,
    dayKey(start, zone) === dayKey(end, zone) ? to : `${dayAndMonth(end, zone)} ${to}`,
  );
}

/** `time zone, clock offset`. */
export const missingNames = (missing: Exhibit['missing']): string =>
  missing.map((name) => en.intake.missing.names[name] ?? name).join(', ');

/** `Still missing: time zone, clock offset`. */
export const missingText = (missing: Exhibit['missing']): string =>
  en.intake.missing.label(missingNames(missing));

const secondsText = (seconds: number): string => `${seconds > 0 ? '+' : ''}${seconds} s`;

const KINDS: Readonly<Record<string, string>> = en.intake.kinds;

/** One value that was said about an exhibit, in words. */
export function saidText(field: string, value: DetailChange['after'], zone: string): string {
  if (typeof value === 'number') return field === 'clockOffset' ? secondsText(value) : String(value);
  if (typeof value === 'string') return field === 'type' ? (KINDS[value] ?? value) : visibleName(value);
  if (typeof value === 'object' && value !== null && 'from' in value) {
    return coversText(value as unknown as Covers, zone);
  }
  return JSON.stringify(value);
}
