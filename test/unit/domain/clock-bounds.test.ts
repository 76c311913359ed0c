import { expect, test } from 'vitest';
import { type Timed, clockBounds } from '../../../src-main/domain/clock-bounds.ts';

const at = (second: number): string => new Date(Date.UTC(2026, 10, 17, 2, 0, second)).toISOString();
const entry = (id: string, author: string, second: number, ...parents: string[]): Timed => ({
  id,
  author,
  recorded: at(second),
  parents,
});

test('what somebody wrote after an entry of this laptop bounds how far ahead their clock can be', () => {
  const entries = [entry('1', 'ada', 0), entry('2', 'ben', 9, '1'), entry('3', 'ben', 10, '2')];
  expect(clockBounds(entries, 'ada')).toEqual([{ key: 'ben', least: null, most: 9000 }]);
});

test('where both followed each other, the clock lies between two bounds, the tightest ones', () => {
  const entries = [
    entry('1', 'ada', 0),
    entry('2', 'ben', -4, '1'),
    entry('3', 'ada', 20, '2'),
    entry('4', 'ben', 18, '3'),
    entry('5', 'ada', 30, '4'),
  ];
  expect(clockBounds(entries, 'ada')).toEqual([{ key: 'ben', least: -12_000, most: -4000 }]);
});

test('a clock that was moved in between shows as bounds that contradict each other', () => {
  const entries = [entry('1', 'ada', 0), entry('2', 'ben', -60, '1'), entry('3', 'ada', -110, '2')];
  expect(clockBounds(entries, 'ada')).toEqual([{ key: 'ben', least: 50_000, most: -60_000 }]);
});

test('entries of others that follow each other, and entries that are not here, say nothing', () => {
  const entries = [entry('1', 'ben', 0), entry('2', 'cem', 5, '1'), entry('3', 'ada', 7, 'away')];
  expect(clockBounds(entries, 'ada')).toEqual([]);
});
