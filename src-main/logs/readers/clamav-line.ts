import { clockSeconds, daySeconds } from '../reading/civil.ts';
import { textAt } from '../reading/columns.ts';
import { digits, wholeNumber } from '../reading/digits.ts';
import { ascii, findByte, startsWith } from '../reading/find.ts';
import { monthAt } from '../reading/months.ts';
import type { RowDraft } from '../reading/row.ts';
import type { Stamp } from '../reading/stamp.ts';

const BLANK = 32;
const COLON = 58;
const OPEN = 40;
const AT = 64;
const OUTCOMES = ['FOUND', 'OK', 'ERROR'].map(ascii);
const STREAM = ascii('instream(');
const WARNING = ascii('WARNING: ');
const ERROR = ascii('ERROR: ');
const ARROW = ascii(' -> ');
/** Length of `Wed Nov 25 00:02:55 2026`. */
const STAMP = 24;

/** `Wed Nov 25 00:02:55 2026`, local time. */
export function longStamp(bytes: Uint8Array, from: number, to: number, stamp: Stamp): boolean {
  if (to - from < STAMP || bytes[from + 3] !== BLANK || bytes[from + 7] !== BLANK) return false;
  const month = monthAt(bytes, from + 4);
  const day = wholeNumber(bytes, bytes[from + 8] === BLANK ? from + 9 : from + 8, from + 10);
  const year = digits(bytes, from + 20, 4);
  if (month === -1 || Number.isNaN(day) || year === -1 || bytes[from + 13] !== COLON) return false;
  stamp.seconds =
    daySeconds(year, month, day) +
    clockSeconds(digits(bytes, from + 11, 2), digits(bytes, from + 14, 2), digits(bytes, from + 17, 2));
  stamp.nanos = 0;
  stamp.offset = Number.NaN;
  stamp.end = from + STAMP;
  return true;
}

/** Behind ` -> `, which follows the time that a daemon writes; -1 where it does not. */
export function behindArrow(bytes: Uint8Array, at: number, to: number): number {
  return startsWith(bytes, ARROW, at, to) ? at + ARROW.length : -1;
}

/** `path: Signature(md5:size) FOUND`, `path: OK`, `path: reason ERROR`; a path may hold `: ` itself. */
export function outcomeColumns(bytes: Uint8Array, from: number, to: number, row: RowDraft): void {
  if (startsWith(bytes, WARNING, from, to)) row.text(textAt.level, 'WARNING');
  else if (startsWith(bytes, ERROR, from, to)) row.text(textAt.level, 'ERROR');
  const last = lastBlank(bytes, from, to);
  const isKnown = OUTCOMES.some(
    (word) => to - last - 1 === word.length && startsWith(bytes, word, last + 1, to),
  );
  if (last === -1 || !isKnown) return;
  const split = pathEnd(bytes, from, last);
  if (split === -1) return;
  row.slice(textAt.action, last + 1, to);
  if (startsWith(bytes, STREAM, from, split)) {
    const start = from + STREAM.length;
    const at = findByte(bytes, AT, start, split);
    if (at !== -1) row.slice(textAt.address, start, at);
  } else row.slice(textAt.path, from, split);
  if (split + 2 < last) {
    const hash = findByte(bytes, OPEN, split + 2, last);
    row.slice(textAt.rule, split + 2, hash === -1 ? last : hash);
  }
}

/** Of `path: signature FOUND` the last `: `; of `path: OK` the colon before the blank. */
function pathEnd(bytes: Uint8Array, from: number, last: number): number {
  for (let at = last; at > from; at--) if (bytes[at] === BLANK && bytes[at - 1] === COLON) return at - 1;
  return -1;
}

function lastBlank(bytes: Uint8Array, from: number, to: number): number {
  for (let at = to - 1; at > from; at--) if (bytes[at] === BLANK) return at;
  return -1;
}
