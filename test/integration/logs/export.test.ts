import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestOf } from '../../../src-main/contract/index.ts';
import { logExportedSchema } from '../../../src-main/contract/log-export.ts';
import { PASSPHRASE } from '../../support/cli.ts';
import { writeIisLog } from '../../support/iis-lines.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { requestRow } from '../../unit/logs/fusionreactor-rows.ts';
import { parsedCsv } from '../../support/parsed-csv.ts';
import { importCsv, importJsonl } from '../../support/timesketch-rules.ts';

const ROWS = 6000;
let folder = '';
let engine: OpenEngine;
let onProgress: (job: string) => void = () => {};

const PACKETS = [
  '2026-11-16 19:00:30 DROP TCP 203.0.113.77 10.0.4.21 61005 3389 0 - 0 0 0 - - - RECEIVE 4',
  '=cmd|calc DROP TCP 203.0.113.78 10.0.4.21 61005 3389 0 - 0 0 0 - - - RECEIVE 4',
  '1601-01-01 00:00:00 DROP TCP 203.0.113.79 10.0.4.21 61005 3389 0 - 0 0 0 - - - RECEIVE 4',
  `2026-11-16 19:00:31 DROP TCP 203.0.113.80 10.0.4.21 61005 3389 0 - 0 0 0 - - - ${'x'.repeat(40_000)} 4`,
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-log-export-'));
  writeIisLog(join(folder, 'u_ex261116.log'), { rows: ROWS, seed: 3, shellEvery: 1000 });
  writeFileSync(
    join(folder, 'pfirewall.log'),
    [
      '#Version: 1.5',
      '#Time Format: Local',
      '#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path pid',
      ...PACKETS,
      '',
    ].join('\r\n'),
  );
  engine = openEngine(join(folder, 'profile'), {
    as: 'Ada',
    progress: ({ kind, job }) => (kind === 'log.export' ? onProgress(job) : undefined),
  });
  await engine.ask('case.create', {
    path: join(folder, 'case.holdfast'),
    title: 'Uploads on WEB01',
    passphrase: PASSPHRASE,
    zone: 'Europe/Berlin',
  });
  for (const name of ['u_ex261116.log', 'pfirewall.log']) {
    await engine.job('evidence.add', { paths: [join(folder, name)], type: 'log' });
  }
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

const wish = (
  name: string,
  query: string,
  format: RequestOf<'log.export'>['format'] = 'timesketch-jsonl',
): RequestOf<'log.export'> => ({ query, since: null, until: null, format, path: join(folder, name) });
const write = async (request: RequestOf<'log.export'>) =>
  logExportedSchema.parse(await engine.job('log.export', request));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

test('before a log was read there is nothing to write', async () => {
  expect((await engine.refused('log.export', wish('early.jsonl', ''))).code).toBe('wrong-use');
  await engine.job('log.import', { items: [{ exhibit: 'EV-001', member: '', readAs: null }] });
  const readAs = { reader: 'pfirewall', zone: 'Europe/Berlin', year: null, columns: {} };
  await engine.job('log.import', { items: [{ exhibit: 'EV-002', member: '', readAs, clockOffset: 30 }] });
  expect((await engine.ask('log.sources', {})).rows).toBe(ROWS + PACKETS.length);
});

test('all rows that have a time are written, and the others are counted', async () => {
  const made = await write(wish('all.jsonl', ''));
  const text = read('all.jsonl');
  const rows = importJsonl(text);
  expect(made).toMatchObject({
    size: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
    matched: ROWS + PACKETS.length,
    rows: ROWS + 2,
    leftOut: { undated: 1, outside: 1 },
    shortened: 1,
    masked: 0,
    notSearched: [],
  });
  expect(rows).toHaveLength(made.rows);
  const times = rows.map(({ timestamp }) => timestamp);
  expect(times).toEqual(times.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  const raw = read('u_ex261116.log')
    .split('\r\n')
    .filter((line) => /^\d/.test(line));
  expect(rows.filter((row) => row['holdfast_exhibit'] === 'EV-001').map((row) => row['raw'])).toEqual(raw);
});

test('what a search finds, with its columns, its place, the clock that was wrong and what the log said', async () => {
  await write(wish('drop.jsonl', 'action:DROP 203.0.113.77'));
  const [row, ...more] = importJsonl(read('drop.jsonl'));
  expect(more.map((other) => other['address'])).not.toContain('203.0.113.78');
  expect(row).toMatchObject({
    message: PACKETS[0],
    raw: PACKETS[0],
    datetime: '2026-11-16T18:00:00.000000+00:00',
    original_time: '2026-11-16T18:00:30.000000+00:00',
    clock_offset: 30,
    source_zone: 'Europe/Berlin',
    timestamp_desc: 'Logged',
    address: '203.0.113.77',
    action: 'DROP',
    port: 3389,
    holdfast_exhibit: 'EV-002',
    holdfast_row: 'EV-002:4',
    line: 4,
    file_sha256: createHash('sha256')
      .update(readFileSync(join(folder, 'pfirewall.log')))
      .digest('hex'),
    parser: 'holdfast/pfirewall',
    display_name: 'EV-002 pfirewall.log',
  });
});

test('the tables hold as many rows as a search finds', async () => {
  const { matched } = await engine.ask('log.search', {
    query: '"c=whoami"',
    since: null,
    until: null,
    limit: 100,
  });
  expect(matched).toBe(ROWS / 1000);
  const csv = await write(wish('shell.csv', '"c=whoami"', 'timesketch-csv'));
  expect(csv.rows).toBe(matched);
  expect(importCsv(read('shell.csv')).map((row) => row['status'])).toEqual(Array(matched).fill('200'));
  await write(wish('shell-plaso.csv', '"c=whoami"', 'plaso'));
  const plaso = parsedCsv(read('shell-plaso.csv'));
  expect(plaso).toHaveLength(matched + 1);
  expect(new Set(plaso.map((row) => row.length))).toEqual(new Set([8]));
  // The year 1601 is no trouble where nothing counts nanoseconds.
  const old = await write(wish('old.csv', '203.0.113.79', 'plaso'));
  expect(old).toMatchObject({ rows: 1, leftOut: { undated: 0, outside: 0 } });
});

test('a span counts in corrected times, and a search that runs stays as it is', async () => {
  const running = await engine.ask('log.search', { query: 'GET', since: null, until: null, limit: 1 });
  const span = { since: '2026-11-16 19:00:00', until: '2026-11-16 19:00:00' };
  const made = await write({ ...wish('span.jsonl', 'action:DROP'), ...span });
  expect(made).toMatchObject({ matched: 1, rows: 1 });
  const { page } = await engine.ask('log.page', { search: running.search, from: 0, count: 2 });
  expect(page).toHaveLength(2);
});

test('nothing to write, a name in use and a query that is wrong are refused, and nothing is left', async () => {
  expect(await engine.jobRefused('log.export', wish('none.jsonl', 'nowhere'))).toMatchObject({
    code: 'wrong-use',
    message: expect.stringContaining('No row fits'),
  });
  expect(await engine.jobRefused('log.export', wish('undated.jsonl', '203.0.113.78'))).toMatchObject({
    message: expect.stringContaining('None of the 1 rows'),
  });
  expect((await engine.refused('log.export', wish('all.jsonl', ''))).code).toBe('already-exists');
  expect((await engine.refused('log.export', wish('no-folder/a.jsonl', ''))).code).toBe('file-missing');
  expect((await engine.jobRefused('log.export', wish('query.jsonl', '(open'))).code).toBe('wrong-use');
  expect(readdirSync(folder).filter((name) => /new|none|undated\.|query/.test(name))).toEqual([]);
});

test('a cancelled export leaves no file', async () => {
  const left = (): string[] => readdirSync(folder).filter((name) => name.includes('cancelled'));
  let during: string[] = [];
  onProgress = (job) => {
    during = left();
    void engine.ask('job.cancel', { job });
  };
  expect((await engine.jobRefused('log.export', wish('cancelled.jsonl', ''))).code).toBe('cancelled');
  onProgress = () => {};
  // It was in the middle of it.
  expect(during).toEqual([expect.stringMatching(/^\.cancelled\.jsonl\.[0-9a-f]{12}\.new$/)]);
  expect(left()).toEqual([]);
});

test('a log that the index does not have is named', async () => {
  await engine.ask('log.drop', {});
  await engine.job('log.import', { items: [{ exhibit: 'EV-002', member: '', readAs: null }] });
  expect((await write(wish('part.jsonl', ''))).notSearched).toEqual(['EV-001']);
});

test('whoever reads the file cannot go on with a visitor’s session; in the case it is searched as before', async () => {
  writeFileSync(
    join(folder, 'request.log'),
    Array.from({ length: 3 }, (_, i) => requestRow(i * 1000, 'finished')).join(''),
  );
  writeFileSync(
    join(folder, 'cookies.jsonl'),
    '{"time":"2026-11-17T01:14:00Z","path":"/a;jsessionid=SECRET1.node","cookie":"CFID=7712; CFTOKEN=SECRET2","note":"session of Ada"}\n',
  );
  for (const name of ['request.log', 'cookies.jsonl']) {
    await engine.job('evidence.add', { paths: [join(folder, name)], type: 'log' });
  }
  await engine.job('log.import', {
    items: ['EV-003', 'EV-004'].map((exhibit) => ({ exhibit, member: '', readAs: null })),
  });
  const made = await write(wish('sessions.jsonl', 'source:EV-003 OR source:EV-004'));
  expect(made).toMatchObject({ rows: 4, masked: 4 });
  const text = read('sessions.jsonl');
  for (const secret of ['abc123', 'f00d', 'SECRET1', 'SECRET2', '7712']) expect(text).not.toContain(secret);
  expect(text).toContain('/a;jsessionid=***');
  expect(text).toContain('session of Ada');
  const { matched } = await engine.ask('log.search', {
    query: 'SECRET2',
    since: null,
    until: null,
    limit: 10,
  });
  expect(matched).toBe(1);
});
