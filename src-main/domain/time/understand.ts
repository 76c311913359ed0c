import { millisecondsInMinute } from 'date-fns/constants';
import { type UtcIso, utcIso } from '../brands.ts';
import { CaseError } from '../errors.ts';
import type { Occurred, Precision } from './occurred.ts';
import { type WallTime, checkZone, instantsOf, neighboursOf, wallAt, wallMs } from './zone.ts';

interface Moment {
  readonly utc: number;
  readonly precision: Precision;
  readonly zone: string;
}

const DATE = String.raw`(?:(\d{4})-(\d{2})-(\d{2})|(today|yesterday))`;
const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`;
const OFFSET = String.raw`(Z|UTC|[+-]\d{2}:?\d{2})`;
const MOMENT = new RegExp(String.raw`^(?:${DATE})?(?:(?:^|[T ]+)${CLOCK}\s*${OFFSET}?)?$`, 'i');
const COMPACT = /^([01]\d|2[0-3])([0-5]\d)$/;

/**
 * Understands a time as people write it: `now`, `14:32`, `0214`, `yesterday 23:10`, `2026-11-24 02:13`,
 * ISO 8601 with offset, and `02:00..02:30` (approximate: between the two). A span up to a day takes all of that day in.
 * @param typed the text; kept in the result exactly as given
 * @param zone IANA zone for readings without an offset
 * @param now the device clock, ms since 1970 UTC
 * @throws CaseError `time-not-understood`, `time-ambiguous`, `time-nonexistent`, `zone-unknown`
 */
export function understandTime(typed: string, zone: string, now: number): Occurred {
  checkZone(zone);
  const text = typed.trim();
  const range =
    /^(.+?)\s*(?:\.\.|…|\bto\b)\s*(.+)$/i.exec(text) ?? /^(\S*\d:\d\d)\s*[-–]\s*(\d\d?:\d\d\S*)$/.exec(text);
  if (range === null) {
    const moment = understandMoment(text, typed, zone, now, null);
    return { utc: utcIso(moment.utc), zone: moment.zone, precision: moment.precision, typed };
  }
  const from = understandMoment(range[1] ?? '', typed, zone, now, null);
  const to = understandMoment(range[2] ?? '', typed, from.zone, now, from);
  if (to.utc < from.utc) throw new CaseError('time-not-understood', { typed });
  return { utc: utcIso(from.utc), until: utcIso(to.utc), zone: from.zone, precision: 'approximate', typed };
}

function understandMoment(
  text: string,
  typed: string,
  zone: string,
  now: number,
  after: Moment | null,
): Moment {
  if (text.toLowerCase() === 'now') return { utc: now, precision: 'millisecond', zone };
  const match = MOMENT.exec(text.replace(COMPACT, '$1:$2'));
  if (match === null || text === '') throw new CaseError('time-not-understood', { typed });
  const [, year, month, day, word, hour, minute, second, fraction, offset] = match;
  const clock = {
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: Number((fraction ?? '').padEnd(3, '0').slice(0, 3)),
  };
  const minutes = offset === undefined ? 0 : offsetMinutes(offset);
  if (minutes === null) throw new CaseError('time-not-understood', { typed });
  const inZone = offset === undefined ? zone : offsetZone(offset);
  const wall: WallTime = { ...dayOf({ year, month, day, word }, inZone, now, after, clock), ...clock };
  const inRange = wall.hour <= 23 && wall.minute <= 59 && wall.second <= 59;
  if (!inRange || Number.isNaN(wallMs(wall))) throw new CaseError('time-not-understood', { typed });
  const precision = precisionOf(hour, second, fraction);
  const utc =
    offset !== undefined
      ? wallMs(wall) - minutes * millisecondsInMinute
      : precision === 'day'
        ? startOfDay(zone, after === null ? wall : dayAfter(wall)) - (after === null ? 0 : 1)
        : onlyInstant(zone, wall, typed);
  if (utc > LAST_INSTANT) throw new CaseError('time-not-understood', { typed });
  return { utc, precision, zone: inZone };
}

/** Instants of the record have years of four digits (FORMAT.md §1). */
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** In some zones the clock is changed at midnight: the day then starts at its first instant. */
function startOfDay(zone: string, midnight: WallTime): number {
  return instantsOf(zone, midnight)[0] ?? neighboursOf(zone, midnight)[1];
}

function dayAfter({ year, month, day, ...clock }: WallTime): WallTime {
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate(), ...clock };
}

function onlyInstant(zone: string, wall: WallTime, typed: string): number {
  const [first, second] = instantsOf(zone, wall);
  if (first === undefined) {
    const neighbours = neighboursOf(zone, wall).map((ms): UtcIso => utcIso(ms));
    throw new CaseError('time-nonexistent', { typed, zone, neighbours, choices: neighbours });
  }
  if (second !== undefined) {
    const instants = [utcIso(first), utcIso(second)];
    throw new CaseError('time-ambiguous', { typed, zone, instants, choices: instants });
  }
  return first;
}

interface DayWords {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
  readonly word: string | undefined;
}

type Clock = Pick<WallTime, 'hour' | 'minute' | 'second' | 'millisecond'>;

/** @param after the start of a range: `23:50..00:10` runs over midnight, by the wall clock and not by 24 hours */
function dayOf(words: DayWords, zone: string, now: number, after: Moment | null, clock: Clock) {
  if (words.year !== undefined) {
    return { year: Number(words.year), month: Number(words.month), day: Number(words.day) };
  }
  const base = wallAt(zone, words.word === undefined ? (after?.utc ?? now) : now);
  const overMidnight = after !== null && words.word === undefined && msOfDay(clock) < msOfDay(base);
  const back = words.word?.toLowerCase() === 'yesterday' ? -1 : 0;
  const date = new Date(Date.UTC(base.year, base.month - 1, base.day + (overMidnight ? 1 : back)));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const msOfDay = ({ hour, minute, second, millisecond }: Clock): number =>
  ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;

function precisionOf(
  hour: string | undefined,
  second: string | undefined,
  fraction: string | undefined,
): Precision {
  if (hour === undefined) return 'day';
  if (fraction !== undefined) return 'millisecond';
  return second === undefined ? 'minute' : 'second';
}

function offsetMinutes(offset: string): number | null {
  if (/^(z|utc)$/i.test(offset)) return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(-2));
  if (hours > 14 || minutes > 59) return null;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function offsetZone(offset: string): string {
  return /^(z|utc)$/i.test(offset) ? 'UTC' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
}
