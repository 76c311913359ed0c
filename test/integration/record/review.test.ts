import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReviewView } from '../../../src-main/contract/review.ts';
import { type Bench, bench } from '../../support/cli.ts';

let b: Bench;
let path = '';

const at = (now: string, ...args: string[]) => b.cliWith({ HOLDFAST_NOW: now }, ...args);
const NOW = '2026-11-20T09:00:00Z';
const review = (...args: string[]) => at(NOW, 'review', path, ...args);
const shown = (): ReviewView => at(NOW, 'review', path, 'show').json.data as ReviewView;
const message = (answer: ReturnType<typeof at>): string => answer.json.error?.message;

beforeAll(() => {
  b = bench('review', 'served');
  path = b.path('case.holdfast');
  const zone = ['--zone', 'Europe/Berlin'];
  at('2026-11-17T01:20:00Z', 'new', path, '--title', 'Uploads', '--detected-at', '02:14', ...zone);
  at('2026-11-17T01:30:00Z', 'note', path, 'WEB01 is off the network', '--at', '02:25');
  at('2026-11-17T01:50:00Z', 'phase', path, 'containment', '--why', 'it spreads');
  at('2026-11-17T02:30:00Z', 'phase', path, 'eradication', '--why', 'it is contained');
});

afterAll(() => b.clean());

test('parts are written anew, and a part that is none is refused with the list', () => {
  expect(review('set', 'worked', 'The alarm').status).toBe(0);
  expect(review('set', 'worked', 'The alarm came in time').status).toBe(0);
  expect(shown().texts).toMatchObject([{ part: 'worked', text: 'The alarm came in time' }]);
  expect(message(review('set', 'blame', 'x'))).toContain('summary, retrospective, worked');
  expect(review('set', 'worked', ' ').json).toMatchObject({ error: { code: 'text-empty' } });
  expect(review('set', 'worked').json).toMatchObject({ error: { code: 'wrong-use' } });
});

test('questions have an owner, improvements an owner and a date, and what is dropped says why', () => {
  expect(review('cause', 'The form took every kind of file').status).toBe(0);
  expect(review('cause', 'Nobody read the log by night').status).toBe(0);
  expect(message(review('question', 'What was read?'))).toContain('has an owner');
  expect(review('question', 'What was read?', '--owner', 'Hosting security').status).toBe(0);
  expect(message(review('improvement', 'Pictures only', '--owner', 'Ada'))).toContain('has a date');
  const asked = ['--owner', 'Ada', '--due', '2026-12-01 12:00'];
  expect(review('improvement', 'Pictures only', ...asked).status).toBe(0);
  expect(review('improvement', 'An alarm by telephone', ...asked).status).toBe(0);
  const [first, second] = shown().items.filter(({ list }) => list === 'improvement');
  expect(review('done', first?.item ?? '').status).toBe(0);
  expect(message(review('done', first?.item ?? ''))).toContain('already');
  expect(message(review('dropped', second?.item ?? ''))).toContain('why');
  expect(review('dropped', second?.item ?? '', '--why', 'too loud').status).toBe(0);
  expect(review('reopened', second?.item ?? '').status).toBe(0);
  expect(message(review('done', 'improvement-'))).toContain('Several begin with');
  expect(message(review('done', 'nothing'))).toContain('nothing that is called');
  expect(shown().items.map(({ list, state }) => `${list} ${state}`)).toEqual([
    'cause open',
    'cause open',
    'question open',
    'improvement done',
    'improvement open',
  ]);
});

test('entries of the timeline are shown by their hash, once, and not any more', () => {
  const { entries } = b.cli('timeline', path, '--kind', 'note').json.data as { entries: { id: string }[] };
  const id = entries[0]?.id ?? '';
  expect(review('excerpt', id.slice(0, 8)).status).toBe(0);
  expect(shown().excerpts).toMatchObject([{ id, text: 'WEB01 is off the network' }]);
  expect(review('excerpt', id).json).toMatchObject({ error: { code: 'wrong-use' } });
  expect(review('excerpt', 'ffffffff').json).toMatchObject({ error: { code: 'entry-unknown' } });
  expect(review('no-excerpt', id).status).toBe(0);
  expect(shown().excerpts).toEqual([]);
  expect(review('excerpt', id).status).toBe(0);
});

test('times come from the record with the entry that says so, and what nobody said is not known', () => {
  const times = shown().milestones;
  expect(times.map(({ name, at: when, source }) => [name, when?.slice(11, 16) ?? null, source])).toEqual([
    ['occurred', null, null],
    ['detected', '01:14', 'fact'],
    ['contained', '02:30', 'phase'],
    ['eradicated', null, null],
    ['notified', null, null],
    ['closed', null, null],
  ]);
  expect(times.find(({ name }) => name === 'contained')?.entry).toMatch(/^[0-9a-f]{64}$/);
  expect(at(NOW, 'fact', path, 'occurred', '2026-11-17 01:52').status).toBe(0);
  expect(shown().milestones[0]).toMatchObject({ at: '2026-11-17T00:52:00.000Z', source: 'fact' });
});

test('the review is approved by a named person after the end, and that meets its deadline', () => {
  expect(message(review('approve', '--by', 'Owner'))).toContain('has not ended');
  expect(at(NOW, 'fact', path, 'ended', '2026-11-19 16:40').status).toBe(0);
  expect(message(review('approve'))).toContain('who approves');
  expect(message(review('approve', '--by', 'Owner', '--at', '2026-11-19 12:00'))).toContain('ended only');
  const late = (...more: string[]) =>
    at('2026-12-05T09:00:00Z', 'review', path, 'approve', '--by', 'Owner', ...more);
  expect(message(late())).toContain('Say why it is late');
  expect(at(NOW, 'seal', path).json).toMatchObject({ error: { code: 'review-first' } });
  expect(review('approve', '--by', 'Owner', '--remark', 'well done').status).toBe(0);
  expect(shown()).toMatchObject({ approval: { by: 'Owner', remark: 'well done', changedSince: 0 } });
  const { deadlines } = at('2026-12-10T09:00:00Z', 'deadline', 'list', path).json.data as {
    deadlines: { id: string; state: string }[];
  };
  expect(deadlines.find(({ id }) => id === 'review-due')).toMatchObject({ state: 'met' });
});

test('a review that was changed after its approval is approved anew before the seal', () => {
  expect(review('cause', 'One more cause').status).toBe(0);
  expect(shown().approval).toMatchObject({ changedSince: 1 });
  expect(message(at(NOW, 'seal', path))).toContain('written after its approval');
  expect(review('approve', '--by', 'Owner').status).toBe(0);
  const open = shown().items.find(({ list, state }) => list === 'improvement' && state === 'open');
  // That an improvement is seen to later changes nothing of what was approved.
  expect(review('done', open?.item ?? '').status).toBe(0);
  expect(review('reopened', open?.item ?? '').status).toBe(0);
  expect(review('approve', '--by', 'Owner').status).toBe(0);
  expect(at(NOW, 'seal', path).status).toBe(0);
  expect(review('set', 'worked', 'late').json).toMatchObject({ error: { code: 'case-sealed' } });
  expect(b.cli('verify', path).status).toBe(0);
});

test('open improvements go into the next version of the plan, which another case takes in', () => {
  const out = b.path('improved.json');
  const { data } = review('export', '--out', out).json;
  expect(data).toMatchObject({ version: 2, improvements: [{ text: 'An alarm by telephone' }] });
  expect(readFileSync(out, 'utf8')).toContain('improve-improvement-');
  expect(review('export', '--out', out).json).toMatchObject({ error: { code: 'already-exists' } });
  expect(b.cli('new', b.path('next.holdfast'), '--title', 'Next', '--plan', out).status).toBe(0);
  expect(b.cli('plan', 'show', b.path('next.holdfast')).json.data).toMatchObject({ version: 2 });
});

test('open improvements go into the plan of the preparation, also where that is another one by now', () => {
  const into = () => review('export', '--into-preparation');
  expect(message(into())).toContain('Nothing was prepared');
  expect(b.cli('prep', 'organisation', 'set', '--legal', 'Shop Ltd').status).toBe(0);
  const plan = b.path('own-plan.json');
  expect(b.cli('prep', 'plan', 'export', plan).status).toBe(0);
  const own = JSON.parse(readFileSync(plan, 'utf8')) as object;
  writeFileSync(plan, JSON.stringify({ ...own, title: 'Changed since', version: 7 }));
  expect(b.cli('prep', 'plan', 'import', plan).status).toBe(0);
  expect(into().json.data).toMatchObject({ title: 'Changed since', version: 8 });
  const out = b.path('prepared.json');
  expect(b.cli('prep', 'plan', 'export', out).status).toBe(0);
  expect(readFileSync(out, 'utf8')).toContain('An alarm by telephone');
  // Twice is once.
  expect(message(into())).toContain('the plan that is here already');
  expect(message(review('export'))).toContain('--into-preparation');
});
