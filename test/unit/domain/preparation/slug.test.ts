import { expect, test } from 'vitest';
import { slugOf } from '../../../../src-main/domain/preparation/slug.ts';
import { planIn } from '../../../../src-main/domain/plan/check-plan.ts';
import { defaultPlan } from '../../../../src-main/domain/plan/default/index.ts';

const none = new Set<string>();

test('an id is of small letters, digits and -', () => {
  expect(slugOf('TLS 1.0 on WEB01', none, 'finding')).toBe('tls-1-0-on-web01');
  expect(slugOf('  Zoë Müller ', none, 'member')).toBe('zoe-muller');
  expect(slugOf('2 steps', none, 'step')).toBe('steps');
});

test('a title without such letters, and one that is taken, still get an id of their own', () => {
  expect(slugOf('電話', none, 'member')).toBe('member');
  expect(slugOf('…', new Set(['member', 'member-2']), 'member')).toBe('member-3');
  expect(slugOf('Ada', new Set(['ada']), 'member')).toBe('ada-2');
});

test('a plan takes any of them as an id', () => {
  const titles = ['A', 'x'.repeat(300), '-a-', '1a', 'a--b', '🙂', 'word '.repeat(20)];
  const logs = titles.map((title) => ({ id: slugOf(title, none, 'log'), title: title.slice(0, 200) }));
  for (const log of logs) expect(planIn({ ...defaultPlan, logs: [log] }).logs[0]?.id).toBe(log.id);
});
