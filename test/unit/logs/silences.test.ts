import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IndexView } from '../../../src-main/logs/index/index-view.ts';
import { rowColumns } from '../../../src-main/logs/index/segment-draft.ts';
import { iisW3c } from '../../../src-main/logs/readers/iis-w3c.ts';
import { LogSearch } from '../../../src-main/logs/search/log-search.ts';
import { type TestIndex, testIndex } from './index.ts';

let index: TestIndex;
beforeEach(() => {
  index = testIndex();
});
afterEach(() => index.end());

const START = Date.UTC(2026, 10, 17);
const log = (...seconds: readonly number[]): string => {
  const rows = seconds.map((second) => {
    const time = new Date(START + second * 1000).toISOString();
    return `${time.slice(0, 10)} ${time.slice(11, 19)} GET /${second} 198.51.100.7 200\n`;
  });
  return `#Fields: date time cs-method cs-uri-stem c-ip sc-status\n${rows.join('')}`;
};
const each30 = (from: number, to: number): number[] =>
  Array.from({ length: (to - from) / 30 }, (_, i) => from + i * 30);
const HOUR = 3600;

/** An index of which it is known which columns were read from the file. */
function watched(): { readonly search: LogSearch; readonly read: string[] } {
  const read: string[] = [];
  const db: typeof index.db = {
    ...index.db,
    get: (query) => {
      const name = query.values[1];
      if (typeof name === 'string') read.push(name);
      return index.db.get(query);
    },
  };
  return { search: new LogSearch(new IndexView(db)), read };
}

describe('silences of a log', () => {
  it('are where it says nothing for long, moved with its clock', () => {
    index.add('one', iisW3c, log(...each30(0, HOUR), ...each30(4 * HOUR, 5 * HOUR)));
    const { search } = watched();
    const [id = 0] = search.view.sources.map((source) => source.id);
    const [silence, ...more] = search.silences().get(id) ?? [];
    expect(more).toEqual([]);
    expect(Math.abs((silence?.from ?? 0) - START - HOUR * 1000)).toBeLessThan(61_000);
    expect(Math.abs((silence?.to ?? 0) - START - 4 * HOUR * 1000)).toBeLessThan(61_000);
    search.label([{ id, exhibit: 'EV-001', title: '', shift: -HOUR }]);
    expect(search.silences().get(id)).toEqual([
      { from: (silence?.from ?? 0) - HOUR * 1000, to: (silence?.to ?? 0) - HOUR * 1000 },
    ]);
  });

  it('are looked for once, without keeping the times of a long log for it, and anew when it grew', () => {
    index.add('one', iisW3c, log(...each30(0, HOUR), ...each30(4 * HOUR, 5 * HOUR)));
    const { search, read } = watched();
    const times = (): number => read.filter((name) => name === rowColumns.time).length;
    const first = search.silences();
    expect(times()).toBe(1);
    expect(search.silences()).toEqual(first);
    expect(times()).toBe(1);
    const [segment] = search.view.segments;
    if (segment === undefined) throw new Error('no segment');
    search.view.column(segment, rowColumns.time);
    expect(times()).toBe(2);
    index.add('two', iisW3c, log(0, 30));
    search.view.refresh();
    expect(search.silences().size).toBe(2);
    expect(times()).toBe(2);
  });
});
