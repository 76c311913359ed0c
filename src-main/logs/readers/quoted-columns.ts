import type { Columns } from './w3c-columns.ts';

const BLANK = 32;
const TAB = 9;
const QUOTE = 34;
const BACKSLASH = 92;

/**
 * Values between blanks; those with blanks stand in double quotes. A quote closes where a blank or the end follows and
 * neither a backslash nor a second quote makes it a letter; one that is never closed reaches to the end.
 * @param merges whether several blanks separate like one; otherwise there is an empty value between two
 * @returns false where a quote is never closed
 */
export function splitQuotes(
  bytes: Uint8Array,
  from: number,
  to: number,
  merges: boolean,
  columns: Columns,
): boolean {
  const { starts, ends } = columns;
  const most = starts.length;
  let [count, at, closed] = [0, from, true];
  while (at < to && count < most) {
    if (merges) {
      while (at < to && isBlank(bytes[at])) at++;
      if (at >= to) break;
    }
    if (bytes[at] === QUOTE) {
      const close = closingQuote(bytes, at + 1, to);
      closed &&= close !== -1;
      starts[count] = at + 1;
      ends[count++] = close === -1 ? to : close;
      at = close === -1 ? to : close + 1;
    } else {
      starts[count] = at;
      while (at < to && !isBlank(bytes[at])) at++;
      ends[count++] = at;
    }
    // The one blank that separates.
    if (at < to) at++;
  }
  columns.count = count;
  return closed;
}

const isBlank = (byte: number | undefined): boolean => byte === BLANK || byte === TAB;

/** -1 where none closes. */
function closingQuote(bytes: Uint8Array, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const byte = bytes[i];
    if (byte === BACKSLASH) i++;
    else if (byte === QUOTE) {
      if (i + 1 === to || isBlank(bytes[i + 1])) return i;
      if (bytes[i + 1] === QUOTE) i++;
    }
  }
  // A value such as `C:\shop\` ends in a backslash that makes nothing a letter.
  return to > from && bytes[to - 1] === QUOTE ? to - 1 : -1;
}
