import { expect, test } from 'vitest';
import { dueState, nextCheck, nextReview } from '../../../../src-main/domain/preparation/due-state.ts';

const now = Date.parse('2026-11-17T12:00:00Z');

test('what is due says so a week before, and from the first millisecond after', () => {
  expect(dueState(null, now)).toBe('none');
  expect(dueState('2026-11-17T11:59:59.999Z', now)).toBe('overdue');
  expect(dueState('2026-11-17T12:00:00.000Z', now)).toBe('soon');
  expect(dueState('2026-11-24T12:00:00.000Z', now)).toBe('soon');
  expect(dueState('2026-11-24T12:00:00.001Z', now)).toBe('ok');
});

test('the next check is at the end of a calendar day of the zone, also over a change of the clock', () => {
  // 24 October 2026, 23:30 in Berlin; the clock goes back on the 25th.
  const checked = Date.parse('2026-10-24T21:30:00Z');
  expect(nextCheck(checked, 1, 'Europe/Berlin')).toBe('2026-10-25T22:59:59.999Z');
  expect(nextCheck(checked, 30, 'Europe/Berlin')).toBe('2026-11-23T22:59:59.999Z');
  expect(nextCheck(checked, 1, 'UTC')).toBe('2026-10-25T23:59:59.999Z');
  expect(nextCheck(checked, null, 'UTC')).toBeNull();
  expect(nextCheck(checked, 0, 'UTC')).toBeNull();
});

test('a review after six months ends on the last day of a month that is shorter', () => {
  expect(nextReview(Date.parse('2026-08-31T10:00:00Z'), 6, 'UTC')).toBe('2027-02-28T23:59:59.999Z');
  expect(nextReview(Date.parse('2026-08-31T10:00:00Z'), null, 'UTC')).toBeNull();
});
