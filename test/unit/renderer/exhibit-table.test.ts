import { beforeEach, describe, expect, test } from 'vitest';
import type { Exhibit } from '../../../src-main/contract/evidence.ts';
import {
  mark,
  markUpTo,
  resetExhibitTable,
  sortBy,
  sorted,
  useExhibitTable,
} from '../../../src-renderer/state/exhibit-table.ts';

const exhibit = (n: number, more: Partial<Exhibit> = {}): Exhibit =>
  ({
    exhibit: `EV-00${n}`,
    title: `file ${n}`,
    size: n,
    bytes: 'here',
    mode: 'stored',
    lastVerified: null,
    collected: `2026-11-17T0${n}:00:00.000Z`,
    ...more,
  }) as Exhibit;

const labels = (list: readonly Exhibit[]): string[] => list.map((one) => one.exhibit);

beforeEach(() => resetExhibitTable());

describe('the table of exhibits', () => {
  test('is sorted by a column, and the other way around by a second press', () => {
    const list = [exhibit(1, { size: 30 }), exhibit(2, { size: null }), exhibit(3, { size: 4 })];
    sortBy('size');
    expect(labels(sorted(list, useExhibitTable.getState().sort))).toEqual(['EV-002', 'EV-003', 'EV-001']);
    sortBy('size');
    expect(labels(sorted(list, useExhibitTable.getState().sort))).toEqual(['EV-001', 'EV-003', 'EV-002']);
    sortBy('number');
    expect(labels(sorted(list, useExhibitTable.getState().sort))).toEqual(['EV-001', 'EV-002', 'EV-003']);
  });

  test('reads numbers in titles as numbers, and puts what changed first', () => {
    const list = [exhibit(1, { title: 'log 10' }), exhibit(2, { title: 'log 9' })];
    expect(labels(sorted(list, { by: 'title', descending: false }))).toEqual(['EV-002', 'EV-001']);
    const changed = exhibit(3, { lastVerified: { at: '2026-11-17T09:00:00.000Z', ok: false } });
    expect(labels(sorted([...list, changed], { by: 'state', descending: false }))[0]).toBe('EV-003');
  });

  test('marks one, and all in between in the order that is shown', () => {
    const shown = ['EV-003', 'EV-001', 'EV-002', 'EV-004'];
    mark('EV-001');
    markUpTo('EV-004', shown);
    expect([...useExhibitTable.getState().marked].toSorted()).toEqual(['EV-001', 'EV-002', 'EV-004']);
    mark('EV-001');
    expect(useExhibitTable.getState().marked.has('EV-001')).toBe(false);
  });
});
