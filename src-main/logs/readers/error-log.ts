import { clockSeconds, daySeconds } from '../reading/civil.ts';
import { textAt } from '../reading/columns.ts';
import { digits, fraction, wholeNumber } from '../reading/digits.ts';
import { ascii, findByte, findBytes } from '../reading/find.ts';
import { monthAt } from '../reading/months.ts';
import type { RowDraft } from '../reading/row.ts';
import { type Stamp, isoStamp } from '../reading/stamp.ts';

const BLANK = 32;
const OPEN = 91;
const CLOSE = 93;
const COLON = 58;
const COMMA = 44;
const CLIENTS = [ascii('[client '), ascii('client: ')];

export const apacheError = /^\[\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)? \d{4}\]/;
export const nginxError = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[\w+\] \d+#/;

/**
 * A line of the error log of Apache (`[Wed Oct 11 14:32:52 2000] [error] …`) or nginx (`2019/08/25 23:59:53 [error] …`).
 * Their times are local.
 * @returns false where it is neither
 */
export function errorLine(bytes: Uint8Array, from: number, to: number, row: RowDraft, stamp: Stamp): boolean {
  const isApache = bytes[from] === OPEN && apacheStamp(bytes, from + 1, to, stamp);
  const isNginx = !isApache && bytes[from + 4] === 47 && isoStamp(bytes, from, to, stamp);
  if ((!isApache && !isNginx) || bytes[stamp.end + 1] !== OPEN) return false;
  const open = stamp.end + 2;
  const close = findByte(bytes, CLOSE, open, to);
  if (close === -1) return false;
  // Apache 2.4 writes module and level.
  const colon = findByte(bytes, COLON, open, close);
  if (colon > open) row.slice(textAt.provider, open, colon);
  row.slice(textAt.level, colon === -1 ? open : colon + 1, close);
  for (const word of CLIENTS) {
    const at = findBytes(bytes, word, close, to);
    if (at !== -1) client(bytes, at + word.length, to, row);
  }
  return true;
}

/** `1.1.1.1:42114]` or `1.1.1.1,`; what follows the last colon of an IPv4 address is its port. */
function client(bytes: Uint8Array, from: number, to: number, row: RowDraft): void {
  let end = from;
  let [colons, colon] = [0, -1];
  while (end < to && bytes[end] !== CLOSE && bytes[end] !== COMMA && bytes[end] !== BLANK) {
    if (bytes[end] === COLON) {
      colons++;
      colon = end;
    }
    end++;
  }
  if (row.hasText(textAt.address)) return;
  row.slice(textAt.address, from, colons === 1 ? colon : end);
}

/** `Wed Oct 11 14:32:52.902022 2000`, with its bracket. */
function apacheStamp(bytes: Uint8Array, from: number, to: number, stamp: Stamp): boolean {
  if (to - from < 24) return false;
  const month = monthAt(bytes, from + 4);
  const day = wholeNumber(bytes, bytes[from + 8] === BLANK ? from + 9 : from + 8, from + 10);
  if (month === -1 || Number.isNaN(day) || bytes[from + 13] !== COLON) return false;
  const clock = clockSeconds(
    digits(bytes, from + 11, 2),
    digits(bytes, from + 14, 2),
    digits(bytes, from + 17, 2),
  );
  let at = from + 19;
  stamp.nanos = 0;
  if (bytes[at] === 46) {
    const { count, nanos } = fraction(bytes, at + 1, to);
    stamp.nanos = nanos;
    at += count + 1;
  }
  const year = at + 5 <= to ? digits(bytes, at + 1, 4) : -1;
  if (year === -1 || bytes[at + 5] !== CLOSE) return false;
  stamp.seconds = daySeconds(year, month, day) + clock;
  stamp.offset = Number.NaN;
  stamp.end = at + 6;
  return true;
}
