import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LogImported } from '../../../src-main/contract/log-index.ts';
import { PASSPHRASE } from '../../support/cli.ts';
import { IIS_FIELDS, iisRow, writeIisLog } from '../../support/iis-lines.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { zipFile } from '../../support/zip-file.ts';

const plan = { rows: 0, seed: 3, shellEvery: 10 };
const rows = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => `${iisRow(from + i, plan)}\r\n`).join('');
const log = (from: number, to: number): string => `#Fields: ${IIS_FIELDS}\r\n${rows(from, to)}`;

let folder = '';
let engine: OpenEngine;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-changed-'));
  engine = openEngine(join(folder, 'profile'), { as: 'Ada' });
  const path = join(folder, 'case.holdfast');
  await engine.ask('case.create', { path, title: 'T', passphrase: PASSPHRASE, zone: 'UTC' });
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => join(folder, name);

async function expectRow(query: string): Promise<readonly { readonly ref: string }[]> {
  let { page } = await find(query);
  await expect
    .poll(async () => ({ page } = await find(query)).page.length, { timeout: 30_000, interval: 5 })
    .toBeGreaterThan(0);
  return page;
}

/** Takes a file in, changes it, and reads it. */
async function read(
  name: string,
  bytes: Uint8Array | string,
  mode: 'stored' | 'reference',
  change: (path: string) => void = () => undefined,
  member = '',
): Promise<LogImported> {
  writeFileSync(at(name), bytes);
  const { exhibits } = (await engine.job('evidence.add', { paths: [at(name)], mode, type: 'log' })) as {
    readonly exhibits: readonly { readonly exhibit: string }[];
  };
  change(at(name));
  const exhibit = exhibits[0]?.exhibit ?? '';
  return (await engine.job('log.import', { items: [{ exhibit, member, readAs: null }] })) as LogImported;
}

/** One byte of a row: `200` becomes `201`. */
function turnOne(path: string): void {
  writeFileSync(path, readFileSync(path, 'latin1').replace(' 200 0 0 ', ' 201 0 0 '), 'latin1');
}

const find = (query: string) => engine.ask('log.search', { query, since: null, until: null, limit: 100 });

test('what is read has the hash of its exhibit: stored, beside, packed, and a log that grew since', async () => {
  const sources = [
    ...(await read('stored.log', log(0, 50), 'stored')).sources,
    ...(await read('beside.log', log(100, 150), 'reference')).sources,
    ...(await read('packed.log.gz', gzipSync(log(200, 250)), 'reference')).sources,
    // With bytes behind its end, which unpacking does not reach.
    ...(await read('more.log.gz', Buffer.concat([gzipSync(log(300, 350)), Buffer.alloc(9, 7)]), 'stored'))
      .sources,
    ...(await read('grows.log', log(400, 450), 'reference', (path) => appendFileSync(path, rows(450, 460))))
      .sources,
  ];
  expect(sources.map(({ exhibit, rows: n, proof }) => [exhibit, n, proof])).toEqual([
    ['EV-001', 50, 'matches'],
    ['EV-002', 50, 'matches'],
    ['EV-003', 50, 'matches'],
    ['EV-004', 50, 'matches'],
    ['EV-005', 50, 'matches'],
  ]);
  expect((await find('is:changed')).matched).toBe(0);
});

test('a file that is another one by now says so with every row, and none of them is pinned', async () => {
  const imported = await read('changed.log', log(500, 550), 'reference', turnOne);
  expect(imported).toMatchObject({ rows: 50, problems: 1 });
  expect(imported.sources).toMatchObject([
    {
      exhibit: 'EV-006',
      state: 'indexed',
      proof: 'changed',
      problems: [{ kind: 'original-changed', count: 1 }],
    },
  ]);
  const { page } = await find('is:changed');
  expect(page).toHaveLength(50);
  expect(new Set(page.map(({ exhibit, flags }) => `${exhibit} ${flags.join()}`))).toEqual(
    new Set(['EV-006 changed']),
  );
  const pin = { remark: null, finding: null };
  const refused = await engine.refused('log.pin', { rows: ['EV-001:2', page[0]?.ref ?? ''], ...pin });
  expect([refused.code, refused.message]).toEqual([
    'original-changed',
    expect.stringMatching(/^EV-006 is not what it was/),
  ]);
  await engine.ask('log.pin', { rows: ['EV-001:2'], ...pin });
});

test('what is searched while it is read is pinned when it is read, and not before its hash is known', async () => {
  writeIisLog(at('long.log'), { rows: 260_000, seed: 4, shellEvery: 10 });
  await engine.job('evidence.add', { paths: [at('long.log')], mode: 'reference', type: 'log' });
  const reading = engine.job('log.import', { items: [{ exhibit: 'EV-007', member: '', readAs: null }] });
  const [row] = await expectRow('source:EV-007');
  const pin = { rows: [row?.ref ?? ''], remark: null, finding: null };
  const { sources } = await engine.ask('log.sources', {});
  const refused = await engine.refused('log.pin', pin);
  expect(sources.find(({ exhibit }) => exhibit === 'EV-007')).toMatchObject({
    state: 'partial',
    proof: 'unknown',
  });
  expect([refused.code, refused.message]).toEqual([
    'log-unproven',
    expect.stringMatching(/^EV-007 was not read to its end yet.*Pin them when it is read/),
  ]);
  await reading;
  expect((await engine.ask('log.pin', pin)).entry.kind).toBe('citation');
});

test('it is read anew when it is what it was again', async () => {
  writeFileSync(at('changed.log'), log(500, 550));
  await engine.job('log.import', { items: [{ exhibit: 'EV-006', member: '', readAs: null }] });
  const { sources } = await engine.ask('log.sources', {});
  expect(sources.find(({ exhibit }) => exhibit === 'EV-006')).toMatchObject({
    proof: 'matches',
    problems: [],
  });
  expect((await find('is:changed')).page).toEqual([]);
});

test('an archive is hashed, too, and one that cannot be unpacked because it is another file says that', async () => {
  const archive = (text: string): Buffer => zipFile([{ name: 'a.log', bytes: Buffer.from(text) }]);
  const whole = await read('one.zip', archive(log(600, 650)), 'reference', () => undefined, 'a.log');
  const other = await read(
    'two.zip',
    archive(log(700, 750)),
    'reference',
    (path) => writeFileSync(path, archive(log(701, 751))),
    'a.log',
  );
  expect([whole, other].map(({ sources }) => sources[0]?.proof)).toEqual(['matches', 'changed']);
  writeFileSync(at('one.zip'), Buffer.concat([archive(log(600, 650)).subarray(0, 300), Buffer.alloc(5000)]));
  const item = { exhibit: 'EV-008', member: 'a.log', readAs: whole.sources[0]?.readAs ?? null };
  const refused = await engine.jobRefused('log.import', { items: [item] });
  expect(refused.code).toBe('original-changed');
});

test('a log and its later copy: what stands in both is counted, marked and left out on demand', async () => {
  await read('request-1.log', log(1000, 1200), 'reference');
  const { sources } = await read('request-1-later.log', log(1150, 1300), 'stored');
  expect(sources).toMatchObject([{ exhibit: 'EV-011', rows: 150, repeats: [{ of: 'EV-010', rows: 50 }] }]);
  expect((await find('is:repeated')).page.map(({ exhibit }) => exhibit)).toEqual(
    Array.from({ length: 50 }, () => 'EV-011'),
  );
  const both = 'source:EV-010 OR source:EV-011';
  const state = async (query: string): Promise<number> => {
    const { search } = await find(query);
    const more = { search, bins: 0, from: null, to: null, facets: [], top: 1 };
    await expect.poll(async () => (await engine.ask('log.progress', more)).isDone).toBe(true);
    return (await engine.ask('log.progress', more)).matched;
  };
  expect([await state(both), await state(`(${both}) -is:repeated`)]).toEqual([350, 300]);
});
