import { tzOffset } from '@date-fns/tz';
import { wallAt } from './zone.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

/** `17 Nov 2026` on the calendar of a zone. @param utc ISO 8601 */
export function dateText(utc: string, zone: string): string {
  const { year, month, day } = wallAt(zone, Date.parse(utc));
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** `02:41:07`, or `02:41` where seconds were not meant and are 0. @param utc ISO 8601 */
export function clockText(utc: string, zone: string, seconds: boolean): string {
  const { hour, minute, second } = wallAt(zone, Date.parse(utc));
  return `${two(hour)}:${two(minute)}${seconds || second > 0 ? `:${two(second)}` : ''}`;
}

/** `Europe/Berlin (+01:00)`: a zone, and what its clock is ahead of UTC at an instant. @param utc ISO 8601 */
export function zoneText(utc: string, zone: string): string {
  if (zone === 'UTC') return 'UTC';
  const minutes = tzOffset(zone, new Date(utc));
  const size = Math.abs(minutes);
  return `${zone} (${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)})`;
}

/** `17 Nov 2026 02:41:07 Europe/Berlin (+01:00)`. @param utc ISO 8601 */
export const zonedText = (utc: string, zone: string): string =>
  `${dateText(utc, zone)} ${clockText(utc, zone, true)} ${zoneText(utc, zone)}`;
