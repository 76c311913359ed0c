import { describe, expect, test } from 'vitest';
import { CaseError } from '../../../../src-main/domain/errors.ts';
import { understandTime } from '../../../../src-main/domain/time/understand.ts';
import { DAY, FROM, HOUR, TO, all, iso, reading, zones } from './oracle.ts';

function answer(wall: number, zone: string): unknown {
  try {
    return understandTime(reading(wall), zone, 0).utc;
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return [error.code, error.details['instants'] ?? error.details['neighbours']];
  }
}

describe.each(all)('$zone', ({ zone, shows, edges }) => {
  test(`what its clock shows is one instant, two, or none, as at its ${edges.length} changes from 2020 to 2030`, () => {
    for (const edge of edges) {
      const before = shows(edge - 1) + 1;
      const after = shows(edge);
      const step = after - before;
      const middle = Math.min(before, after) + Math.abs(step) / 2;
      const message = `${zone} ${iso(edge)}`;
      if (step > 0) {
        for (const wall of [before, middle, after - 1]) {
          expect(answer(wall, zone), message).toEqual(['time-nonexistent', [iso(edge - 1), iso(edge)]]);
        }
        expect(answer(before - 1, zone), message).toBe(iso(edge - 1));
        expect(answer(after, zone), message).toBe(iso(edge));
      } else {
        for (const wall of [after, middle, before - 1]) {
          const first = edge - (before - wall);
          expect(answer(wall, zone), message).toEqual([
            'time-ambiguous',
            [iso(first), iso(edge + (wall - after))],
          ]);
        }
        expect(answer(after - 1, zone), message).toBe(iso(edge - (before - after) - 1));
        expect(answer(before, zone), message).toBe(iso(edge + (before - after)));
      }
    }
  });

  test('on other days it is what Intl shows', () => {
    for (let utc = FROM; utc < TO; utc += 47 * DAY + 5 * HOUR) {
      if (edges.some((edge) => Math.abs(edge - utc) < 4 * HOUR)) continue;
      expect(answer(shows(utc), zone)).toBe(iso(utc));
    }
  });
});

test('the list is of 40 zones or more, most of them with changes', () => {
  expect(zones.length).toBeGreaterThanOrEqual(40);
  expect(all.filter(({ edges }) => edges.length > 0).length).toBeGreaterThanOrEqual(30);
});
