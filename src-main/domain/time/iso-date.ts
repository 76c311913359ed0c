import { wallAt } from './zone.ts';

/** `2026-09-02`: the day that a zone's clock shows; the zone stands beside it or in the heading. @param utc ISO 8601 */
export function isoDate(utc: string, zone: string): string {
  const { year, month, day } = wallAt(zone, Date.parse(utc));
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
