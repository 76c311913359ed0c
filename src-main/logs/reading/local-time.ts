import { checkZone, instantsOf, neighboursOf, wallAt, wallMs } from '../../domain/time/zone.ts';
import { type RowDraft, rowFlags } from './row.ts';

/** Zones change their clocks at quarters of an hour: within one, the offset is the same. */
const QUARTER = 900;

interface Shift {
  /** Seconds to take from the local reading. */
  readonly offset: number;
  readonly flags: number;
}

/** Gives rows their instant from the reading of a clock in a zone. */
export interface LocalTime {
  /** @param local the reading as seconds since 1970, as if the clock showed UTC; NaN leaves the row undated */
  place(row: RowDraft, local: number, nanos: number): void;
}

/**
 * Of a reading that exists twice the earlier instant is taken, and one that does not exist is read as if the clock had
 * not been set forward yet; both are marked, so that the person sees it. Looked up once for each quarter of an hour.
 * @param zone IANA name or fixed offset
 * @throws CaseError `zone-unknown`
 */
export function localTime(zone: string): LocalTime {
  checkZone(zone);
  const known = new Map<number, Shift>();
  let [last, shift]: [number, Shift] = [Number.NaN, { offset: 0, flags: 0 }];
  return {
    place(row, local, nanos) {
      if (Number.isNaN(local)) return;
      const quarter = Math.floor(local / QUARTER);
      if (quarter !== last) {
        shift = known.get(quarter) ?? shiftAt(zone, quarter * QUARTER);
        known.set(quarter, shift);
        last = quarter;
      }
      row.at(local - shift.offset, nanos);
      row.flag(shift.flags);
    },
  };
}

function shiftAt(zone: string, local: number): Shift {
  const date = new Date(local * 1000);
  const wall = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: 0,
  };
  // Years before 1000 have no rules of zones; nobody's log is that old.
  if (wall.year < 1000) return { offset: 0, flags: 0 };
  const [first, second] = instantsOf(zone, wall);
  if (first === undefined) {
    const before = neighboursOf(zone, wall)[0];
    return { offset: (wallMs(wallAt(zone, before)) - before) / 1000, flags: rowFlags.nonexistent };
  }
  return { offset: local - first / 1000, flags: second === undefined ? 0 : rowFlags.ambiguous };
}
