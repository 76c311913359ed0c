import { expect, test } from 'vitest';
import { planIn } from '../../../src-main/domain/plan/check-plan.ts';
import { defaultPlan } from '../../../src-main/domain/plan/default/index.ts';
import { swapped } from '../../../src-renderer/features/plan-editor/move-buttons.tsx';
import type { PlanItem } from '../../../src-renderer/features/plan-editor/plan-item.ts';
import { itemParts } from '../../../src-renderer/features/plan-editor/plan-parts.ts';
import { keptQuestions, questionsIn } from '../../../src-renderer/features/plan-editor/question-list.tsx';
import { takenIds, usePlanEditor } from '../../../src-renderer/state/plan-editor.ts';

const source: PlanItem = {
  id: 'customer',
  title: 'A customer',
  questions: [
    { id: 'customer-data', title: 'Which data?' },
    { id: 'customer-where', title: 'Seen where?' },
  ],
};

test('questions that are kept keep their ids, new ones get others, and empty ones go', () => {
  const [data, where] = questionsIn(source);
  if (data === undefined || where === undefined) throw new Error('no questions');
  const fresh = { key: 'new-0', id: '', title: ' Data? ' };
  const kept = keptQuestions(
    source,
    [where, fresh, { ...fresh, key: 'new-1' }, { ...data, title: 'Whose?' }, { ...fresh, title: ' ' }],
    new Set(['customer-data']),
  );
  expect(kept['questions']).toEqual([
    { id: 'customer-where', title: 'Seen where?' },
    { id: 'customer-data-2', title: 'Data?' },
    { id: 'customer-data-3', title: 'Data?' },
    { id: 'customer-data', title: 'Whose?' },
  ]);
});

test('what was taken out since editing began keeps its id to itself', () => {
  const without = { ...defaultPlan, logs: [] };
  expect(takenIds(without).has('log-iis')).toBe(false);
  usePlanEditor.setState({ draft: without, before: JSON.stringify(defaultPlan) });
  expect(takenIds(without).has('log-iis')).toBe(true);
});

test('a gate line says what shows it; without any it is answered by a person alone', () => {
  const { fields, items, change } = itemParts['gate-containment'];
  const [, accounts] = items(defaultPlan);
  const [, steps] = fields;
  if (accounts === undefined || steps === undefined) throw new Error('no line');
  expect(steps.read(accounts)).toBe('contain-accounts');
  const bare = steps.write(accounts, ' \n');
  expect(bare).not.toHaveProperty('shown_by');
  expect(steps.write(bare, 'contain-block\n contain-isolate ')['shown_by']).toEqual({
    steps: ['contain-block', 'contain-isolate'],
  });
  const plan = { ...defaultPlan, ...change(defaultPlan, [bare]) };
  expect(planIn(JSON.parse(JSON.stringify(plan))).phases[2]?.gate).toEqual([bare]);
  // The control: a step that is not there is found when the whole is saved.
  const faulty = { ...defaultPlan, ...change(defaultPlan, [steps.write(bare, 'no-such-step')]) };
  expect(() => planIn(JSON.parse(JSON.stringify(faulty)))).toThrow('no-such-step');
});

test('nothing is moved beyond the ends of a list', () => {
  expect(swapped(['a', 'b'], 0, 1)).toEqual(['b', 'a']);
  expect(swapped(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
});
