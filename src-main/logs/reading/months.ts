const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const key = (a: number, b: number, c: number): number => a | 32 | ((b | 32) << 8) | ((c | 32) << 16);

const months = new Map(
  NAMES.map((name, i) => [key(name.charCodeAt(0), name.charCodeAt(1), name.charCodeAt(2)), i + 1]),
);

/** The month, 1 to 12, whose English name of three letters stands at `at`; -1 where none does. */
export const monthAt = (bytes: Uint8Array, at: number): number =>
  months.get(key(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0)) ?? -1;
