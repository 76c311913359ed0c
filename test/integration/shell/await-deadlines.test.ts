import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { awaitDeadlines } from '../../../src-main/shell/await-deadlines.ts';

const START = Date.parse('2026-11-17T23:59:30Z');
const MIDNIGHT = Date.parse('2026-11-18T00:00:00Z');

beforeEach(() => vi.useFakeTimers({ now: START }));
afterEach(() => vi.useRealTimers());

describe('who waits for deadlines', () => {
  test('is told before and when each has come, within a second, and once', () => {
    const told: string[] = [];
    const { watch } = awaitDeadlines((sign) => told.push(`${sign} ${new Date().toISOString()}`));
    const times = [{ soon: MIDNIGHT - 10_000, last: MIDNIGHT - 5000, due: MIDNIGHT }];
    watch(times);
    vi.advanceTimersByTime(19_999);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    // The same list again, as after each entry.
    watch(times);
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([
      'soon 2026-11-17T23:59:50.000Z',
      'last 2026-11-17T23:59:55.000Z',
      'due 2026-11-18T00:00:00.000Z',
    ]);
  });

  test('is not told of what lies behind, nor of what does not count any more', () => {
    const told: string[] = [];
    const { watch } = awaitDeadlines((sign) => told.push(sign));
    watch([{ soon: START - 2000, last: START - 1500, due: START - 1000 }]);
    watch([{ soon: START + 1000, last: START + 1500, due: START + 2000 }]);
    watch([]);
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([]);
  });

  test('is told at once after a sleep, or when the clock was set forward', () => {
    const told: string[] = [];
    let now = START;
    const { watch, end } = awaitDeadlines(
      (sign) => told.push(sign),
      () => now,
    );
    watch([{ soon: START + 3_600_000, last: START + 5_400_000, due: START + 7_200_000 }]);
    now = START + 8_000_000;
    vi.advanceTimersByTime(30_000);
    expect(told).toEqual(['soon', 'last', 'due']);
    end();
  });
});
