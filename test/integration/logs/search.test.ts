import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LogImported } from '../../../src-main/contract/log-index.ts';
import { PASSPHRASE } from '../../support/cli.ts';
import { IIS_FIELDS, writeIisLog } from '../../support/iis-lines.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';

const ROWS = 20_000;
const plan = { rows: ROWS, seed: 5, shellEvery: 5000 };

let folder = '';
let path = '';
let engine: OpenEngine;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-logs-'));
  path = join(folder, 'case.holdfast');
  writeIisLog(join(folder, 'u_ex261116.log'), plan);
  engine = openEngine(join(folder, 'profile'), { as: 'Ada' });
  await engine.ask('case.create', {
    path,
    title: 'Uploads on WEB01',
    passphrase: PASSPHRASE,
    zone: 'Europe/Berlin',
  });
  await engine.job('evidence.add', { paths: [join(folder, 'u_ex261116.log')], type: 'log' });
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

const read = (exhibit: string): Promise<unknown> =>
  engine.job('log.import', { items: [{ exhibit, member: '', readAs: null }] });
const find = (query: string, limit = 100) =>
  engine.ask('log.search', { query, since: null, until: null, limit });

test('before anything was read there is nothing to search, and it says so', async () => {
  expect((await engine.ask('log.sources', {})).sources).toEqual([]);
  expect((await engine.refused('log.search', { query: 'a', since: null, until: null, limit: 5 })).code).toBe(
    'wrong-use',
  );
});

test('a file and an exhibit are recognised before anything is written', async () => {
  const { files } = await engine.ask('log.inspect', {
    paths: [join(folder, 'u_ex261116.log'), join(folder, 'nowhere.log')],
    exhibits: ['EV-001'],
  });
  expect(files.map(({ name, proposals }) => [name, proposals[0]?.reader])).toEqual([
    ['u_ex261116.log', 'iis-w3c'],
    ['nowhere.log', undefined],
    ['u_ex261116.log', 'iis-w3c'],
  ]);
  expect(files[1]?.fault).toMatch(/nowhere\.log/);
});

test('a pipe is refused at once', async () => {
  spawnSync('mkfifo', [join(folder, 'pipe.log')]);
  const { files } = await engine.ask('log.inspect', {
    paths: [join(folder, 'pipe.log')],
    exhibits: [],
  });
  expect(files.map(({ fault }) => fault)).toEqual([expect.stringMatching(/pipe\.log is a pipe or a device/)]);
});

test('an exhibit is read into the index, and how it was read is an entry', async () => {
  const imported = (await read('EV-001')) as LogImported;
  expect(imported).toMatchObject({ rows: ROWS, problems: 0 });
  expect(imported.sources).toMatchObject([
    { exhibit: 'EV-001', rows: ROWS, undated: 0, state: 'indexed', first: '2026-11-16T18:00:00.000Z' },
  ]);
  const { entries } = await engine.ask('timeline.list', { kinds: ['log-source'] });
  expect(entries.map(({ text }) => text)).toEqual([`Log read: EV-001 as iis-w3c, ${ROWS} rows`]);
});

test('what is found is what the raw file holds, with the place of each row', async () => {
  const lines = readFileSync(join(folder, 'u_ex261116.log'), 'utf8').split('\r\n');
  const expected = lines.flatMap((line, i) => (line.includes('whoami') ? [i + 1] : []));
  const { page, search } = await find('WHOAMI');
  expect(page.map(({ line }) => line)).toEqual(expected);
  expect(page[0]).toMatchObject({
    exhibit: 'EV-001',
    columns: { path: '/uploads/img_7731.cfm', status: 200 },
  });
  expect(
    await engine.ask('log.progress', {
      search,
      bins: 4,
      from: null,
      to: null,
      facets: ['address', 'source'],
      top: 5,
    }),
  ).toMatchObject({
    matched: expected.length,
    isDone: true,
    rows: ROWS,
    histogram: { found: [1, 1, 1, 1] },
    facets: [
      { column: 'address', values: [{ value: '203.0.113.77', rows: 4 }], distinct: 1 },
      { column: 'source', values: [{ value: 'EV-001', rows: 4 }] },
    ],
  });
  const [first] = page;
  const whole = await engine.ask('log.row', { ref: first?.ref ?? '' });
  expect(whole.row.raw).toBe(lines[(first?.line ?? 0) - 1]);
  expect(whole.fields.map(({ name }) => name)).toEqual(IIS_FIELDS.split(' '));
  expect(readFileSync(join(folder, 'u_ex261116.log')).subarray(whole.offset).toString('utf8', 0, 40)).toBe(
    whole.row.raw.slice(0, 40),
  );
  // The same row by its label and line.
  expect(await engine.ask('log.row', { ref: `EV-001:${first?.line}` })).toEqual(whole);
  const around = await engine.ask('log.around', { ref: first?.ref ?? '', minutes: 1, limit: 20 });
  expect(around.page).toHaveLength(20);
  expect(around.page[around.at]?.ref).toBe(first?.ref);
});

test('counting goes on behind the first page', async () => {
  const { search, page, isDone } = await find('mozilla', 10);
  expect(page).toHaveLength(10);
  expect(isDone).toBe(false);
  const at = () => engine.ask('log.progress', { search, bins: 0, from: null, to: null, facets: [], top: 1 });
  await expect.poll(async () => (await at()).isDone, { timeout: 10_000 }).toBe(true);
  expect((await at()).matched).toBe(ROWS - 4);
  const { page: last } = await engine.ask('log.page', { search, from: ROWS - 14, count: 100 });
  expect(last).toHaveLength(10);
  await find('other');
  expect((await engine.refused('log.page', { search, from: 0, count: 1 })).message).toMatch(/Another search/);
});

test('rows become an entry with file, hash, line and text, at the time of the rows', async () => {
  const { page } = await find('whoami');
  const { entry } = await engine.ask('log.pin', {
    rows: page.slice(0, 2).map(({ ref }) => ref),
    remark: 'A shell answers',
    finding: null,
  });
  expect(entry).toMatchObject({ kind: 'citation', occurred: { utc: page[0]?.time?.replace('Z', '.000Z') } });
  expect(entry.text).toMatch(/^A shell answers: from EV-001 line 5004: .*whoami.*\(and 1 more\)$/);
});

test('a clock that was ahead moves what is shown, and never what was written', async () => {
  const before = (await find('whoami')).page[0];
  await engine.ask('log.clock-offset', { exhibit: 'EV-001', seconds: 90 });
  const after = (await find('whoami')).page[0];
  expect(after?.written).toBe(before?.written);
  expect(Date.parse(before?.time ?? '') - Date.parse(after?.time ?? '')).toBe(90_000);
  await engine.ask('log.clock-offset', { exhibit: 'EV-001', seconds: 0 });
});

test('searches are kept by name, in this file only', async () => {
  await engine.ask('log.keep-search', { name: 'Shell', query: 'whoami OR uri:/uploads/*' });
  await engine.ask('log.keep-search', { name: 'Errors', query: 'status>=500' });
  await engine.ask('log.keep-search', { name: 'Errors', query: '' });
  expect((await engine.ask('log.searches', {})).searches).toEqual([
    { name: 'Shell', query: 'whoami OR uri:/uploads/*' },
  ]);
});

test('what the columns of a table are is remembered for its heading, also of another file', async () => {
  const table = (name: string): string => {
    writeFileSync(join(folder, name), 'Wann,Wer,Was\n2026-11-17 02:14:00Z,10.0.0.7,Anmeldung\n');
    return join(folder, name);
  };
  await engine.job('evidence.add', { paths: [table('one.csv')], type: 'log' });
  const columns = { Wann: 'time', Wer: 'address' };
  await engine.job('log.import', {
    items: [{ exhibit: 'EV-002', member: '', readAs: { reader: 'csv', zone: null, year: null, columns } }],
  });
  expect((await find('ip:10.0.0.7')).page[0]).toMatchObject({
    time: '2026-11-17T02:14:00Z',
    exhibit: 'EV-002',
  });
  const { files } = await engine.ask('log.inspect', { paths: [table('two.csv')], exhibits: [] });
  expect(files[0]?.remembered).toEqual({ reader: 'csv', zone: null, year: null, columns });
});

test('without its index the case says what can be read again, and the index is no part of a copy', async () => {
  const copy = join(folder, 'copy.holdfast');
  await engine.job('share.copy', { path: copy, newPassphrase: PASSPHRASE });
  expect(existsSync(`${copy}-index`)).toBe(false);
  await engine.ask('log.drop', {});
  expect(existsSync(`${path}-index`)).toBe(false);
  expect((await engine.ask('log.sources', {})).sources).toMatchObject([
    { exhibit: 'EV-001', state: 'missing', rows: ROWS, readAs: { reader: 'iis-w3c' } },
    { exhibit: 'EV-002', state: 'missing' },
  ]);
  await read('EV-001');
  expect((await find('whoami')).matched).toBe(4);
  await engine.close();
  engine = openEngine(join(folder, 'profile2'), { as: 'Owner' });
  await engine.open(copy);
  // The copy holds the bytes of small exhibits, and how they were read.
  expect((await engine.ask('log.sources', {})).sources).toMatchObject([
    { state: 'missing' },
    { state: 'missing' },
  ]);
  await read('EV-001');
  expect((await find('whoami')).page).toHaveLength(4);
  expect((await engine.ask('log.searches', {})).searches).toEqual([]);
});
