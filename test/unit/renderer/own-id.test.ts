import { expect, test } from 'vitest';
import { addressesIn } from '../../../src-renderer/format/addresses.ts';
import { ownId } from '../../../src-renderer/format/own-id.ts';

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

test.each([
  'Tell the bank',
  '  2nd call! ',
  'Über München',
  '銀行',
  '-',
  'x'.repeat(300),
  'a'.repeat(39) + ' b',
])('the id of “%s” is one that the record takes', (title) => {
  const first = ownId(title, new Set());
  expect(first).toMatch(ID);
  const second = ownId(title, new Set([first]));
  expect(second).toMatch(ID);
  expect(second).not.toBe(first);
});

test('addresses stand in one line as people type them', () => {
  expect(addressesIn(' a@b.example, c@d.example;e@f.example\n')).toEqual([
    'a@b.example',
    'c@d.example',
    'e@f.example',
  ]);
  expect(addressesIn(' , ')).toEqual([]);
});
