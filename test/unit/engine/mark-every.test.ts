import { expect, test } from 'vitest';
import { markEvery } from '../../../src-main/engine/take-in/large-plan.ts';

const GB = 1e9;

test('short work is begun anew after a kill', () => {
  expect(markEvery(19 * GB, 1e9, false)).toBeNull();
  expect(markEvery(4 * GB, 1e9, true)).toBeNull();
});

test('storing, and hashing from a slow disk, can be gone on with', () => {
  expect(markEvery(20 * GB, 1e9, true)).toBeGreaterThan(0);
  expect(markEvery(4 * GB, 1e8, false)).toBeGreaterThan(0);
  expect(markEvery(20 * GB, 3e8, false)).toBeGreaterThan(0);
});

test('hashing from a quick disk, however large the file, does not become several times slower for it', () => {
  expect(markEvery(20 * GB, 1e9, false)).toBeNull();
  expect(markEvery(2000 * GB, 4e8, false)).toBeNull();
});
