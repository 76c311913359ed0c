import { describe, expect, test } from 'vitest';
import { CaseError } from '../../../../src-main/domain/errors.ts';
import { understandTime } from '../../../../src-main/domain/time/understand.ts';
import { DAY, HOUR, all, iso, reading } from './oracle.ts';

const refused = (typed: string, zone: string): unknown => {
  try {
    return understandTime(typed, zone, 0);
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return { code: error.code, ...error.details };
  }
};
/** `02:30:00.000` of a whole reading. */
const clockOf = (wall: number): string => reading(wall).slice(11);
const dateOf = (wall: number): string => reading(wall).slice(0, 10);

/** `+05:45`: what a zone's clock is ahead of UTC, by Intl. */
function offsetText(ahead: number): string {
  const minutes = Math.abs(ahead) / 60_000;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${ahead < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

describe.each(all)('$zone', ({ zone, shows, edges }) => {
  test('a span over a change has both its ends where Intl has them, however it is written', () => {
    for (const edge of edges) {
      const [from, to] = [edge - 4 * HOUR, edge + 4 * HOUR];
      const expected = { utc: iso(from), until: iso(to), precision: 'approximate', zone };
      const [first, second] = [shows(from), shows(to)];
      for (const between of ['..', ' .. ', '…', ' to ']) {
        const typed = `${reading(first)}${between}${reading(second)}`;
        expect(understandTime(typed, zone, 0), typed).toEqual({ ...expected, typed });
      }
      // The end by its time of day alone: of the same day, or over midnight, by the clock on the wall.
      const short = `${reading(first)}..${clockOf(second)}`;
      expect(understandTime(short, zone, 0), short).toEqual({ ...expected, typed: short });
      const shorter = `${clockOf(first)}..${clockOf(second)}`;
      expect(understandTime(shorter, zone, from), shorter).toEqual({ ...expected, typed: shorter });
    }
  });

  test('one that begins or ends within a change is refused as that end alone would be, with all that was typed', () => {
    for (const edge of edges) {
      const [before, after] = [shows(edge - 1) + 1, shows(edge)];
      const wall = (before + after) / 2;
      const choices =
        after > before
          ? [iso(edge - 1), iso(edge)]
          : [iso(edge - (before - wall)), iso(edge + (wall - after))];
      const expected =
        after > before
          ? { code: 'time-nonexistent', neighbours: choices, choices, zone }
          : { code: 'time-ambiguous', instants: choices, choices, zone };
      for (const typed of [
        `${reading(shows(edge - 4 * HOUR))}..${reading(wall)}`,
        `${reading(wall)}..${reading(shows(edge + 4 * HOUR))}`,
        `${reading(wall)} to ${clockOf(shows(edge + 4 * HOUR))}`,
      ]) {
        expect(refused(typed, zone), typed).toEqual({ ...expected, typed });
      }
    }
  });

  test('with its offsets, a span between the two instants of one reading is understood', () => {
    for (const edge of edges) {
      const [before, after] = [shows(edge - 1) + 1, shows(edge)];
      if (after > before) continue;
      const wall = (before + after) / 2;
      const [first, second] = [edge - (before - wall), edge + (wall - after)];
      const text = (utc: number): string => `${iso(wall).slice(0, -1)}${offsetText(shows(utc) - utc)}`;
      const typed = `${text(first)}..${text(second)}`;
      expect(understandTime(typed, zone, 0), typed).toMatchObject({
        utc: iso(first),
        until: iso(second),
        precision: 'approximate',
        zone: offsetText(shows(first) - first),
      });
      expect(refused(`${text(second)}..${text(first)}`, zone)).toMatchObject({ code: 'time-not-understood' });
    }
  });

  test('the days around a change begin at their first instant', () => {
    for (const edge of edges) {
      for (const around of [edge - DAY, edge, edge + DAY]) {
        const date = dateOf(shows(around));
        expect(understandTime(date, zone, 0), `${zone} ${date}`).toEqual({
          utc: iso(firstInstantOf(date, shows)),
          zone,
          precision: 'day',
          typed: date,
        });
      }
    }
  });
});

/** Offsets of the zones above are quarters of an hour, and so are the instants at which their days begin. */
function firstInstantOf(date: string, shows: (utc: number) => number): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  for (let utc = midnight - 16 * HOUR; utc < midnight + 16 * HOUR; utc += HOUR / 4) {
    if (dateOf(shows(utc)) === date) return utc;
  }
  throw new Error(`${date} never comes`);
}
