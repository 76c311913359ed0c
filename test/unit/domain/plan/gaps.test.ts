import { array, assert, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapsIn, joined } from '../../../../src-main/domain/plan/gaps.ts';
import { missingOfLog } from '../../../../src-main/domain/still-missing.ts';

const stretch = tuple(integer({ min: 0, max: 60 }), integer({ min: 0, max: 60 })).map(([from, to]) => ({
  from,
  to,
}));

describe('what nobody read', () => {
  test('is the rest of the whole', () => {
    const whole = { from: 10, to: 20 };
    expect(gapsIn(whole, [])).toEqual([whole]);
    expect(gapsIn(whole, [{ from: 0, to: 30 }])).toEqual([]);
    expect(
      gapsIn(whole, [
        { from: 12, to: 14 },
        { from: 16, to: 18 },
      ]),
    ).toEqual([
      { from: 10, to: 12 },
      { from: 14, to: 16 },
      { from: 18, to: 20 },
    ]);
    expect(gapsIn(whole, [{ from: 0, to: 10 }])).toEqual([whole]);
  });

  test('what overlaps or touches is one, and what is empty is none', () => {
    expect(
      joined([
        { from: 5, to: 7 },
        { from: 1, to: 3 },
        { from: 3, to: 5 },
        { from: 9, to: 9 },
      ]),
    ).toEqual([{ from: 1, to: 7 }]);
  });

  test('each moment of the whole is read, or stands in exactly one gap', () => {
    assert(
      property(stretch, array(stretch, { maxLength: 6 }), (whole, parts) => {
        const gaps = gapsIn(whole, parts);
        for (let at = whole.from; at < whole.to; at += 1) {
          const isRead = parts.some(({ from, to }) => from <= at && at < to);
          const inGaps = gaps.filter(({ from, to }) => from <= at && at < to).length;
          expect(inGaps).toBe(isRead ? 0 : 1);
        }
        expect(gaps.every(({ from, to }) => from < to && from >= whole.from && to <= whole.to)).toBe(true);
      }),
    );
  });
});

describe('what a wanted log lacks', () => {
  const nothing = { available: true, downloaded: false, reviewed: false, covered: false };

  test('first the download, then the reading, then from when to when', () => {
    expect(missingOfLog(nothing)).toEqual(['download', 'review']);
    expect(missingOfLog({ ...nothing, downloaded: true })).toEqual(['review']);
    expect(missingOfLog({ ...nothing, downloaded: true, reviewed: true })).toEqual(['coverage']);
    expect(missingOfLog({ ...nothing, reviewed: true, covered: true })).toEqual(['download']);
    expect(missingOfLog({ available: true, downloaded: true, reviewed: true, covered: true })).toEqual([]);
  });

  test('one that is not to be had lacks nothing: the reason stands in its place', () => {
    expect(missingOfLog({ ...nothing, available: false })).toEqual([]);
  });
});
