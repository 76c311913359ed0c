import { describe, expect, test } from 'vitest';
import { type Situation, deadlinesIn } from '../../../../src-main/domain/plan/deadlines.ts';
import { defaultPlan } from '../../../../src-main/domain/plan/default/index.ts';
import { leftText } from '../../../../src-main/cli/left-text.ts';

const NOTHING: Situation = {
  detected: [],
  suspected: [],
  ended: [],
  sent: new Map(),
  declined: new Map(),
  needed: new Set(),
  approved: null,
  zones: ['Europe/Berlin'],
};

const at = (text: string, entry = 'e'): { entry: string; at: number } => ({ entry, at: Date.parse(text) });

const states = (situation: Partial<Situation>, now: string): readonly (readonly [string, string, string])[] =>
  deadlinesIn(defaultPlan, { ...NOTHING, ...situation }, Date.parse(now)).map(
    ({ id, state, due }) => [id, state, due] as const,
  );

test('nothing runs before anything happened', () => {
  expect(states({}, '2026-11-17T02:00:00Z')).toEqual([]);
});

describe('24 hours are elapsed time', () => {
  test.each([
    ['over the day on which the clock goes back', '2026-10-24T22:00:00Z', '2026-10-25T22:00:00.000Z'],
    ['over the day on which it goes forward', '2026-03-28T22:00:00Z', '2026-03-29T22:00:00.000Z'],
    ['on any other day', '2026-11-17T01:14:00Z', '2026-11-18T01:14:00.000Z'],
  ])('%s', (_name, detected, due) => {
    expect(states({ detected: [at(detected)] }, detected)).toEqual([['amazon-notice', 'running', due]]);
  });
});

test('a suspicion alone starts it, and the earlier of the two counts', () => {
  const now = '2026-11-17T03:00:00Z';
  expect(states({ suspected: [at('2026-11-17T02:00:00Z')] }, now)).toHaveLength(1);
  const both = { suspected: [at('2026-11-17T02:00:00Z')], detected: [at('2026-11-17T01:00:00Z')] };
  expect(states(both, now)[0]?.[2]).toBe('2026-11-18T01:00:00.000Z');
});

test('where copies disagree, the earliest counts', () => {
  const detected = [at('2026-11-17T02:00:00Z'), at('2026-11-16T23:00:00Z')];
  expect(states({ detected }, '2026-11-17T03:00:00Z')[0]?.[2]).toBe('2026-11-17T23:00:00.000Z');
});

test('the last instant is in time, and the next millisecond is late', () => {
  const detected = [at('2026-11-17T00:00:00Z')];
  expect(states({ detected }, '2026-11-18T00:00:00.000Z')[0]?.[1]).toBe('running');
  expect(states({ detected }, '2026-11-18T00:00:00.001Z')[0]?.[1]).toBe('overdue');
});

test('what was sent in time is met, what was sent later is met late, and a decision not to send stays in sight', () => {
  const detected = [at('2026-11-17T00:00:00Z')];
  const sent = (text: string): Situation['sent'] => new Map([['amazon', at(text)]]);
  const now = '2026-11-20T00:00:00Z';
  expect(states({ detected, sent: sent('2026-11-18T00:00:00Z') }, now)[0]?.[1]).toBe('met');
  expect(states({ detected, sent: sent('2026-11-18T00:00:01Z') }, now)[0]?.[1]).toBe('met-late');
  const declined = new Map([['amazon', at('2026-11-17T05:00:00Z')]]);
  expect(states({ detected, declined }, now)[0]?.[1]).toBe('void');
});

test('the review is due at the end of the fourteenth day of the case’s zone, also where a day has 25 hours', () => {
  const ended = [at('2026-10-20T10:00:00Z')];
  expect(states({ ended }, '2026-10-21T00:00:00Z')).toEqual([
    ['review-due', 'running', '2026-11-03T22:59:59.999Z'],
  ]);
});

describe('what is left is said in words and rounded down', () => {
  test.each([
    [22 * 3_600_000 + 32 * 60_000 + 59_999, '22 h 32 min left'],
    [0, '0 h 0 min left'],
    [-1, 'late by 0 h 0 min'],
    [-26 * 60_000, 'late by 0 h 26 min'],
    [72 * 3_600_000, '3 d 0 h left'],
    [71 * 3_600_000, '71 h 0 min left'],
  ])('%d ms', (ms, text) => {
    expect(leftText(ms)).toBe(text);
  });
});

test('who is told only if needed has a clock of their own, and it runs once that is decided', () => {
  const detected = [at('2026-11-17T00:00:00Z')];
  const now = '2026-11-17T01:00:00Z';
  const ids = (situation: Partial<Situation>) => states({ detected, ...situation }, now).map(([id]) => id);
  expect(ids({})).toEqual(['amazon-notice']);
  expect(ids({ needed: new Set(['regulator']) })).toEqual(['amazon-notice', 'regulator-notice']);
  expect(states({ detected, needed: new Set(['regulator']) }, now)[1]?.[2]).toBe('2026-11-20T00:00:00.000Z');
  // What was decided or sent without that decision stays in sight.
  expect(ids({ declined: new Map([['insurer', at(now)]]) })).toEqual(['amazon-notice', 'insurer-notice']);
});
