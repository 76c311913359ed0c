import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, bench } from '../../support/cli.ts';

let b: Bench;

beforeAll(() => {
  b = bench('intake', 'served');
});

afterAll(() => b.clean());

const NOW = { HOLDFAST_NOW: '2026-11-17T01:20:00Z' };
const begin = (path: string, ...args: string[]) =>
  b.cliWith(NOW, 'new', path, '--title', 'Uploads', '--zone', 'Europe/Berlin', ...args);

test('what is known in the first minute is in the record, and its time starts the clock', () => {
  const path = b.path('known.holdfast');
  const asked = ['--source', 'fusionreactor', '--answer', 'fusionreactor-alert=412 requests, 30 are usual'];
  const more = ['--answer', 'fusionreactor-pages=/uploads/?a=b', '--by', 'Ada', '--done', 'nothing'];
  expect(begin(path, ...asked, ...more, '--detected-at', '02:14').status).toBe(0);
  const { facts } = b.cli('info', path).json.data as { facts: { name: string; value: unknown }[] };
  expect(Object.fromEntries(facts.map(({ name, value }) => [name, value]))).toEqual({
    zone: 'Europe/Berlin',
    'detection-source': 'fusionreactor',
    detected: '2026-11-17T01:14:00.000Z',
    'discovered-by': 'Ada',
    discovered: '412 requests, 30 are usual',
    // Everything behind the first = is the answer.
    'fusionreactor-pages': '/uploads/?a=b',
    'done-to-server': 'nothing',
  });
  expect(b.cliWith(NOW, 'deadline', 'list', path).json.data).toMatchObject({
    deadlines: [{ id: 'amazon-notice', due: '2026-11-18T01:14:00.000Z', state: 'running' }],
  });
  expect(b.cli('verify', path).status).toBe(0);
});

test('an answer that answers nothing makes no case', () => {
  const refused = [
    ['--source', 'antivirus', '--answer', 'fusionreactor-alert=x'],
    ['--answer', 'fusionreactor-alert=x'],
    ['--source', 'antivirus', '--answer', 'no answer'],
    ['--source', 'antivirus', '--answer', 'antivirus-what='],
    ['--source', 'antivirus', '--by', ''],
  ];
  for (const [at, args] of refused.entries()) {
    const path = b.path(`refused-${at}.holdfast`);
    const answer = begin(path, ...args);
    expect([answer.status, answer.json.ok], args.join(' ')).toEqual([2, false]);
    expect(existsSync(path)).toBe(false);
  }
});
