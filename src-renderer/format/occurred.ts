import type { EntryView, Occurred } from '../../src-main/contract/entry.ts';
import { en } from '../strings/en.ts';
import { clock, dayKey, shortDay } from './time.ts';

/** The instant that orders an entry: when it happened, or when it was written down. */
export function instantOf(entry: EntryView, by: 'occurred' | 'recorded'): Date {
  return new Date(by === 'occurred' ? (entry.occurred?.utc ?? entry.recorded) : entry.recorded);
}

/** An occurrence in words, without its zone: `02:14:05`, `about 02:00`, `02:00 to 02:30`. */
export function occurredClock(occurred: Occurred, zone: string): string {
  const from = new Date(occurred.utc);
  if (occurred.until !== undefined) return rangeClock(from, new Date(occurred.until), zone);
  switch (occurred.precision) {
    case 'day':
      return en.common.thatDay;
    case 'hour':
    case 'approximate':
      return en.common.about(clock(from, zone, 'minute'));
    case 'minute':
      return clock(from, zone, 'minute');
    case 'second':
      return clock(from, zone, 'second');
    case 'millisecond':
      return clock(from, zone, 'millisecond');
    case 'range':
      return clock(from, zone, 'minute');
  }
}

function rangeClock(from: Date, to: Date, zone: string): string {
  const end = clock(to, zone, 'minute');
  const sameDay = dayKey(from, zone) === dayKey(to, zone);
  return en.common.range(clock(from, zone, 'minute'), sameDay ? end : `${shortDay(to, zone)} ${end}`);
}

/** The time in an entry's row, without its zone. */
export function entryClock(entry: EntryView, by: 'occurred' | 'recorded', zone: string): string {
  const { occurred } = entry;
  // A row has room for seconds; the pane shows all digits.
  if (by === 'occurred' && occurred !== null && occurred.precision !== 'millisecond') {
    return occurredClock(occurred, zone);
  }
  return clock(instantOf(entry, by), zone, 'second');
}
