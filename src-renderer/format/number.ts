const THIN_SPACE = '\u2009';

/** `1 204 118`, with thin spaces. */
export function count(value: number): string {
  return String(Math.trunc(value)).replace(/\B(?=(\d{3})+(?!\d))/g, THIN_SPACE);
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size in decimal units with three figures: `412 kB`, `38.4 MB`, `4.07 GB`. */
export function size(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  if (unit === 0) return `${Math.round(value)} B`;
  const digits = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  return `${value.toFixed(digits)} ${UNITS[unit] ?? ''}`;
}

/** A whole percentage that says 100 only when it is done. */
export function percent(done: number, total: number): number {
  if (total <= 0) return 0;
  const value = Math.floor((done / total) * 100);
  return Math.max(0, Math.min(100, value));
}
