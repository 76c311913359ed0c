import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync, writeFileSync } from 'node:fs';
import { IndexBuilder, loadWords } from '../../../src-main/logs/index/builder.ts';
import { IndexView } from '../../../src-main/logs/index/index-view.ts';
import { iisW3c } from '../../../src-main/logs/readers/iis-w3c.ts';
import { facetOf } from '../../../src-main/logs/search/facets.ts';
import { countRows, spanOf } from '../../../src-main/logs/search/histogram.ts';
import { LogSearch } from '../../../src-main/logs/search/log-search.ts';
import { answerQuestion } from '../../../src-main/logs/search/questions.ts';
import { SearchRun } from '../../../src-main/logs/search/search-run.ts';
import { shownRow } from '../../../src-main/logs/search/shown-row.ts';
import { openLogIndex, openLogIndexForReading } from '../../../src-main/store/log-index/open.ts';
import { deleteSource } from '../../../src-main/store/log-index/source.ts';
import { rawSql } from '../../../src-main/store/sql.ts';
import { IIS_FIELDS, iisRow } from '../../support/iis-lines.ts';
import { type TestIndex, indexKey, rawOf, search, testIndex } from './index.ts';
import { nothingGiven } from './read.ts';

const ROWS = 3000;
const HEAD = `#Software: x\n#Fields: ${IIS_FIELDS}\n`;
const plan = (seed: number): { rows: number; seed: number; shellEvery: number } => ({
  rows: ROWS,
  seed,
  shellEvery: 700,
});
const lines = (seed: number): string[] => Array.from({ length: ROWS }, (_, i) => iisRow(i, plan(seed)));
const first = lines(1);
const second = lines(50_000).map((line) => line.replace('10.0.4.21', '10.0.4.22'));
const timeOf = (line: string): number => Date.parse(`${line.slice(0, 19).replace(' ', 'T')}Z`);

let index: TestIndex;
beforeAll(() => {
  index = testIndex();
  index.add('one', iisW3c, HEAD + first.join('\n'));
  index.add('two', iisW3c, `${HEAD}${second.join('\n')}\n`);
});
afterAll(() => index.end());

const inOrder = (wanted: (line: string) => boolean): string[] =>
  [...first, ...second]
    .filter(wanted)
    .map((line, i) => ({ line, i }))
    .toSorted((a, b) => timeOf(a.line) - timeOf(b.line) || a.i - b.i)
    .map(({ line }) => line);

const column = (line: string, i: number): string => line.split(' ')[i] ?? '';

describe('a search finds what a look at every line finds, in the order of time', () => {
  it.each<[string, (line: string) => boolean]>([
    ['', () => true],
    ['whoami', (line) => line.includes('whoami')],
    ['WhoAmI', (line) => line.includes('whoami')],
    ['"windows nt"', (line) => line.includes('Windows+NT')],
    ['img', (line) => /img/i.test(line)],
    ['xq', (line) => /xq/i.test(line)],
    ['sess*', (line) => /(?<![a-z0-9_])sess/i.test(line)],
    ['ess*', (line) => /(?<![a-z0-9_])ess/i.test(line)],
    ['status:500', (line) => column(line, 11) === '500'],
    ['status>=400 -status:500', (line) => column(line, 11) === '404'],
    ['ms:100..110', (line) => Number(column(line, 14)) >= 100 && Number(column(line, 14)) <= 110],
    // Few rows are left to look at, and then each by itself; also its first and its last letters.
    ['status:500 basket', (line) => column(line, 11) === '500' && line.includes('basket')],
    ['status:500 2026-11*', (line) => column(line, 11) === '500'],
    ['status:500 ess*', (line) => column(line, 11) === '500' && /(?<![a-z0-9_])ess/i.test(line)],
    ['status:500 " 7"', (line) => column(line, 11) === '500' && line.includes(' 7')],
    ['status:500 "0 0 11"', (line) => column(line, 11) === '500' && / 0 0 11/.test(line)],
    ['uri:/uploads/*.cfm', (line) => column(line, 4).startsWith('/uploads/')],
    ['ip:203.0.113.0/24', (line) => column(line, 8) === '203.0.113.77'],
    [
      'ip:198.51.3.0/24 OR whoami',
      (line) => column(line, 8).startsWith('198.51.3.') || line.includes('whoami'),
    ],
    [
      '(status:404 OR status:500) path:/basket.cfm',
      (line) => ['404', '500'].includes(column(line, 11)) && column(line, 4) === '/basket.cfm',
    ],
    ['NOT agent:Mozilla*', (line) => !column(line, 9).startsWith('Mozilla')],
    ['source:two whoami', (line) => line.includes('10.0.4.22') && line.includes('whoami')],
    ['s-port:443 whoami', (line) => line.includes('whoami')],
    ['sc-win32-status:0 whoami', (line) => line.includes('whoami')],
    ['cs-uri-query:c=who*', (line) => line.includes('c=whoami')],
    ['sc-substatus>0', () => false],
    ['nothing-of-this-kind', () => false],
    ['is:undated', () => false],
  ])('%s', (query, wanted) => {
    expect(search(index.view(), query, { reader: iisW3c })).toEqual(inOrder(wanted));
  });

  it('within a time', () => {
    const [since, until] = [timeOf(first[500] ?? ''), timeOf(first[900] ?? '')];
    expect(search(index.view(), 'status:404', { since, until })).toEqual(
      inOrder((line) => column(line, 11) === '404' && timeOf(line) >= since && timeOf(line) <= until),
    );
  });

  it('and its first page is the beginning of all of it', () => {
    const view = index.view();
    const run = new SearchRun(view, { condition: null, since: null, until: null, offsetOf: () => 0 });
    run.go(() => run.found.length >= 50);
    expect(run.isDone).toBe(false);
    const page = run.found.slice(0, 50).map((row) => rawOf(view, row));
    expect(page).toEqual(inOrder(() => true).slice(0, 50));
  });

  it('with a clock that was wrong, in corrected order', () => {
    const view = index.view();
    const offsetOf = (source: number): number => (source === 1 ? 3600 : 0);
    const run = new SearchRun(view, { condition: null, since: null, until: null, offsetOf });
    run.go(() => false);
    const expected = [
      ...first.map((line) => [line, 3_600_000] as const),
      ...second.map((line) => [line, 0] as const),
    ]
      .toSorted((a, b) => timeOf(a[0]) + a[1] - timeOf(b[0]) - b[1])
      .map(([line]) => line);
    expect(run.found.slice(0, 6000).map((row) => rawOf(view, row))).toEqual(expected);
  });
});

describe('what is encoded', () => {
  it('is found decoded, once and twice, and as it stands', () => {
    const encoded = [
      '2026-11-17 01:00:00 /a id=1%20UNION%20SELECT%20x',
      '2026-11-17 01:00:01 /a id=%252e%252e%252fweb.config',
      '2026-11-17 01:00:02 /a id=100%',
    ];
    const other = testIndex();
    other.add('x', iisW3c, `#Fields: date time cs-uri-stem cs-uri-query\n${encoded.join('\n')}\n`);
    const view = other.view();
    expect(search(view, '"union select x"')).toEqual([encoded[0]]);
    expect(search(view, 'UNION%20SELECT')).toEqual([encoded[0]]);
    expect(search(view, '../web.config')).toEqual([encoded[1]]);
    expect(search(view, '%252e')).toEqual([encoded[1]]);
    expect(search(view, '100%')).toEqual([encoded[2]]);
    other.end();
  });

  it('is found where only a few rows of a block are looked at', () => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      ['2026-11-17 01:00:00', i % 2 === 0 ? '/a' : `/b%20%2520${i}`, 'x', i % 10 === 1 ? 500 : 200].join(' '),
    );
    const other = testIndex();
    other.add('x', iisW3c, `#Fields: date time cs-uri-stem cs-uri-query sc-status\n${rows.join('\n')}\n`);
    const view = other.view();
    expect(search(view, 'status:500 "b  1"')).toEqual([rows[1], rows[11]]);
    expect(search(view, 'status:500 "b %2031"')).toEqual([rows[31]]);
    expect(search(view, 'status:500 "/a"')).toEqual([]);
    other.end();
  });
});

describe('what is asked of the thread', () => {
  const wish = { query: 'status:200', since: null, until: null, limit: 1 };

  it('is a search with what sources are called, and one that knows of all of them', () => {
    const searching = new LogSearch(index.view());
    const known = searching.view.sources.map(({ id }) => id);
    const labels = known.map((id) => ({ id, exhibit: `EV-00${id}`, title: '', shift: -3600 }));
    const ask = (heard: readonly number[]) =>
      answerQuestion(searching, { name: 'search', ...wish, labels, known: heard });
    expect(ask(known.slice(1))).toEqual({ found: null });
    expect(ask(known)).toMatchObject({ found: { search: 1, page: [{ columns: { status: 200 } }] } });
    expect(searching.nameOf(known[0] ?? 0)).toBe(labels[0]?.exhibit);
    expect(searching.offsetOf(known[0] ?? 0)).toBe(-3600);
  });

  it('is no page where another search waits', () => {
    let waits = false;
    const searching = new LogSearch(index.view(), () => waits);
    const { search: number } = searching.search(wish, 1);
    expect(searching.page(number, 0, 1)).toHaveLength(1);
    waits = true;
    expect(() => searching.page(number, 50, 50)).toThrow('Another search began');
  });
});

describe('counts', () => {
  it('of columns are those of the lines', () => {
    const view = index.view();
    const run = new SearchRun(view, { condition: null, since: null, until: null, offsetOf: () => 0 });
    run.go(() => false);
    const expected = new Map<string, number>();
    for (const line of [...first, ...second]) {
      expected.set(column(line, 11), (expected.get(column(line, 11)) ?? 0) + 1);
    }
    const facet = facetOf(view, 'status', run.found, 20);
    expect(Object.fromEntries(facet?.values.map(({ value, rows }) => [value, rows]) ?? [])).toEqual(
      Object.fromEntries(expected),
    );
    const addresses = facetOf(view, 'address', run.found, 3);
    expect(addresses?.values[0]).toEqual({ value: '203.0.113.77', rows: 8 });
    expect(addresses?.distinct).toBe(new Set([...first, ...second].map((line) => column(line, 8))).size);
    expect(facetOf(view, 'nonsense', run.found, 3)).toBeNull();
  });

  it('end where another search waits, and only there', () => {
    for (const waits of [false, true]) {
      let asked = 0;
      const searching = new LogSearch(index.view(), () => {
        asked += 1;
        return waits;
      });
      const { search: number } = searching.search({ query: '', since: null, until: null }, 10);
      const counted = [
        () => searching.facets(number, ['status'], 5),
        () => searching.facets(number, ['source'], 5),
        () => searching.histogram(number, 10, null),
      ];
      for (const count of counted) {
        if (waits) expect(count).toThrow('Another search began meanwhile.');
        else expect(count()).toBeTruthy();
      }
      expect(asked).toBeGreaterThanOrEqual(counted.length);
    }
  });

  it('over time sum up to all rows, and fall where they belong', () => {
    const view = index.view();
    const span = spanOf(view, () => 0) ?? { first: 0, last: 0 };
    expect(span).toEqual({ first: timeOf(first[0] ?? ''), last: timeOf(first.at(-1) ?? '') });
    const bins = { from: span.first, to: span.last + 1, count: 10 };
    const counts = countRows(view, bins, () => 0, null);
    expect(counts.reduce((sum, rows) => sum + rows, 0)).toBe(2 * ROWS);
    const width = (bins.to - bins.from) / 10;
    const fourth = [...first, ...second].filter(
      (line) => Math.floor((timeOf(line) - bins.from) / width) === 3,
    );
    expect(counts[3]).toBe(fourth.length);
  });
});

describe('the index', () => {
  it('shows a row with its place, its columns and what it needs to be understood', () => {
    const view = index.view();
    const [row] = [ROWS + 5];
    expect(shownRow(view, row, 10_000)).toMatchObject({
      source: 2,
      line: 8,
      raw: second[5],
      ms: timeOf(second[5] ?? ''),
      flags: [],
      context: IIS_FIELDS,
      columns: { address: column(second[5] ?? '', 8), status: Number(column(second[5] ?? '', 11)) },
    });
    expect(shownRow(view, 2 * ROWS, 10)).toBeNull();
  });

  it('goes on after a kill with no row twice and none lost', () => {
    const text = HEAD + first.join('\n');
    for (const cut of [0, 1, 1700, ROWS]) {
      const other = testIndex();
      const half = new IndexBuilder(other.db, loadWords(other.db), {
        exhibit: 'x',
        member: '',
        reader: 'iis-w3c',
        given: '{}',
      });
      const broken = iisW3c.open(nothingGiven, half);
      broken.feed(Buffer.from(HEAD + first.slice(0, cut).join('\n') + '\n'));
      // As a full segment does in the middle of a file.
      half.saveSoFar();
      broken.feed(Buffer.from(first.slice(cut, cut + 50).join('\n')));
      other.add('x', iisW3c, text);
      expect(search(other.view(), '')).toEqual(first);
      expect(shownRow(other.view(), ROWS - 1, 10_000)?.context).toBe(IIS_FIELDS);
      other.end();
    }
  });

  it('unpacks nothing where no block holds the letters, and little for a rare word', () => {
    const own = testIndex();
    const rare = first.map((line, i) => (i === 1500 ? `${line}&k=zq8w` : line));
    own.add('one', iisW3c, HEAD + rare.join('\n'));
    const view = own.view();
    let unpacked = 0;
    const read = view.readBlock.bind(view);
    view.readBlock = (segment, place) => {
      unpacked++;
      return read(segment, place);
    };
    const blocks = view.segments.reduce((sum, segment) => sum + segment.blocks.length - 1, 0);
    const counted = (line: string): [number, number] => {
      unpacked = 0;
      return [search(view, line).length, unpacked];
    };
    expect(blocks).toBeGreaterThan(4);
    expect(counted('"union select"')).toEqual([0, 0]);
    expect(counted('zq8w')[0]).toBe(1);
    expect(unpacked).toBeLessThan(3);
    // A word of every row (control).
    expect(counted('shop')[0]).toBe(first.filter((line) => line.includes('shop')).length);
    expect(unpacked).toBeGreaterThanOrEqual(blocks);
    own.end();
  });

  it('shows the same of a row, whatever was looked at before and however little is kept', () => {
    const kept = { columns: 0, filters: 0, shown: 0, blocks: 0 };
    const [view, small] = [index.view(), new IndexView(index.db, kept)];
    search(view, 'status:500 basket');
    for (const row of [0, 1499, ROWS - 1, ROWS, 2 * ROWS - 1]) {
      expect(shownRow(view, row, 10_000)).toEqual(shownRow(small, row, 10_000));
    }
    expect(search(small, 'whoami status<500')).toEqual(search(view, 'whoami status<500'));
    expect(view.segments.map((segment) => view.earliest(segment)[0])).toEqual(
      [first, second].map(([line]) => timeOf(line ?? '')),
    );
  });

  it('can be read while it is written', () => {
    const own = testIndex();
    own.add('one', iisW3c, HEAD + first.join('\n'));
    const reading = openLogIndexForReading(own.path, indexKey);
    if (reading === null) throw new Error('another layout');
    const view = new IndexView(reading);
    expect(view.rows).toBe(ROWS);
    own.add('two', iisW3c, HEAD + first.join('\n'));
    expect(view.refresh()).toBe(true);
    expect(view.rows).toBe(2 * ROWS);
    expect(search(view, 'source:two whoami')).toHaveLength(4);
    reading.close();
    own.end();
  });

  it('says where the rows of a run that was broken off are not those that are read again', () => {
    const own = testIndex();
    const source = { exhibit: 'one', member: '', reader: iisW3c.id, given: '{}' };
    const run = (text: string, isWhole: boolean): boolean => {
      const builder = new IndexBuilder(own.db, loadWords(own.db), source);
      const reading = iisW3c.open(nothingGiven, builder);
      reading.feed(Buffer.from(text));
      if (isWhole) {
        reading.end();
        builder.finish(text.length);
      } else builder.saveSoFar();
      return builder.isSame;
    };
    expect(run(`${HEAD}${first.slice(0, 2000).join('\n')}\n`, false)).toBe(true);
    expect(run(HEAD + first.slice(0, 2500).join('\n'), false)).toBe(true);
    const other = first.map((line, i) => (i === 1999 ? line.replace('443', '444') : line));
    expect(run(HEAD + other.join('\n'), true)).toBe(false);
    expect(new IndexView(own.db).rows).toBe(ROWS);
    own.end();
  });

  it('of another layout is none to those who read, and made anew to write', () => {
    const own = testIndex();
    own.add('one', iisW3c, HEAD + first.join('\n'));
    own.db.run(rawSql('PRAGMA user_version = 1'));
    own.db.close();
    expect(openLogIndexForReading(own.path, indexKey)).toBeNull();
    const again = openLogIndex(own.path, indexKey);
    expect(new IndexView(again).rows).toBe(0);
    expect(openLogIndexForReading(own.path, indexKey)).not.toBeNull();
    again.close();
    own.end();
  });

  it('shows what took the place of a source that was taken out, to one who looked before', () => {
    const own = testIndex();
    own.add('one', iisW3c, HEAD + first.slice(0, 50).join('\n'));
    own.add('two', iisW3c, HEAD + first.slice(50, 90).join('\n'));
    const view = own.view();
    expect(search(view, 'source:two')).toEqual(first.slice(50, 90));
    deleteSource(own.db, view.sources[1]?.id ?? 0);
    own.add(
      'two',
      iisW3c,
      `#Fields: ${IIS_FIELDS} x\n${second
        .slice(0, 30)
        .map((line) => `${line} 1`)
        .join('\n')}`,
    );
    expect(view.refresh()).toBe(true);
    expect(search(view, 'source:two')).toEqual(second.slice(0, 30).map((line) => `${line} 1`));
    expect(shownRow(view, 60, 1000)?.context).toBe(`${IIS_FIELDS} x`);
    own.end();
  });

  it('is encrypted, and made anew where it is damaged or has another key', () => {
    const own = testIndex();
    own.add('one', iisW3c, HEAD + first.join('\n'));
    own.db.close();
    const bytes = readFileSync(own.path);
    expect(bytes.includes('whoami')).toBe(false);
    expect(bytes.includes('SQLite format')).toBe(false);
    expect(openLogIndexForReading(own.path, Buffer.alloc(32, 8))).toBeNull();
    const other = openLogIndex(own.path, Buffer.alloc(32, 8));
    expect(new IndexView(other).rows).toBe(0);
    other.close();
    writeFileSync(own.path, 'no database at all, whatever it is called'.repeat(1000));
    const again = openLogIndex(own.path, indexKey);
    expect(new IndexView(again).rows).toBe(0);
    again.close();
    own.end();
  });
});
