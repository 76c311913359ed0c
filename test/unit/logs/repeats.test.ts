import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LogOrigin, forgetSource, markRepeats } from '../../../src-main/logs/index/mark-repeats.ts';
import { iisW3c } from '../../../src-main/logs/readers/iis-w3c.ts';
import { jsonl } from '../../../src-main/logs/readers/jsonl.ts';
import { logRepeats } from '../../../src-main/store/log-index/repeat.ts';
import { logSources } from '../../../src-main/store/log-index/source.ts';
import { type TestIndex, search, testIndex } from './index.ts';

const HEAD = '#Fields: date time cs-method cs-uri-stem c-ip sc-status\n';
const START = Date.UTC(2026, 10, 17);
/** Some in each second, and some of those alike. */
const line = (i: number): string => {
  const time = new Date(START + Math.floor(i / 5) * 1000).toISOString();
  return `${time.slice(0, 10)} ${time.slice(11, 19)} GET /${Math.floor(i / 2) % 40} 198.51.100.${i % 3 === 0 ? 1 : i % 7} 200`;
};
const lines = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) => line(from + i));
const log = (rows: readonly string[]): string => `${HEAD}${rows.join('\n')}\n`;

let index: TestIndex;
beforeEach(() => {
  index = testIndex();
});
afterEach(() => index.end());

const origins = (...names: (string | readonly [name: string, host: string])[]): LogOrigin[] =>
  names.map((one) =>
    typeof one === 'string' ? { exhibit: one, host: '' } : { exhibit: one[0], host: one[1] },
  );
const mark = (...names: Parameters<typeof origins>): void =>
  markRepeats(index.db, origins(...names), () => undefined);
const found = (): (readonly (number | string)[])[] => {
  const name = new Map(logSources(index.db).map(({ id, exhibit }) => [id, exhibit]));
  return logRepeats(index.db).map((one) => [
    `${name.get(one.source)} of ${name.get(one.other)}`,
    one.from_row,
    one.total_rows,
    one.other_row,
  ]);
};

describe('rows of a later exhibit that stand in an earlier one', () => {
  it('are marked, searched for and left out, and none is dropped', () => {
    index.add('one', iisW3c, log(lines(0, 1000)));
    mark('one');
    const view = index.view();
    index.add('two', iisW3c, log(lines(700, 1500)));
    view.refresh();
    // Flags are looked at, and kept, before they change.
    expect(search(view, 'is:repeated')).toEqual([]);
    mark('one', 'two');
    expect(found()).toEqual([['two of one', 0, 300, 700]]);
    view.refresh();
    expect(search(view, 'is:repeated')).toEqual(lines(700, 1000));
    expect(search(view, 'is:repeated source:two')).toHaveLength(300);
    expect(search(view, '-is:repeated').toSorted()).toEqual(lines(0, 1500).toSorted());
    expect(search(view, '')).toHaveLength(1800);
  });

  it('are those of the later exhibit, whichever was read first', () => {
    index.add('two', iisW3c, log(lines(700, 1500)));
    mark('two');
    index.add('one', iisW3c, log(lines(0, 1000)));
    mark('one', 'two');
    expect(found()).toEqual([['two of one', 0, 300, 700]]);
  });

  it('are all of them where a log grew, or was taken in twice, whatever its heading', () => {
    index.add('one', iisW3c, log(lines(0, 40)));
    index.add('two', iisW3c, log(lines(0, 90)));
    index.add('three', iisW3c, `#Software: x\n${log(lines(20, 40))}`);
    mark('one', 'two', 'three');
    expect(found()).toEqual([
      ['two of one', 0, 40, 0],
      ['three of one', 0, 20, 20],
      ['three of two', 0, 20, 20],
    ]);
  });

  it('are few at the seam, also where the last line was half written', () => {
    const [half] = [line(99).slice(0, -4)];
    index.add('one', iisW3c, log([...lines(0, 99), half]));
    index.add('two', iisW3c, log(lines(96, 200)));
    mark('one', 'two');
    expect(found()).toEqual([['two of one', 0, 3, 96]]);
  });

  it('are in pieces where rows are missing in one of the two', () => {
    index.add('one', iisW3c, log([...lines(0, 400), ...lines(500, 900)]));
    index.add('two', iisW3c, log(lines(100, 1000)));
    mark('one', 'two');
    expect(found()).toEqual([
      ['two of one', 0, 300, 100],
      ['two of one', 400, 400, 400],
    ]);
  });

  it('are found without a time where the log grew at its end, or was cut at its beginning', () => {
    const undated = (from: number, to: number): string =>
      Array.from({ length: to - from }, (_, i) => `{"who":"user ${(from + i) % 40}","n":${from + i}}\n`).join(
        '',
      );
    index.add('one', jsonl, undated(0, 400));
    index.add('grown', jsonl, undated(0, 900));
    index.add('rotated', jsonl, undated(100, 900));
    index.add('other rows', jsonl, undated(5000, 5400));
    // A line or two that say the same in two logs are no copy of each other.
    index.add('short', jsonl, undated(0, 3));
    mark('one', 'grown', 'rotated', 'other rows', 'short');
    expect(found()).toEqual([
      ['grown of one', 0, 400, 0],
      ['rotated of grown', 0, 800, 100],
    ]);
  });

  it('are none of another machine, and none by chance', () => {
    index.add('one', iisW3c, log(lines(0, 400)));
    index.add('other host', iisW3c, log(lines(0, 400)));
    // The same at a few seconds, but never many in a row.
    index.add(
      'another log',
      iisW3c,
      log(lines(0, 400).map((row, i) => (i % 12 === 0 ? row.replace('GET', 'HEAD') : row))),
    );
    index.add('the day after', iisW3c, log(lines(0, 400).map((row) => row.replace('-17', '-18'))));
    mark(['one', 'WEB01'], ['other host', 'web02'], ['another log', ''], ['the day after', 'web01 ']);
    expect(found()).toEqual([]);
    expect(logSources(index.db).every(({ compared }) => compared === 1)).toBe(true);
  });

  it('are marked no more when the earlier log is taken out, and again when it is back', () => {
    index.add('one', iisW3c, log(lines(0, 400)));
    index.add('two', iisW3c, log(lines(200, 600)));
    mark('one', 'two');
    const [one] = logSources(index.db);
    const view = index.view();
    expect(search(view, 'is:repeated')).toHaveLength(200);
    forgetSource(index.db, one?.id ?? 0);
    view.refresh();
    expect([found(), search(view, 'is:repeated'), search(view, '')]).toEqual([[], [], lines(200, 600)]);
    index.add('one', iisW3c, log(lines(0, 400)));
    mark('one', 'two');
    view.refresh();
    expect(search(view, 'is:repeated')).toEqual(lines(200, 400));
  });

  it('are not half written where the work is broken off', () => {
    index.add('one', iisW3c, log(lines(0, 400)));
    index.add('two', iisW3c, log(lines(200, 600)));
    const broken = (): never => {
      throw new Error('cancelled');
    };
    expect(() => markRepeats(index.db, origins('one', 'two'), broken)).toThrow('cancelled');
    expect(found()).toEqual([]);
    mark('one', 'two');
    expect(found()).toEqual([['two of one', 0, 200, 200]]);
  });
});
