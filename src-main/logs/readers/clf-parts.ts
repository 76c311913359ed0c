import { isAddress } from '../reading/address.ts';
import { clockSeconds, daySeconds } from '../reading/civil.ts';
import { digits, fraction } from '../reading/digits.ts';
import { monthAt } from '../reading/months.ts';
import { type Stamp, readOffset } from '../reading/stamp.ts';
import { splitQuotes } from './quoted-columns.ts';
import { Columns } from './w3c-columns.ts';

const BLANK = 32;
const DASH = 45;
const OPEN = 91;
const CLOSE = 93;
const SLASH = 47;
const COLON = 58;
const QUOTE = 34;

/** A time stands this near to the beginning; users and names of hosts are shorter. */
const HEAD = 4096;

/** Where the parts of a line stand; filled anew for each. A part that is not there ends where it begins. */
export class ClfParts {
  /** Before the time: virtual host (if any), client, identity, user. */
  hostFrom = 0;
  hostTo = 0;
  clientFrom = 0;
  clientTo = 0;
  identFrom = 0;
  identTo = 0;
  userFrom = 0;
  userTo = 0;
  timeFrom = 0;
  timeTo = 0;
  /** All values behind the time. */
  readonly rest = new Columns();
  /** Place of the status in `rest`; -1 where none is found. The request stands before it. */
  status = -1;
}

/** @returns false where no line of an access log is recognised */
export function clfParts(
  bytes: Uint8Array,
  from: number,
  to: number,
  parts: ClfParts,
  stamp: Stamp,
): boolean {
  const open = timeAt(bytes, from, to, stamp);
  if (open === -1) return false;
  parts.timeFrom = open + 1;
  parts.timeTo = stamp.end;
  readHead(bytes, from, open, parts);
  const behind = Math.min(stamp.end + 1, to);
  splitQuotes(bytes, behind, to, true, parts.rest);
  parts.status = statusAt(bytes, parts.rest);
  return true;
}

/** Looks for `[22/Jan/2019:03:56:14 +0330]`. */
function timeAt(bytes: Uint8Array, from: number, to: number, stamp: Stamp): number {
  const last = Math.min(to - 22, from + HEAD);
  for (let open = from; open <= last; open++) {
    if (bytes[open] === OPEN && clfStamp(bytes, open + 1, to, stamp)) return open;
  }
  return -1;
}

/** `22/Jan/2019:03:56:14 +0330`, with a fraction or without an offset, up to its bracket. */
function clfStamp(bytes: Uint8Array, at: number, to: number, stamp: Stamp): boolean {
  if (bytes[at + 2] !== SLASH || bytes[at + 6] !== SLASH || bytes[at + 11] !== COLON) return false;
  const month = monthAt(bytes, at + 3);
  const day = digits(bytes, at, 2);
  const year = digits(bytes, at + 7, 4);
  if (month === -1 || day === -1 || year === -1) return false;
  stamp.seconds =
    daySeconds(year, month, day) +
    clockSeconds(digits(bytes, at + 12, 2), digits(bytes, at + 15, 2), digits(bytes, at + 18, 2));
  stamp.nanos = 0;
  let end = at + 20;
  if (bytes[end] === 46 && end < to) {
    const { count, nanos } = fraction(bytes, end + 1, to);
    stamp.nanos = nanos;
    end += count + 1;
  }
  readOffset(bytes, bytes[end] === BLANK ? end + 1 : end, to, stamp);
  return bytes[stamp.end] === CLOSE && stamp.end < to;
}

/** A virtual host stands before the client where the second word is an address and the first is none. */
function readHead(bytes: Uint8Array, from: number, to: number, parts: ClfParts): void {
  const first = wordEnd(bytes, from, to);
  const second = wordEnd(bytes, first + 1, to);
  const hasHost = !isAddress(bytes, from, first) && isAddress(bytes, first + 1, second);
  parts.hostFrom = from;
  parts.hostTo = hasHost ? first : from;
  parts.clientFrom = hasHost ? first + 1 : from;
  parts.clientTo = hasHost ? second : first;
  parts.identFrom = Math.min(parts.clientTo + 1, to);
  parts.identTo = wordEnd(bytes, parts.identFrom, to);
  parts.userFrom = Math.min(parts.identTo + 1, to);
  parts.userTo = to;
  while (parts.userTo > parts.userFrom && bytes[parts.userTo - 1] === BLANK) parts.userTo--;
}

function wordEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = Math.min(from, to);
  while (at < to && bytes[at] !== BLANK) at++;
  return at;
}

/** The first bare number of three digits that a quoted value, the request, stands before. */
function statusAt(bytes: Uint8Array, rest: Columns): number {
  for (let i = 1; i < rest.count; i++) {
    const start = rest.starts[i] ?? 0;
    if ((rest.ends[i] ?? 0) - start !== 3 || isQuoted(bytes, rest, i)) continue;
    const value = digits(bytes, start, 3);
    if (value >= 100) return i;
  }
  return -1;
}

export const isQuoted = (bytes: Uint8Array, { starts }: Columns, i: number): boolean =>
  bytes[(starts[i] ?? 0) - 1] === QUOTE;

/** Whether a value says that there is none. */
export function isNothing(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] !== DASH && bytes[i] !== BLANK) return false;
  return true;
}
