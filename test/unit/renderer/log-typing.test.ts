import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useLogSearch } from '../../../src-renderer/state/log-search-state.ts';
import { fitLogRows, resetLogSearch, typeQuery } from '../../../src-renderer/state/log-search.ts';

const asked: string[] = [];
const limits: number[] = [];
let counted = 0;
const answers: (() => void)[] = [];

/** Stands for the engine: a search is answered when the test says so. */
const call = async (
  name: string,
  request: { readonly query: string; readonly limit: number },
): Promise<unknown> => {
  const refused = { ok: false, error: { code: 'wrong-use', message: '', details: {} } };
  if (name === 'log.progress') counted += 1;
  if (name !== 'log.search' || request.query.endsWith('(')) return refused;
  asked.push(request.query);
  limits.push(request.limit);
  await new Promise<void>((resolve) => void answers.push(resolve));
  const state = {
    search: asked.length,
    matched: 0,
    isDone: true,
    looked: 0,
    rows: 9,
    milliseconds: 1,
    page: [],
  };
  return { ok: true, data: state };
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { holdfast: { call } });
  resetLogSearch();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('the first letter after a pause is searched for at once, and what follows fast with the last one', async () => {
  typeQuery('w');
  expect(asked).toEqual(['w']);
  await vi.advanceTimersByTimeAsync(10);
  typeQuery('wh');
  await vi.advanceTimersByTimeAsync(10);
  typeQuery('who');
  await vi.advanceTimersByTimeAsync(40);
  // One is under way at a time.
  expect(asked).toEqual(['w']);
  answers.shift()?.();
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual(['w', 'who']);
  answers.shift()?.();
  await vi.advanceTimersByTimeAsync(1);
  expect(useLogSearch.getState().searched).toBe('who');
});

test('a search that is refused leaves the one before it, which is counted on', async () => {
  typeQuery('who');
  await vi.advanceTimersByTimeAsync(1);
  answers.shift()?.();
  await vi.advanceTimersByTimeAsync(100);
  const before = counted;
  typeQuery('who (');
  await vi.advanceTimersByTimeAsync(100);
  expect(useLogSearch.getState()).toMatchObject({ searched: 'who', error: { code: 'wrong-use' } });
  expect(counted).toBeGreaterThan(before);
});

test('as many rows as fit on the screen are waited for, and no more than a page', async () => {
  for (const [fits, limit] of [
    [17.4, 19],
    [400, 100],
  ] as const) {
    fitLogRows(fits);
    typeQuery(`mozilla ${fits}`);
    await vi.advanceTimersByTimeAsync(100);
    expect(limits.at(-1)).toBe(limit);
    answers.shift()?.();
    await vi.advanceTimersByTimeAsync(100);
  }
});
