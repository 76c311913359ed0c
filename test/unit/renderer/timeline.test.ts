import { expect, test } from 'vitest';
import { dayStep } from '../../../src-renderer/features/timeline/day-step.ts';
import { movedEdge, shareOf, instantAt, ticksOf } from '../../../src-renderer/format/strip-scale.ts';
import {
  type Filter,
  NO_FILTER,
  isNarrowed,
  partsOf,
  questionOf,
  withoutPart,
} from '../../../src-renderer/state/timeline-filter.ts';

const BERLIN = 'Europe/Berlin';
const utc = (text: string): number => Date.parse(`2026-${text}Z`);

test('the next day, this one, and the day of the entry before, also where clocks change', () => {
  expect(dayStep(BERLIN, utc('11-17T01:00'), 1, null)).toBe(utc('11-17T23:00'));
  expect(dayStep(BERLIN, utc('11-17T01:00'), -1, null)).toBe(utc('11-16T23:00'));
  expect(dayStep(BERLIN, utc('11-17T01:00'), -1, utc('11-17T00:30'))).toBe(utc('11-16T23:00'));
  expect(dayStep(BERLIN, utc('11-17T01:00'), -1, utc('11-10T12:00'))).toBe(utc('11-09T23:00'));
  // 25 hours, then 23 hours.
  expect(dayStep(BERLIN, utc('10-25T12:00'), -1, null)).toBe(utc('10-24T22:00'));
  expect(dayStep(BERLIN, utc('10-24T22:00'), 1, null)).toBe(utc('10-25T23:00'));
  expect(dayStep(BERLIN, utc('03-29T12:00'), -1, null)).toBe(utc('03-28T23:00'));
});

test('labels of the strip stand on round times of the zone, and there are not too many', () => {
  const hour = 3_600_000;
  const night = { from: utc('11-17T00:10'), to: utc('11-17T05:50') };
  const ticks = ticksOf(night, 6, hour);
  expect(ticks).toEqual({ at: [1, 2, 3, 4, 5].map((n) => utc(`11-17T0${n}:00`)), days: false });
  const month = ticksOf({ from: utc('11-01T10:00'), to: utc('11-30T10:00') }, 5, hour);
  expect(month.days).toBe(true);
  for (const at of month.at) expect((at + hour) % (24 * hour)).toBe(0);
  const decades = ticksOf({ from: 0, to: 100 * 365 * 24 * hour }, 4, 0);
  expect(decades.at.length).toBeGreaterThan(1);
  expect(decades.at.length).toBeLessThanOrEqual(4);
});

test('an end of the span stays within the strip', () => {
  const scale = { from: 0, to: 1000 };
  expect(movedEdge('ArrowLeft', 5, scale, 10)).toBe(0);
  expect(movedEdge('PageUp', 950, scale, 10)).toBe(1000);
  expect(movedEdge('End', 5, scale, 10)).toBe(1000);
  expect(movedEdge('x', 5, scale, 10)).toBeNull();
  expect(instantAt(scale, shareOf(scale, 250))).toBe(250);
  expect(shareOf(scale, -5)).toBe(0);
});

test('each condition of a filter is shown, asked and dropped by itself', () => {
  const person = { name: 'Ada', keys: ['a1', 'a2'] };
  const filter: Filter = {
    ...NO_FILTER,
    search: 'x',
    kinds: ['note', 'fact'],
    authors: [person],
    tags: ['alert'],
    unseen: true,
    span: { from: 0, to: 1000 },
  };
  expect(isNarrowed(NO_FILTER)).toBe(false);
  expect(questionOf('recorded', NO_FILTER)).toEqual({ by: 'recorded' });
  expect(questionOf('occurred', filter)).toEqual({
    by: 'occurred',
    search: 'x',
    kinds: ['note', 'fact'],
    author: ['a1', 'a2'],
    tag: ['alert'],
    unseen: true,
    since: '1970-01-01T00:00:00.000Z',
    until: '1970-01-01T00:00:01.000Z',
  });
  let left = filter;
  for (let n = partsOf(filter).length; n > 0; n -= 1) {
    expect(partsOf(left)).toHaveLength(n);
    const [first] = partsOf(left);
    if (first !== undefined) left = withoutPart(left, first);
  }
  expect(left).toEqual(NO_FILTER);
});
