import { expect, test } from 'vitest';
import { missingLogLines } from '../../../src-main/cli/missing-logs.ts';

test('logs that lack proof are named under the exhibits, with what they lack; nothing is said where none does', () => {
  const lines = missingLogLines([
    { id: 'log-iis', title: 'IIS', host: 'WEB01', missing: ['download', 'review'] },
    { id: 'own', title: 'Mail\u202Egol', host: null, missing: ['coverage'] },
  ]);
  expect(lines[0]).toContain('`log wanted list`');
  expect(lines.slice(1).map((line) => line.trim())).toEqual([
    'IIS of WEB01: not downloaded, not read',
    'Mail⟨U+202E⟩gol: nobody said from when to when',
  ]);
  expect(missingLogLines([])).toEqual([]);
});
