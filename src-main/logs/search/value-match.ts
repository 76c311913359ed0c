import { isInRange, readRange } from './ip-range.ts';

/** Whether a value is what was asked for: equal but for upper and lower case, with `*` for anything. */
export type ValueMatch = (value: string) => boolean;

/** @param isAddress ranges such as `203.0.113.0/24` are understood */
export function valueMatch(wanted: string, isAddress: boolean): ValueMatch {
  const range = isAddress ? readRange(wanted) : null;
  if (range !== null) return (value) => isInRange(value, range);
  const lower = wanted.toLowerCase();
  if (!lower.includes('*')) return (value) => value.toLowerCase() === lower;
  const parts = lower.split('*');
  return (value) => fits(value.toLowerCase(), parts);
}

/** Whether the parts stand in the text in this order, the first at its start and the last at its end. */
function fits(text: string, parts: readonly string[]): boolean {
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) {
    return false;
  }
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}

/** The longest piece without a `*`: a row that fits holds it. */
export const literalOf = (wanted: string): string =>
  wanted.split('*').reduce((longest, part) => (part.length > longest.length ? part : longest), '');
