import { describe, expect, test } from 'vitest';
import { CaseError } from '../../../../src-main/domain/errors.ts';
import { understandTime } from '../../../../src-main/domain/time/understand.ts';
import { DAY, all, iso, reading } from './oracle.ts';

const refusalOf = (typed: string, zone: string, now = 0): CaseError => {
  try {
    understandTime(typed, zone, now);
  } catch (error) {
    if (error instanceof CaseError) return error;
    throw error;
  }
  throw new Error(`“${typed}” was understood in ${zone}`);
};

/** `02:30:00.000` of a whole reading. */
const clockOf = (wall: number): string => reading(wall).slice(11);

/**
 * Readings in the middle of each change, with all ways to write them, and what a person is told. `choices` are what may
 * be meant instead: the two instants, or the two beside the gap.
 */
const changes = all.flatMap(({ zone, shows, edges }) =>
  edges.map((edge) => {
    const [before, after] = [shows(edge - 1) + 1, shows(edge)];
    const skipped = after > before;
    const wall = (before + after) / 2;
    const choices = skipped
      ? [iso(edge - 1), iso(edge)]
      : [iso(edge - (before - wall)), iso(edge + (wall - after))];
    return { zone, shows, edge, wall, skipped, choices };
  }),
);

describe.each([
  ['a time that does not exist', 'time-nonexistent', 'neighbours', true],
  ['a time that exists twice', 'time-ambiguous', 'instants', false],
] as const)('%s', (_, code, detail, skipped) => {
  const these = changes.filter((change) => change.skipped === skipped);

  test('there are some, in many zones', () => {
    expect(these.length).toBeGreaterThan(200);
    expect(new Set(these.map(({ zone }) => zone)).size).toBeGreaterThan(25);
  });

  test(`is refused as ${code}, and the details name both ${detail}`, () => {
    for (const { zone, wall, choices } of these) {
      const typed = reading(wall);
      const refusal = refusalOf(typed, zone);
      expect(refusal.code, `${zone} ${typed}`).toBe(code);
      expect(refusal.details, `${zone} ${typed}`).toEqual({ typed, zone, [detail]: choices, choices });
    }
  });

  test('the sentence says what was typed, in which zone, and both choices', () => {
    for (const { zone, wall, choices } of these) {
      const typed = reading(wall);
      const { message } = refusalOf(typed, zone);
      for (const part of [`“${typed}”`, zone, choices.join(', ')]) expect(message, zone).toContain(part);
      expect(message).toMatch(skipped ? /set forward/ : /set back/);
    }
  });

  test('so are the time of day alone, on that day and on the day after', () => {
    for (const { zone, edge, wall, shows, choices } of these) {
      const clock = clockOf(wall);
      const dayOf = (utc: number): string => reading(shows(utc)).slice(0, 10);
      const day = reading(wall).slice(0, 10);
      // Of a change at midnight, one side is of the day before.
      const now = [edge, edge - 1].find((utc) => dayOf(utc) === day);
      if (now !== undefined) {
        expect(refusalOf(clock, zone, now).details, `${zone} ${clock}`).toMatchObject({ choices });
        expect(refusalOf(`today ${clock}`, zone, now).details, `${zone} ${clock}`).toMatchObject({ choices });
      }
      const tomorrow = edge + DAY;
      if (Date.parse(`${dayOf(tomorrow)}Z`) - Date.parse(`${day}Z`) !== DAY) continue;
      const { details } = refusalOf(`yesterday ${clock}`, zone, tomorrow);
      expect(details, `${zone} yesterday ${clock}`).toMatchObject({ choices });
    }
  });

  test('each choice is understood as it stands, and Intl agrees with it', () => {
    for (const { zone, wall, shows, choices } of these) {
      for (const choice of choices) {
        expect(understandTime(choice, zone, 0), zone).toMatchObject({ utc: choice, zone: 'UTC' });
      }
      const shown = choices.map((choice) => shows(Date.parse(choice)));
      if (skipped) expect([(shown[0] ?? 0) < wall, (shown[1] ?? 0) > wall], zone).toEqual([true, true]);
      else expect(shown, zone).toEqual([wall, wall]);
    }
  });
});
