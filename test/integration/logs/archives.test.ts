import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LogImported } from '../../../src-main/contract/log-index.ts';
import { PASSPHRASE } from '../../support/cli.ts';
import { IIS_FIELDS, iisRow } from '../../support/iis-lines.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { zipFile } from '../../support/zip-file.ts';

const plan = { rows: 0, seed: 3, shellEvery: 10 };
const rows = (from: number, count: number): string =>
  `#Fields: ${IIS_FIELDS}\r\n${Array.from({ length: count }, (_, i) => `${iisRow(from + i, plan)}\r\n`).join('')}`;

let folder = '';
let path = '';
let engine: OpenEngine;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-archives-'));
  path = join(folder, 'case.holdfast');
  engine = openEngine(join(folder, 'profile'), { as: 'Ada' });
  await engine.ask('case.create', { path, title: 'T', passphrase: PASSPHRASE, zone: 'Europe/Berlin' });
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

async function add(name: string, bytes: Uint8Array, mode: 'stored' | 'reference'): Promise<void> {
  writeFileSync(join(folder, name), bytes);
  await engine.job('evidence.add', { paths: [join(folder, name)], mode, type: 'log' });
}
const count = async (query: string): Promise<number> => {
  const { search } = await engine.ask('log.search', { query, since: null, until: null, limit: 1 });
  const at = { bins: 0, from: null, to: null, facets: [], top: 1 };
  await expect.poll(async () => (await engine.ask('log.progress', { search, ...at })).isDone).toBe(true);
  return (await engine.ask('log.progress', { search, ...at })).matched;
};

for (const [mode, label] of [
  ['reference', 'EV-001'],
  ['stored', 'EV-002'],
] as const) {
  test(`the members of an archive are logs of their own (${mode})`, async () => {
    const archive = zipFile([
      { name: 'W3SVC1/u_ex1.log', bytes: Buffer.from(rows(0, 100)) },
      { name: '../../evil.log', bytes: Buffer.from(rows(100, 50)) },
      { name: 'empty.log', bytes: Buffer.alloc(0) },
    ]);
    await add(`${mode}.zip`, archive, mode);
    const { files } = await engine.ask('log.inspect', { paths: [], exhibits: [label] });
    expect(files.map(({ member, proposals }) => [member, proposals[0]?.reader])).toEqual([
      ['W3SVC1/u_ex1.log', 'iis-w3c'],
      ['../../evil.log', 'iis-w3c'],
      ['empty.log', undefined],
    ]);
    const items = files.slice(0, 2).map(({ member }) => ({ exhibit: label, member, readAs: null }));
    const imported = (await engine.job('log.import', { items })) as LogImported;
    expect(imported).toMatchObject({ rows: 150, problems: 0 });
    expect(imported.sources.map((source) => [source.member, source.rows])).toEqual([
      ['../../evil.log', 50],
      ['W3SVC1/u_ex1.log', 100],
    ]);
    expect(await count(`source:${label}/../../evil.log whoami`)).toBe(5);
  });
}

test('a truncated gzip keeps what was decoded, and says so', async () => {
  const whole = gzipSync(rows(0, 5000));
  await add('cut.log.gz', whole.subarray(0, Math.floor(whole.length / 2)), 'reference');
  const imported = (await engine.job('log.import', {
    items: [{ exhibit: 'EV-003', member: '', readAs: null }],
  })) as LogImported;
  expect(imported.rows).toBeGreaterThan(1000);
  expect(imported.rows).toBeLessThan(4000);
  expect(imported.sources[0]?.problems).toContainEqual({ kind: 'truncated', count: 1 });
});

test('a bomb ends at the limit, and what is packed in another way says what to do', async () => {
  await add('bomb.log.gz', gzipSync(Buffer.alloc(300_000_000)), 'reference');
  const imported = (await engine.job('log.import', {
    items: [
      { exhibit: 'EV-004', member: '', readAs: { reader: 'iis-w3c', zone: null, year: null, columns: {} } },
    ],
  })) as LogImported;
  expect(imported.sources[0]?.problems).toContainEqual({ kind: 'left-out', count: 1 });
  await add('x.log.bz2', Buffer.from('425a6839314159265359', 'hex'), 'reference');
  const { files } = await engine.ask('log.inspect', { paths: [], exhibits: ['EV-005'] });
  expect(files[0]?.fault).toMatch(/Unpack it first/);
});

test('a folder stands for the files below it; one without any, or with too many, says so', async () => {
  const site = join(folder, 'inetpub');
  mkdirSync(join(site, 'W3SVC1'), { recursive: true });
  mkdirSync(join(folder, 'nothing'));
  writeFileSync(join(site, 'W3SVC1', 'u_ex1.log'), rows(0, 5));
  writeFileSync(join(site, 'setup.bin'), Buffer.alloc(64, 0xfe));
  symlinkSync(site, join(site, 'W3SVC1', 'loop'));
  const { files } = await engine.ask('log.inspect', { paths: [site, join(folder, 'nothing')], exhibits: [] });
  expect(
    files.map(({ name, path: at, proposals, fault }) => [name, at, proposals[0]?.reader, fault]),
  ).toEqual([
    ['W3SVC1/u_ex1.log', join(site, 'W3SVC1', 'u_ex1.log'), 'iis-w3c', null],
    ['setup.bin', join(site, 'setup.bin'), undefined, null],
    ['nothing', join(folder, 'nothing'), undefined, expect.stringContaining('holds no file')],
  ]);
  for (let i = 0; i < 500; i++) writeFileSync(join(folder, 'nothing', `${i}.log`), '');
  const many = await engine.ask('log.inspect', { paths: [join(folder, 'nothing')], exhibits: [] });
  expect(many.files).toHaveLength(500);
  writeFileSync(join(folder, 'nothing', 'one-more.log'), '');
  const more = await engine.ask('log.inspect', { paths: [join(folder, 'nothing')], exhibits: [] });
  expect(more.files.filter(({ fault }) => fault !== null)).toHaveLength(1);
  expect(more.files.at(-1)?.fault).toContain('501 files, of which the first 500');
});
