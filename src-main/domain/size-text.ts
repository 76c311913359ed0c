const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Decimal sizes as people read them: `38.4 MB`. @param bytes not negative */
export function sizeText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 99.95 ? Math.round(value) : Number(value.toPrecision(3))} ${UNITS[unit] ?? 'B'}`;
}
