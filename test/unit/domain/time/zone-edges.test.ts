import { describe, expect, test } from 'vitest';
import { CaseError } from '../../../../src-main/domain/errors.ts';
import { understandTime } from '../../../../src-main/domain/time/understand.ts';

/** Zones with every kind of rule: whole and half hours, both hemispheres, midnight changes, rules that came and went. */
const zones =
  `Europe/Berlin Europe/London Europe/Lisbon Europe/Moscow Europe/Istanbul Europe/Volgograd Europe/Dublin
  Atlantic/Azores Africa/Cairo Africa/Casablanca Africa/El_Aaiun Africa/Juba Africa/Lagos Asia/Amman Asia/Beirut
  Asia/Damascus Asia/Gaza Asia/Jerusalem Asia/Kathmandu Asia/Kolkata Asia/Tehran Asia/Tokyo Asia/Almaty Asia/Shanghai
  Australia/Adelaide Australia/Lord_Howe Australia/Sydney Australia/Eucla Pacific/Auckland Pacific/Chatham Pacific/Apia
  Pacific/Fiji America/Asuncion America/Havana America/Los_Angeles America/Mexico_City America/New_York
  America/Nuuk America/Santiago America/Sao_Paulo America/St_Johns Antarctica/Troll`.split(/\s+/);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FROM = Date.UTC(2020, 0, 1);
const TO = Date.UTC(2031, 0, 1);

/** What Intl says a zone's clock shows, as ms as if it showed UTC: an oracle that shares no code with ours. */
function oracle(timeZone: string): (utc: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    fractionalSecondDigits: 3,
  });
  return (utc) => {
    const [month, day, year, hour, minute, second, ms] = (format.format(utc).match(/\d+/g) ?? []).map(Number);
    return Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second, ms);
  };
}

/** Instants at which the zone's clock is changed: its first with the new offset. */
function edgesOf(shows: (utc: number) => number): number[] {
  const edges: number[] = [];
  const offset = (utc: number): number => shows(utc) - utc;
  for (let day = FROM; day < TO; day += DAY) {
    let [low, high] = [day, day + DAY];
    if (offset(low) === offset(high)) continue;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle) === offset(low)) low = middle;
      else high = middle;
    }
    edges.push(high);
  }
  return edges;
}

const reading = (wall: number): string => new Date(wall).toISOString().replace('T', ' ').replace('Z', '');
const iso = (utc: number): string => new Date(utc).toISOString();

function answer(wall: number, zone: string): unknown {
  try {
    return understandTime(reading(wall), zone, 0).utc;
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return [error.code, error.details['instants'] ?? error.details['neighbours']];
  }
}

const all = zones.map((zone) => {
  const shows = oracle(zone);
  return { zone, shows, edges: edgesOf(shows) };
});

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

  test('a range over a change has both its ends where Intl has them; one that ends in a change is refused', () => {
    for (const edge of edges) {
      const [from, to] = [edge - 4 * HOUR, edge + 4 * HOUR];
      const message = `${zone} ${iso(edge)}`;
      const range = understandTime(`${reading(shows(from))}..${reading(shows(to))}`, zone, 0);
      expect(range, message).toMatchObject({
        utc: iso(from),
        until: iso(to),
        precision: 'approximate',
        zone,
      });
      const inside = Math.min(shows(edge - 1) + 1, shows(edge));
      expect(() => understandTime(`${reading(shows(from))}..${reading(inside)}`, zone, 0), message).toThrow(
        /does not exist|exists twice/,
      );
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
