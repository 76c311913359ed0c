import { expect, test } from 'vitest';
import { lastCallAt, soonAt } from '../../../../src-main/domain/plan/soon.ts';

const left = (hours: number): readonly [number, number] => {
  const due = Date.parse('2026-11-18T00:00:00Z');
  const span = {
    due: new Date(due).toISOString(),
    started: new Date(due - hours * 3_600_000).toISOString(),
  };
  return [(due - soonAt(span)) / 60_000, (due - lastCallAt(span)) / 60_000];
};

test.each([
  ['a day', 24, [120, 30]],
  ['three days', 72, [120, 30]],
  ['an hour, where two would be before it began', 1, [6, 3]],
  ['one that was set after it was due', -5, [0, 0]],
])('somebody is told two hours and half an hour before: %s', (_name, hours, minutes) => {
  expect(left(hours)).toEqual(minutes);
});
