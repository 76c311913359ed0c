import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { awaitPlanReview } from '../../../src-main/shell/await-plan-review.ts';

const START = Date.parse('2026-11-17T23:59:30Z');
const MIDNIGHT = Date.parse('2026-11-18T00:00:00Z');

beforeEach(() => vi.useFakeTimers({ now: START }));
afterEach(() => vi.useRealTimers());

/** What the preparation says, and what was told. */
function watched(due: number | null, refused = false) {
  const said = { due, refused, present: true };
  const told: string[] = [];
  const end = awaitPlanReview({
    ask: async () => {
      if (said.refused) throw new Error('the profile is locked');
      return Promise.resolve(said.due);
    },
    tell: () => {
      if (said.present) told.push(new Date().toISOString());
      return said.present;
    },
  });
  return { said, told, end };
}

describe('who waits for the review of the plan', () => {
  test('is told when the date has come, within a second, and once', async () => {
    const { told, end } = watched(MIDNIGHT);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(told).toEqual(['2026-11-18T00:00:00.000Z']);
    end();
  });

  test('is told at the start of what became due while the program did not run', async () => {
    const { told, end } = watched(START - 90 * 24 * 3_600_000);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['2026-11-17T23:59:30.000Z']);
    end();
  });

  test('is not told where the plan was approved meanwhile, nor of what was told already', async () => {
    const { said, told, end } = watched(MIDNIGHT);
    await vi.advanceTimersByTimeAsync(10_000);
    said.due = null;
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(told).toEqual([]);
    // The next date is one of its own; it is learned within the hour.
    said.due = Date.now() + 2 * 3_600_000;
    await vi.advanceTimersByTimeAsync(2 * 3_600_000);
    expect(told).toHaveLength(1);
    end();
  });

  test('is told later where the profile is locked, or no window is there', async () => {
    const { said, told, end } = watched(START - 1000, true);
    said.present = false;
    await vi.advanceTimersByTimeAsync(60_000);
    said.refused = false;
    await vi.advanceTimersByTimeAsync(300_000);
    expect(told).toEqual([]);
    said.present = true;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(told).toHaveLength(1);
    end();
  });

  test('hears nothing any more once it has ended', async () => {
    const { told, end } = watched(MIDNIGHT);
    end();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(told).toEqual([]);
  });
});
