import { wallAt } from '../domain/time/zone.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-17 02:14:05` in a zone; the zone stands beside it or in the heading. @param utc ISO 8601 */
export function localTime(utc: string, zone: string): string {
  const wall = wallAt(zone, Date.parse(utc));
  return `${wall.year}-${two(wall.month)}-${two(wall.day)} ${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}`;
}
