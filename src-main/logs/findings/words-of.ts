const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** `10 minutes`, `2 hours 5 minutes`: the two largest parts. @param seconds whole ones, not negative */
export function spanWords(seconds: number): string {
  let left = Math.round(seconds);
  const parts: string[] = [];
  for (const [name, size] of UNITS) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) parts.push(counted(count, name));
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.length === 0 ? '0 seconds' : parts.join(' ');
}

/** `1 row`, `2 rows`, `3 addresses` */
export const counted = (count: number, name: string): string =>
  `${count} ${count === 1 ? name : `${name}${name.endsWith('s') ? 'es' : 's'}`}`;

/** UTC to the minute: `2026-11-17 01:00 UTC`. @param ms since 1970 */
export function minuteWords(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime())
    ? 'outside of the calendar'
    : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
