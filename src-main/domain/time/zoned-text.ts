import { tzOffset } from '@date-fns/tz';
import { wallAt } from './zone.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

/** `17 Nov 2026 02:41:07` on the clock of a zone. @param utc ISO 8601 */
function localText(utc: string, zone: string): string {
  const wall = wallAt(zone, Date.parse(utc));
  return `${wall.day} ${MONTHS[wall.month - 1] ?? ''} ${wall.year} ${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}`;
}

/** `+01:00`: what the clock of a zone is ahead of UTC at an instant. @param utc ISO 8601 */
function offsetText(utc: string, zone: string): string {
  const minutes = tzOffset(zone, new Date(utc));
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** `17 Nov 2026 02:41:07 Europe/Berlin (+01:00)`. @param utc ISO 8601 */
export const zonedText = (utc: string, zone: string): string =>
  zone === 'UTC'
    ? `${localText(utc, 'UTC')} UTC`
    : `${localText(utc, zone)} ${zone} (${offsetText(utc, zone)})`;
