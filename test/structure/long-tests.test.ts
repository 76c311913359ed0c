import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { longTests } from '../../scripts/test/long-tests.ts';

const missing = (files: readonly string[]): string[] =>
  files.filter((file) => !existsSync(join(root, 'test', file)));

test('every test that `npm test` leaves out is there, once', () => {
  expect(missing(longTests)).toEqual([]);
  expect(new Set(longTests).size).toBe(longTests.length);
  // Control: one that was renamed is named.
  expect(missing(['e2e/renamed.spec.ts'])).toEqual(['e2e/renamed.spec.ts']);
});
