import { expect, test } from 'vitest';
import { bestOf } from '../../../src-renderer/format/find-words.ts';

const names = ['Compare the clock…', 'Record a phone call…', 'Make a copy…', 'Évidence'];
const best = (typed: string) => bestOf(names, (name) => name, typed);

test.each([
  ['', names],
  ['copy', ['Make a copy…']],
  ['CO', ['Compare the clock…', 'Make a copy…', 'Record a phone call…']],
  ['call phone', ['Record a phone call…']],
  ['evidence', ['Évidence']],
  ['cl', ['Compare the clock…']],
  ['zebra', []],
])('“%s” finds what has all its words, beginnings first', (typed, found) => {
  expect(best(typed)).toEqual(found);
});
