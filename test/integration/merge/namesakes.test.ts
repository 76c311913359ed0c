import { copyFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, bench } from '../../support/cli.ts';

let b: Bench;
let path = '';
let added: unknown[] = [];

/** Adds a file as evidence, as somebody on a laptop of their own. */
function add(file: string, name: string, content: string): unknown {
  writeFileSync(b.path(content), content);
  const profile = { HOLDFAST_PROFILE: b.path(`profile of ${name}`) };
  return b.cliWith(profile, 'evidence', 'add', file, content, '--as', name).json.data.exhibits;
}

beforeAll(() => {
  b = bench('namesakes', 'served');
  path = b.path('case.holdfast');
  b.cli('new', path, '--title', 'Uploads');
  const other = b.path('other.holdfast');
  // Not a copy that Holdfast made: nothing told either side to number its exhibits differently.
  copyFileSync(path, other);
  added = [add(path, 'Ada King', 'access.log'), add(other, 'Ben Bitdiddle', 'error.log')];
  b.cli('merge', path, other);
});

afterAll(() => b.clean());

const labels = (): string[] =>
  (b.cli('evidence', 'list', path).json.data.exhibits as { exhibit: string }[]).map(({ exhibit }) => exhibit);

test('two exhibits that got one number in copies of their own keep it, with the initials of who added them', () => {
  expect(added).toMatchObject([[{ exhibit: 'EV-001' }], [{ exhibit: 'EV-001' }]]);
  expect(labels().toSorted()).toEqual(['EV-001-AK', 'EV-001-BB']);
  expect(b.cli('evidence', 'show', path, 'ev-1-bb').json.data.exhibit).toMatchObject({ title: 'error.log' });
  expect(b.cli('verify', path).status).toBe(0);
});

test('the number alone is refused with both labels', () => {
  const refused = b.cli('custody', path, 'EV-001', 'transferred', '--to', 'X');
  expect(refused.status).toBe(2);
  expect(refused.json.error.code).toBe('exhibit-ambiguous');
  expect(refused.json.error.message).toMatch(/EV-001-(?:AK|BB), EV-001-(?:AK|BB)/);
  expect(b.cli('evidence', 'show', path, 'EV-001-XY').json.error.code).toBe('exhibit-ambiguous');
  expect(b.cli('evidence', 'show', path, 'EV-002-AK').json.error.code).toBe('exhibit-unknown');
});

test('that a label has to be printed anew is listed until somebody says that it was', () => {
  const missing = (): string[] =>
    b.cli('evidence', 'show', path, 'EV-001-AK').json.data.exhibit.missing as string[];
  expect(missing()).toContain('label');
  expect(b.run(['evidence', 'list', path]).stdout).toContain(
    'still missing of EV-001-AK: label printed anew',
  );
  expect(b.cli('evidence', 'describe', path, 'EV-001-AK', '--label', 'EV-001').status).toBe(0);
  expect(missing()).toContain('label');
  expect(b.cli('evidence', 'describe', path, 'EV-001-AK', '--label', 'EV-001-AK').status).toBe(0);
  expect(missing()).not.toContain('label');
});
