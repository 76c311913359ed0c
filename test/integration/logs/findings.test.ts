import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ResponseOf } from '../../../src-main/contract/index.ts';
import { PASSPHRASE } from '../../support/cli.ts';
import { writeIisLog } from '../../support/iis-lines.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';

const ROWS = 20_000;
let folder = '';
let path = '';
let engine: OpenEngine;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-findings-'));
  path = join(folder, 'case.holdfast');
  writeIisLog(join(folder, 'u_ex261116.log'), { rows: ROWS, seed: 5, shellEvery: 5000 });
  engine = openEngine(join(folder, 'profile'), { as: 'Ada' });
  await engine.ask('case.create', { path, title: 'Uploads', passphrase: PASSPHRASE, zone: 'UTC' });
  await engine.job('evidence.add', { paths: [join(folder, 'u_ex261116.log')], type: 'log' });
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

const read = (): Promise<unknown> =>
  engine.job('log.import', { items: [{ exhibit: 'EV-001', member: '', readAs: null }] });

async function whole(): Promise<ResponseOf<'log.findings'>> {
  let answer = await engine.ask('log.findings', {});
  await expect
    .poll(async () => (answer = await engine.ask('log.findings', {})).running, { timeout: 30_000 })
    .toBeNull();
  return answer;
}

test('where no log was read nothing is found, and nothing is asked', async () => {
  expect(await engine.ask('log.findings', {})).toEqual({
    findings: [],
    notShown: [],
    incomplete: [],
    state: 'current',
    running: null,
  });
});

test('rules are asked behind the first answer, and their rows are those of the log', async () => {
  await read();
  const at = await engine.ask('log.findings', {});
  expect(at).toMatchObject({ findings: [], state: 'none', running: { done: 0 } });
  const { findings, state, incomplete } = await whole();
  expect({ state, incomplete }).toEqual({ state: 'current', incomplete: [] });
  expect(findings.map(({ rule, about, rows }) => [rule, about, rows])).toEqual([
    ['web-shell-command', '/uploads/img_7731.cfm', 4],
    ['web-script-in-uploads', '/uploads/img_7731.cfm', 4],
  ]);
  const [shell] = findings;
  const rows = await Promise.all((shell?.evidence ?? []).map((ref) => engine.ask('log.row', { ref })));
  expect(rows.map(({ row }) => row.line)).toEqual([5004, 10_004, 15_004, 20_004]);
  expect(shell).toMatchObject({
    isExact: true,
    first: rows[0]?.row.time?.replace('Z', '.000Z'),
    dismissed: null,
  });
  const { page } = await engine.ask('log.search', {
    query: shell?.query ?? '',
    since: shell?.first ?? null,
    until: shell?.last ?? null,
    limit: 10,
  });
  expect(page.map(({ ref }) => ref)).toEqual(shell?.evidence);
});

test('a finding is pinned with its rows and its title, and says so', async () => {
  const [shell] = (await whole()).findings;
  const { entry } = await engine.ask('log.pin', {
    rows: shell?.evidence ?? [],
    remark: null,
    finding: shell?.id ?? '',
  });
  expect(entry.text).toMatch(
    /^A page was called like a web shell: \/uploads\/img_7731\.cfm: from EV-001 line 5004/,
  );
  expect((await whole()).findings[0]?.pinned).toEqual([entry.id]);
  const unknown = await engine.refused('log.pin', {
    rows: ['EV-001:5004'],
    remark: null,
    finding: 'nothing',
  });
  expect(unknown.code).toBe('wrong-use');
});

test('what was set aside stays so when the index was dropped and made again, until it is taken up', async () => {
  const [, script] = (await whole()).findings;
  const id = script?.id ?? '';
  expect((await engine.refused('log.dismiss', { finding: id, why: '  ' })).code).toBe('text-empty');
  expect((await engine.refused('log.reopen', { finding: id, why: 'it is open' })).code).toBe('wrong-use');
  expect((await engine.refused('log.dismiss', { finding: 'nothing', why: 'x' })).code).toBe('wrong-use');
  const { entry } = await engine.ask('log.dismiss', { finding: id, why: 'It is the test page of the host' });
  expect(entry).toMatchObject({
    kind: 'log-finding',
    text: 'Finding set aside: A program answered in a folder for uploads, or one that hardly anybody calls, /uploads/img_7731.cfm, because: It is the test page of the host',
  });
  await engine.ask('log.drop', {});
  expect((await engine.ask('log.findings', {})).findings).toEqual([]);
  await read();
  const again = (await whole()).findings.find((one) => one.id === id);
  expect(again?.dismissed).toEqual({
    why: 'It is the test page of the host',
    by: 'Ada',
    at: entry.recorded,
    entry: entry.id,
  });
  await engine.ask('log.reopen', { finding: id, why: 'The host knows nothing of it' });
  expect((await whole()).findings.find((one) => one.id === id)?.dismissed).toBeNull();
});

test('what was read since is asked about anew; a wrong clock moves what is shown', async () => {
  const other = join(folder, 'attack.log');
  writeFileSync(
    other,
    '#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip sc-status\n' +
      '2026-11-17 01:00:00 GET /a.cfm id=1%27%20or%201%3D1-- 203.0.113.9 500\n',
  );
  await engine.job('evidence.add', { paths: [other], type: 'log' });
  await engine.job('log.import', { items: [{ exhibit: 'EV-002', member: '', readAs: null }] });
  expect(await engine.ask('log.findings', {})).toMatchObject({ state: 'old', running: { done: 0 } });
  const injection = (found: ResponseOf<'log.findings'>) =>
    found.findings.find(({ rule }) => rule === 'web-sql-injection');
  expect(injection(await whole())).toMatchObject({ about: '203.0.113.9', first: '2026-11-17T01:00:00.000Z' });
  await engine.ask('log.clock-offset', { exhibit: 'EV-002', seconds: 3600 });
  expect(injection(await whole())).toMatchObject({ first: '2026-11-17T00:00:00.000Z' });
});

test('a row of another log than that of Windows has no meaning of its own', async () => {
  expect((await engine.ask('log.row', { ref: 'EV-001:5004' })).meaning).toBeNull();
});

test('the report says in one line each what was pinned and what was set aside', async () => {
  const { document } = (await engine.job('document.make', { what: 'report' })) as { document: string };
  const { html: text } = await engine.ask('document.take', { document, for: 'page' });
  const findings = text.slice(text.indexOf('What a rule found in the logs'));
  expect(findings).toMatch(
    /A page was called like a web shell: \/uploads\/img_7731\.cfm: from EV-001 line 5004/,
  );
  expect(findings).toMatch(/Finding taken up again: A program answered in a folder for uploads/);
});

test('events of Windows say what they mean', async () => {
  const log = join(folder, 'security.xml');
  writeFileSync(
    log,
    "<Events><Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>" +
      "<Provider Name='Microsoft-Windows-Security-Auditing'/><EventID>4720</EventID>" +
      "<TimeCreated SystemTime='2026-11-17T01:00:00Z'/></System></Event></Events>",
  );
  await engine.job('evidence.add', { paths: [log], type: 'log' });
  await engine.job('log.import', { items: [{ exhibit: 'EV-003', member: '', readAs: null }] });
  expect((await engine.ask('log.row', { ref: 'EV-003:1' })).meaning).toBe('An account was created');
});
