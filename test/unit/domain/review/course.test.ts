import { expect, test } from 'vitest';
import { defaultPlan } from '../../../../src-main/domain/plan/default/index.ts';
import { planIn } from '../../../../src-main/domain/plan/check-plan.ts';
import { type CourseGiven, courseOf } from '../../../../src-main/domain/review/course.ts';
import { improvedPlan } from '../../../../src-main/domain/review/improved-plan.ts';
import { spanText } from '../../../../src-main/domain/review/span-text.ts';

const at = (text: string, entry = 'e') => ({ entry, at: Date.parse(text) });
const phase = (name: string, text: string) => ({ phase: name, ...at(text, name) });

const course = (given: Partial<CourseGiven>): Record<string, string | null> =>
  Object.fromEntries(
    courseOf({ facts: new Map(), phases: [], recipients: [], ...given }).map(
      ({ name, at: ms, source }) =>
        [name, ms === null ? null : `${new Date(ms).toISOString().slice(11, 16)} ${source ?? ''}`] as const,
    ),
  );

test('what nobody said is not known', () => {
  expect(course({ recipients: [{ id: 'amazon', sent: undefined }] })).toEqual({
    occurred: null,
    detected: null,
    contained: null,
    eradicated: null,
    notified: null,
    closed: null,
  });
});

test('facts, phases and notices say when; the earlier of detection and suspicion counts', () => {
  const facts = new Map([
    ['occurred', [at('2026-11-17T01:52Z')]],
    ['detected', [at('2026-11-17T02:14Z')]],
    ['suspected', [at('2026-11-17T02:10Z')]],
    ['ended', [at('2026-11-19T16:40Z')]],
  ]);
  const phases = [phase('containment', '2026-11-17T02:26Z'), phase('eradication', '2026-11-17T02:52Z')];
  const recipients = [{ id: 'amazon', sent: at('2026-11-17T08:47Z') }];
  expect(course({ facts, phases, recipients })).toEqual({
    occurred: '01:52 fact',
    detected: '02:10 fact',
    contained: '02:52 phase',
    eradicated: null,
    notified: '08:47 notice',
    closed: '16:40 fact',
  });
});

test('a phase that was left again for one before it does not count, and a stated fact does before any phase', () => {
  const back = [
    phase('eradication', '2026-11-17T02:52Z'),
    phase('containment', '2026-11-17T03:30Z'),
    phase('eradication', '2026-11-17T05:00Z'),
    phase('review', '2026-11-17T06:00Z'),
  ];
  expect(course({ phases: back })).toMatchObject({ contained: '05:00 phase', eradicated: '06:00 phase' });
  expect(course({ phases: back.slice(0, 2) })).toMatchObject({ contained: null });
  const facts = new Map([['contained', [at('2026-11-17T02:40Z')]]]);
  expect(course({ phases: back, facts })).toMatchObject({ contained: '02:40 fact' });
});

test.each([
  ['2026-11-17T02:14Z', '2026-11-17T02:14:59Z', '0 min'],
  ['2026-11-17T02:14Z', '2026-11-17T02:52:59Z', '38 min'],
  ['2026-11-17T01:52Z', '2026-11-17T08:47Z', '6 h 55 min'],
  ['2026-11-17T01:52Z', '2026-11-19T15:10Z', '2 d 13 h'],
  ['2026-11-17T02:00Z', '2026-11-17T01:00Z', '−1 h 0 min'],
])('from %s to %s is %s', (from, to, text) => {
  expect(spanText(Date.parse(from), Date.parse(to))).toBe(text);
});

test('open improvements are steps of the next version of the plan, which is a plan; others are not', () => {
  const one = (item: string, text: string, state: 'open' | 'done' | 'dropped' = 'open') =>
    ({ item, text, owner: 'owner', due: '2026-12-01T22:59:59.000Z', state }) as const;
  const plan = improvedPlan(defaultPlan, [
    one('improvement-0a', 'Take pictures only'),
    one('improvement-0b', `Long ${'words '.repeat(100)}`),
    one('improvement-0c', 'Seen to', 'done'),
    one('improvement-0d', 'No', 'dropped'),
  ]);
  expect(planIn(JSON.parse(JSON.stringify(plan)))).toMatchObject({ version: defaultPlan.version + 1 });
  const steps = plan.phases.find(({ id }) => id === 'preparation')?.steps ?? [];
  const added = steps.filter(({ id }) => id.startsWith('improve-'));
  expect(added.map(({ id, role }) => [id, role])).toEqual([
    ['improve-improvement-0a', 'role-owner'],
    ['improve-improvement-0b', 'role-owner'],
  ]);
  expect(added[0]?.text).toContain('Due 2026-12-01 22:59 UTC.');
  expect(added[1]?.title.length).toBeLessThanOrEqual(200);
  expect(improvedPlan(plan, [one('improvement-0a', 'Take pictures only')])).toBe(plan);
});
