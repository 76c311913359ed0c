import { describe, expect, test } from 'vitest';
import { CaseError } from '../../../../src-main/domain/errors.ts';
import { factChoices } from '../../../../src-main/domain/fact-value.ts';
import { idsOf, planIn, stepsOf } from '../../../../src-main/domain/plan/check-plan.ts';
import { defaultPlan } from '../../../../src-main/domain/plan/default/index.ts';
import { PLAN_LIMITS, type Plan } from '../../../../src-main/domain/plan/plan.ts';

/** What is said of a plan that cannot be used. */
function faultOf(document: unknown): string {
  try {
    planIn(document);
  } catch (error) {
    if (error instanceof CaseError && error.code === 'plan-faulty') return error.message;
    throw error;
  }
  return '';
}

const changed = (change: (plan: Plan) => void): unknown => {
  const plan = structuredClone(defaultPlan);
  change(plan);
  return plan;
};

const phaseOf = (plan: Plan, id: string): Plan['phases'][number] => {
  const found = plan.phases.find((phase) => phase.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

test('the plan that ships is one that can be used, with every phase', () => {
  expect(faultOf(defaultPlan)).toBe('');
  expect(defaultPlan.phases.map(({ id }) => id)).toEqual([
    'preparation',
    'identification',
    'containment',
    'eradication',
    'review',
  ]);
});

test('its sources are the values of the fact that says how an incident was noticed', () => {
  expect(defaultPlan.sources.map(({ id }) => id)).toEqual(factChoices['detection-source']);
  for (const { questions } of defaultPlan.sources) expect(questions.length).toBeGreaterThanOrEqual(2);
});

test('every line has an id of its own', () => {
  const ids = idsOf(defaultPlan);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(80);
});

describe('a plan is refused with what is wrong in it and where', () => {
  const faults: readonly (readonly [name: string, document: unknown, says: RegExp])[] = [
    ['no plan', 'a plan', /plan cannot be used/],
    ['another format', { ...defaultPlan, format: 'other' }, /format/],
    ['a missing field', changed((plan) => Reflect.deleteProperty(plan, 'phases')), /phases/],
    [
      'a step without a title',
      changed((plan) => (phaseOf(plan, 'review').steps[0] = { id: 'x', title: ' ' })),
      /title/,
    ],
    ['a field that is none', { ...defaultPlan, script: '<script>' }, /script/],
    [
      'an id that is none',
      changed((plan) => (phaseOf(plan, 'review').steps[0] = { id: '<b>', title: 'x' })),
      /id/,
    ],
    [
      'an unknown role',
      changed((plan) => phaseOf(plan, 'review').steps.push({ id: 'x', title: 'x', role: 'nobody' })),
      /no role nobody/,
    ],
    [
      'an unknown step',
      changed((plan) => phaseOf(plan, 'review').steps.push({ id: 'x', title: 'x', after: ['y'] })),
      /no step y/,
    ],
    [
      'an id twice',
      changed((plan) => phaseOf(plan, 'review').steps.push({ id: 'amazon', title: 'x' })),
      /amazon stands twice/,
    ],
    [
      'a phase twice',
      changed((plan) => (plan.phases[1] = { ...phaseOf(plan, 'review'), steps: [], gate: [] })),
      /phase stands twice/,
    ],
    [
      'a circle',
      changed((plan) =>
        phaseOf(plan, 'review').steps.push(
          { id: 'a', title: 'a', after: ['c'] },
          { id: 'b', title: 'b', after: ['a'] },
          { id: 'c', title: 'c', after: ['b'] },
        ),
      ),
      /circle: a, b, c/,
    ],
    [
      'ten thousand steps',
      changed((plan) => {
        phaseOf(plan, 'review').steps = Array.from({ length: 10_000 }, (_, i) => ({
          id: `s${i}`,
          title: 'x',
        }));
      }),
      /steps/,
    ],
    [
      'too many steps over all phases',
      changed((plan) => {
        for (const phase of plan.phases) {
          phase.steps = Array.from({ length: 400 }, (_, i) => ({ id: `${phase.id}-${i}`, title: 'x' }));
        }
      }),
      new RegExp(`2000 steps; a plan has at most ${PLAN_LIMITS.items}`),
    ],
    ['a deadline that nobody can meet', changed((plan) => (plan.recipients = [])), /no recipient amazon/],
  ];
  test.each(faults)('%s', (_name, document, says) => {
    expect(faultOf(document)).toMatch(says);
  });
});

test('markup is text like any other', () => {
  const title = '<img src=x onerror=alert(1)>';
  const plan = planIn(changed((one) => phaseOf(one, 'review').steps.push({ id: 'x', title })));
  expect(stepsOf(plan).find(({ id }) => id === 'x')?.title).toBe(title);
});
