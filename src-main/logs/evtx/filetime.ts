/** A moment with all its digits, counted from 1970-01-01T00:00:00Z. */
export interface ExactTime {
  /** Whole seconds; negative before 1970. */
  readonly seconds: number;
  /** 0 to 999,999,999. */
  readonly nanoseconds: number;
}

/** Seconds from 1601-01-01, where FILETIME begins, to 1970-01-01. */
const EPOCH = 11_644_473_600;
/** 2^32 ticks of 100 ns are 429 s and this many ticks. */
const REST = 4_967_296;
const TICKS = 10_000_000;
/** The end of the year 9999 in 2^32 ticks: text with four digits of the year ends there. */
const LAST = 0x24c8_5a5e;
const DAY = 86_400;

/** The moment of a FILETIME (100 ns since 1601, UTC); null for 0, which is "not set", and beyond the year 9999. */
export function filetime(bytes: Buffer, at: number): ExactTime | null {
  const low = bytes.readUInt32LE(at);
  const high = bytes.readUInt32LE(at + 4);
  if ((low === 0 && high === 0) || high >= LAST) return null;
  const ticks = high * REST + low;
  const whole = Math.floor(ticks / TICKS);
  return { seconds: high * 429 + whole - EPOCH, nanoseconds: (ticks - whole * TICKS) * 100 };
}

/** A FILETIME as Windows writes it into XML, with its seven digits; hex digits where it is no date. */
export function filetimeText(bytes: Buffer, at: number): string {
  const low = bytes.readUInt32LE(at);
  const high = bytes.readUInt32LE(at + 4);
  if (high >= LAST) return `0x${bytes.readBigUInt64LE(at).toString(16)}`;
  const ticks = high * REST + low;
  const whole = Math.floor(ticks / TICKS);
  return `${secondsText(high * 429 + whole - EPOCH)}.${pad(ticks - whole * TICKS, 7)}Z`;
}

/** A SYSTEMTIME (16 bytes, UTC, milliseconds). Fields that make no date are shown as they are. */
export function systemtimeText(bytes: Buffer, at: number): string {
  const field = (i: number, digits: number): string => pad(bytes.readUInt16LE(at + 2 * i), digits);
  const date = `${field(0, 4)}-${field(1, 2)}-${field(3, 2)}`;
  return `${date}T${field(4, 2)}:${field(5, 2)}:${field(6, 2)}.${field(7, 3)}Z`;
}

let lastDay = Number.NaN;
let lastDate = '';

/** `2019-03-19T23:34:25` for seconds since 1970, UTC. */
function secondsText(seconds: number): string {
  const day = Math.floor(seconds / DAY);
  // Records of one day stand together.
  if (day !== lastDay) {
    lastDate = new Date(day * DAY * 1000).toISOString().slice(0, 10);
    lastDay = day;
  }
  const rest = seconds - day * DAY;
  const minutes = Math.floor(rest / 60);
  return `${lastDate}T${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}:${pad(rest % 60, 2)}`;
}

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');
