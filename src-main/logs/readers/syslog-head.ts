import { clockSeconds, daySeconds } from '../reading/civil.ts';
import { digits, fraction, wholeNumber } from '../reading/digits.ts';
import { findByte } from '../reading/find.ts';
import { monthAt } from '../reading/months.ts';
import { type Stamp, isoStamp } from '../reading/stamp.ts';
import type { YearClock } from './year-clock.ts';

const BLANK = 32;
const COLON = 58;
const DASH = 45;
const DOT = 46;
const LESS = 60;
const MORE = 62;
const OPEN = 91;
const CLOSE = 93;
const QUOTE = 34;
const BACKSLASH = 92;

/** Where the parts of a syslog line stand; filled anew for each. A part that is not there ends where it begins. */
export class SyslogHead {
  /** 0 to 191; -1 where none is written. */
  priority = -1;
  isVersion1 = false;
  timeFrom = 0;
  timeTo = 0;
  hostFrom = 0;
  hostTo = 0;
  /** Program, without its process id. */
  tagFrom = 0;
  tagTo = 0;
  pidFrom = 0;
  pidTo = 0;
  /** Of RFC 5424. */
  idFrom = 0;
  idTo = 0;
  dataFrom = 0;
  dataTo = 0;
  /** A level in words, which some programs write in place of the host. */
  levelFrom = 0;
  levelTo = 0;
  messageFrom = 0;
}

/** `<PRI>` at `from`. @returns behind it; `from` where there is none */
export function priorityAt(bytes: Uint8Array, from: number, to: number, head: SyslogHead): number {
  head.priority = -1;
  if (bytes[from] !== LESS) return from;
  const close = findByte(bytes, MORE, from + 1, Math.min(to, from + 5));
  const value = close === -1 ? Number.NaN : wholeNumber(bytes, from + 1, close);
  if (!(value >= 0 && value <= 191)) return from;
  head.priority = value;
  return close + 1;
}

/**
 * RFC 5424, RFC 3164, or the forms between that rsyslog and others write: RFC 3339 stamps before the old rest, no
 * host, a level in its place, a year behind the day.
 * @returns false where no stamp stands at the beginning
 */
export function syslogHead(
  bytes: Uint8Array,
  from: number,
  to: number,
  head: SyslogHead,
  stamp: Stamp,
  years: YearClock,
): boolean {
  const start = priorityAt(bytes, from, to, head);
  head.isVersion1 = start > from && bytes[start] === 49 && bytes[start + 1] === BLANK;
  head.hostFrom = head.hostTo = head.tagFrom = head.tagTo = head.pidFrom = head.pidTo = start;
  head.idFrom = head.idTo = head.dataFrom = head.dataTo = head.levelFrom = head.levelTo = start;
  head.messageFrom = start;
  const at = head.isVersion1 ? start + 2 : start;
  head.timeFrom = at;
  if (head.isVersion1 && bytes[at] === DASH && bytes[at + 1] === BLANK) {
    stamp.seconds = Number.NaN;
    stamp.end = at + 1;
  } else if (!isoStamp(bytes, at, to, stamp) && (head.isVersion1 || !oldStamp(bytes, at, to, stamp, years))) {
    return false;
  }
  head.timeTo = stamp.end;
  if (stamp.end < to && bytes[stamp.end] !== BLANK && bytes[stamp.end] !== COLON) return false;
  if (head.isVersion1) version1(bytes, Math.min(stamp.end + 1, to), to, head);
  else oldRest(bytes, stamp.end, to, head);
  return true;
}

/** `Mmm dd hh:mm:ss`, also with a fraction, or with the year behind the day. */
export function oldStamp(
  bytes: Uint8Array,
  from: number,
  to: number,
  stamp: Stamp,
  years: YearClock,
): boolean {
  if (to - from < 15 || bytes[from + 3] !== BLANK || bytes[from + 6] !== BLANK) return false;
  const month = monthAt(bytes, from);
  const day = wholeNumber(bytes, bytes[from + 4] === BLANK ? from + 5 : from + 4, from + 6);
  if (month === -1 || Number.isNaN(day)) return false;
  let at = from + 7;
  let year = Number.NaN;
  if (bytes[at + 4] === BLANK && to - at >= 13) {
    year = digits(bytes, at, 4);
    at += 5;
  }
  if (bytes[at + 2] !== COLON || bytes[at + 5] !== COLON) return false;
  const second = digits(bytes, at + 6, 2);
  if (second === -1) return false;
  const clock = clockSeconds(digits(bytes, at, 2), digits(bytes, at + 3, 2), second);
  at += 8;
  stamp.nanos = 0;
  if (at < to && bytes[at] === DOT) {
    const { count, nanos } = fraction(bytes, at + 1, to);
    stamp.nanos = nanos;
    at += count + 1;
  }
  stamp.seconds = daySeconds(Number.isNaN(year) ? years.yearOf(month, day) : year, month, day) + clock;
  stamp.offset = Number.NaN;
  stamp.end = at;
  return true;
}

/** `host tag[pid]: message`; a word that ends in a colon is no host. */
function oldRest(bytes: Uint8Array, from: number, to: number, head: SyslogHead): void {
  let at = bytes[from] === COLON ? from + 1 : from;
  while (at < to && bytes[at] === BLANK) at++;
  if (bytes[from] === COLON) {
    head.messageFrom = at;
    return;
  }
  const end = wordEnd(bytes, at, to);
  if (bytes[end - 1] !== COLON) {
    if (isLevel(bytes, at, end)) {
      head.levelFrom = at;
      head.levelTo = end;
    } else {
      head.hostFrom = at;
      head.hostTo = end;
    }
    at = end;
    while (at < to && bytes[at] === BLANK) at++;
  }
  head.messageFrom = at;
  tag(bytes, at, to, head);
}

/** A tag is at most this long; RFC 3164 says 32, but programs write paths. */
const LONGEST_TAG = 128;

function tag(bytes: Uint8Array, from: number, to: number, head: SyslogHead): void {
  const last = Math.min(to, from + LONGEST_TAG);
  let at = from;
  while (at < last && bytes[at] !== BLANK && bytes[at] !== COLON && bytes[at] !== OPEN) at++;
  if (at === from) return;
  const tagTo = at;
  if (bytes[at] === OPEN && at < last) {
    const close = findByte(bytes, CLOSE, at, last);
    if (close === -1) return;
    head.pidFrom = at + 1;
    head.pidTo = close;
    at = close + 1;
  }
  // Without a colon it is a word of the message, unless a process id stands behind it.
  if (bytes[at] !== COLON && head.pidTo === head.pidFrom) return;
  head.tagFrom = from;
  head.tagTo = tagTo;
  if (bytes[at] === COLON && at < to) at++;
  while (at < to && bytes[at] === BLANK) at++;
  head.messageFrom = at;
}

/** `HOST APP PROCID MSGID SD MSG` */
function version1(bytes: Uint8Array, from: number, to: number, head: SyslogHead): void {
  let at = from;
  const next = (): number => {
    const end = wordEnd(bytes, at, to);
    at = Math.min(end + 1, to);
    return end;
  };
  head.hostFrom = at;
  head.hostTo = next();
  head.tagFrom = at;
  head.tagTo = next();
  head.pidFrom = at;
  head.pidTo = next();
  head.idFrom = at;
  head.idTo = next();
  head.dataFrom = at;
  if (bytes[at] === OPEN) at = dataEnd(bytes, at, to);
  else if (bytes[at] === DASH) at = Math.min(at + 1, to);
  head.dataTo = at;
  while (at < to && bytes[at] === BLANK) at++;
  if (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at = Math.min(at + 3, to);
  head.messageFrom = at;
}

/** Behind the last of the elements `[id name="value"]…`; `]` inside a value is `\]`. */
function dataEnd(bytes: Uint8Array, from: number, to: number): number {
  let [isQuoted, at] = [false, from];
  for (; at < to; at++) {
    const byte = bytes[at];
    if (isQuoted && byte === BACKSLASH) at++;
    else if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === CLOSE && !isQuoted && bytes[at + 1] !== OPEN) return at + 1;
  }
  return to;
}

function wordEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] !== BLANK) at++;
  return at;
}

const LEVELS = /^(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERR|ERROR|CRIT|CRITICAL|ALERT|EMERG)$/;

function isLevel(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > 8 || to - from < 3 || (bytes[from] ?? 0) < 65 || (bytes[from] ?? 0) > 90) return false;
  return LEVELS.test(String.fromCharCode(...bytes.subarray(from, to)));
}
