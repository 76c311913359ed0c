const BLANK = 32;
const TAB = 9;
const QUOTE = 34;

/** Where the values of a row stand; filled anew for each row. */
export class Columns {
  readonly starts = new Int32Array(MOST);
  readonly ends = new Int32Array(MOST);
  count = 0;
}

/** Columns beyond are not looked at; real headings have up to 50. */
const MOST = 512;

/** One blank separates: two in a row hold an empty value between them. A blank at the end is no column. */
export function splitPlain(bytes: Uint8Array, from: number, to: number, columns: Columns): void {
  let [count, start] = [0, from];
  const { starts, ends } = columns;
  for (let i = from; i < to; i++) {
    const byte = bytes[i];
    if (byte !== BLANK && byte !== TAB) continue;
    if (count === MOST) break;
    starts[count] = start;
    ends[count++] = i;
    start = i + 1;
  }
  if (count < MOST && start < to) {
    starts[count] = start;
    ends[count++] = to;
  }
  columns.count = count;
}

/**
 * As other writers of the format do it: values with blanks stand in double quotes, and several blanks separate like
 * one. A quote that is never closed is an ordinary letter.
 */
function splitQuoted(bytes: Uint8Array, from: number, to: number, columns: Columns): void {
  let [count, at] = [0, from];
  while (at < to && count < MOST) {
    while (at < to && (bytes[at] === BLANK || bytes[at] === TAB)) at++;
    if (at >= to) break;
    const close = bytes[at] === QUOTE ? closing(bytes, at + 1, to) : -1;
    if (close === -1) {
      columns.starts[count] = at;
      while (at < to && bytes[at] !== BLANK && bytes[at] !== TAB) at++;
      columns.ends[count++] = at;
    } else {
      columns.starts[count] = at + 1;
      columns.ends[count++] = close;
      at = close + 1;
    }
  }
  columns.count = count;
}

/** A quote that a blank or the end of the row follows; a doubled one stands for itself. */
function closing(bytes: Uint8Array, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    if (bytes[i] !== QUOTE) continue;
    if (i + 1 === to || bytes[i + 1] === BLANK || bytes[i + 1] === TAB) return i;
    if (bytes[i + 1] === QUOTE) i++;
  }
  return -1;
}

/** Takes the first empty value out: some writers leave one where a field has none. */
function withoutEmpty(columns: Columns): boolean {
  const { starts, ends, count } = columns;
  for (let i = 0; i < count; i++) {
    if (starts[i] !== ends[i]) continue;
    starts.copyWithin(i, i + 1, count);
    ends.copyWithin(i, i + 1, count);
    columns.count = count - 1;
    return true;
  }
  return false;
}

/** Finds the values of a row that is to have `expected` ones; false where no way of splitting gives as many. */
export function splitRow(
  bytes: Uint8Array,
  from: number,
  to: number,
  expected: number,
  columns: Columns,
): 'plain' | 'mended' | null {
  splitPlain(bytes, from, to, columns);
  if (columns.count === expected) return 'plain';
  if (columns.count === expected + 1 && withoutEmpty(columns)) return 'mended';
  splitQuoted(bytes, from, to, columns);
  return columns.count === expected ? 'plain' : null;
}
