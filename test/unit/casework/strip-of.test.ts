import { describe, expect, test } from 'vitest';
import { MISS } from '../../../src-main/casework/match-timeline.ts';
import { stripOf } from '../../../src-main/casework/strip-of.ts';

const HOUR = 3_600_000;
/** One old entry, and a night of a hundred a year later. */
const night = 365 * 24 * HOUR;
const times = [0, ...Array.from({ length: 100 }, (_, i) => night + i * 60_000)];
const all = { misses: new Uint8Array(times.length) };
const strip = (zoom: Parameters<typeof stripOf>[2]['zoom'], match = all) =>
  stripOf(times, match, { buckets: 10, zoom });

describe('the strip', () => {
  test('of the whole record is flat where one entry stretches it', () => {
    const whole = strip(undefined);
    expect(whole?.counts).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 100]);
    expect(whole).toMatchObject({ from: 0, to: night + 99 * 60_000, outside: 0 });
  });

  test('of where the entries are spreads the night out and counts what lies outside', () => {
    const dense = strip('dense');
    expect(dense?.from).toBeGreaterThan(night - 10 * 60_000);
    expect(dense?.to).toBeLessThanOrEqual(night + 100 * 60_000);
    expect(dense?.counts.filter((n) => n > 0).length).toBeGreaterThan(8);
    expect((dense?.counts ?? []).reduce((sum, n) => sum + n, 0) + (dense?.outside ?? 0)).toBe(101);
    expect(dense?.outside).toBeGreaterThanOrEqual(1);
    expect(dense?.whole).toEqual({ from: 0, to: night + 99 * 60_000 });
  });

  test('of a stretch has that one alone, and one that is no stretch does no harm', () => {
    const hour = strip({ from: night, to: night + HOUR });
    expect(hour).toMatchObject({ from: night, to: night + HOUR, outside: 40 });
    expect(hour?.counts).toEqual([6, 6, 6, 6, 6, 6, 6, 6, 6, 7]);
    expect(strip({ from: 5, to: 5 })).toMatchObject({ from: 5, to: 6, outside: 101 });
  });

  test('counts what the other filters show, whatever span is chosen', () => {
    const misses = new Uint8Array(times.length).fill(MISS.kinds, 0, 51).fill(MISS.time, 51);
    expect(strip(undefined, { misses })?.counts).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 50]);
  });

  test('of too few entries is the whole, and of none there is none', () => {
    expect(stripOf([0, HOUR], all, { buckets: 2, zoom: 'dense' })).toMatchObject({ from: 0, to: HOUR });
    expect(stripOf([7], all, { buckets: 2, zoom: 'dense' })).toMatchObject({ from: 7, to: 60_007 });
    expect(stripOf([], all, { buckets: 2, zoom: undefined })).toBeNull();
  });
});
