const ZERO = 48;

/** The number that `count` decimal digits at `from` write; -1 where one of them is no digit. */
export function digits(bytes: Uint8Array, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) {
    const digit = (bytes[i] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** The whole number from `from` to `to`, with a sign in front or not; NaN where it is none. */
export function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  const negative = bytes[from] === 45;
  const start = negative ? from + 1 : from;
  if (to <= start || to - start > 15) return Number.NaN;
  const value = digits(bytes, start, to - start);
  if (value === -1) return Number.NaN;
  return negative ? -value : value;
}

/**
 * Nanoseconds that a decimal fraction writes, from its first digit on.
 * @returns how many digits there are, and their value; digits behind the ninth are not kept
 */
export function fraction(
  bytes: Uint8Array,
  from: number,
  to: number,
): { readonly count: number; readonly nanos: number } {
  let [nanos, unit, at] = [0, 100_000_000, from];
  for (; at < to; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) break;
    nanos += digit * unit;
    unit = Math.floor(unit / 10);
  }
  return { count: at - from, nanos };
}
