import { expect, test } from 'vitest';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import {
  holdsEntry,
  inserted,
  missingPages,
  placeOf,
  rowsWithPage,
  withPage,
} from '../../../src-renderer/state/entry-rows.ts';

function entry(id: string, recorded: string, occurred: string | null = null): EntryView {
  return {
    id,
    number: 1,
    kind: 'note',
    author: { id: 'a', name: 'a', trust: 'founder' },
    writer: 'w',
    n: 1,
    parents: [],
    recorded,
    occurred: occurred === null ? null : { utc: occurred, zone: 'UTC', precision: 'minute', typed: occurred },
    phase: 'identification',
    text: id,
    tags: [],
  };
}

const one = entry('1', '2026-11-17T01:00:00.000Z');
const two = entry('2', '2026-11-17T02:00:00.000Z');
const late = entry('3', '2026-11-17T03:00:00.000Z', '2026-11-17T01:30:00.000Z');

test('a page at the end leaves the rest to be loaded', () => {
  const rows = rowsWithPage(4, 2, [one, two]);
  expect(rows).toHaveLength(4);
  expect(rows[1]).toBeUndefined();
  expect(rows[3]).toBe(two);
  expect(withPage(rows, 0, [late])[0]).toBe(late);
});

test('a note about an earlier time stands where it happened', () => {
  const rows = rowsWithPage(2, 0, [one, two]);
  expect(placeOf(rows, late, 'occurred')).toBe(1);
  expect(placeOf(rows, late, 'recorded')).toBe(2);
  expect(inserted(rows, 1, late).map((row) => row?.id)).toEqual(['1', '3', '2']);
});

test('where the rows around it are not loaded, nothing is guessed', () => {
  expect(placeOf(rowsWithPage(3, 2, [two]), late, 'occurred')).toBeNull();
});

test('entries of the same minute keep the order of writing', () => {
  expect(placeOf([late], entry('4', late.recorded, '2026-11-17T01:30:00.000Z'), 'occurred')).toBe(1);
});

test('an entry told twice is known', () => {
  const rows = rowsWithPage(1000, 999, [one]);
  expect(holdsEntry(rows, '1')).toBe(true);
  expect(holdsEntry(rows, '2')).toBe(false);
});

test('only pages in view that miss rows are asked for', () => {
  const rows = rowsWithPage(10, 8, [one, two]);
  expect(missingPages(rows, 0, 9, 4)).toEqual([0, 1]);
  expect(missingPages(rows, 8, 9, 4)).toEqual([]);
  expect(missingPages([], 0, 9, 4)).toEqual([]);
});
