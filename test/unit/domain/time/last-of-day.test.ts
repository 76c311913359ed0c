import { expect, test } from 'vitest';
import { lastOfDay } from '../../../../src-main/domain/time/zone.ts';

test.each([
  ['an ordinary day', '2026-11-24T10:00:00.000Z', '2026-11-24T22:59:59.999Z'],
  ['the day of 23 hours', '2026-03-29T10:00:00.000Z', '2026-03-29T21:59:59.999Z'],
  ['the day of 25 hours', '2026-10-25T10:00:00.000Z', '2026-10-25T22:59:59.999Z'],
])('%s ends before the next midnight in Berlin', (_, within, end) => {
  expect(new Date(lastOfDay('Europe/Berlin', Date.parse(within))).toISOString()).toBe(end);
});
