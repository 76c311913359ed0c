import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { type HandClock, handClock } from '../../support/full-case.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';

let b: Bench;
let engine: OpenEngine;
let clock: HandClock;
let path = '';

beforeAll(async () => {
  b = bench('logs', 'served');
  clock = handClock('2026-11-17T01:20:00.000Z');
  path = b.path('case.holdfast');
  engine = openEngine(b.path('profile'), { clock, as: 'Ada' });
  await engine.ask('case.create', { path, title: 'T', passphrase: PASSPHRASE, zone: 'Europe/Berlin' });
  const file = b.path('u_ex261117.log');
  writeFileSync(file, 'a line\n');
  await engine.job('evidence.add', { paths: [file], type: 'log' });
  writeFileSync(file, 'another line\n');
  await engine.job('evidence.add', { paths: [file], type: 'log' });
});

afterAll(async () => {
  await engine.close();
  b.clean();
});

const logNamed = async (id: string) => (await engine.ask('log.wanted', {})).logs.find((log) => log.id === id);
const iis = { source: 'IIS', host: 'WEB01' } as const;
const coverageOf = async (source: string, host: string | null, span = {}) => {
  const { logs } = await engine.ask('log.coverage', span);
  return logs.find((log) => log.source === source && log.host === host);
};

describe('logs that are wanted', () => {
  test('those of the plan stand there from the start, and lack everything', async () => {
    const { logs } = await engine.ask('log.wanted', {});
    expect(logs).toHaveLength(8);
    expect(logs.every(({ missing }) => missing.join() === 'download,review')).toBe(true);
    // Whoever looks at the evidence is told of them, too.
    expect((await engine.ask('evidence.list', {})).missingLogs.map(({ id }) => id)).toEqual(
      logs.map(({ id }) => id),
    );
  });

  test('one is downloaded as exhibits; what was named before stays', async () => {
    await engine.ask('log.state', { log: 'iis', event: 'downloaded', evidence: ['EV-001'], by: 'Ben' });
    await engine.ask('log.state', { log: 'log-iis', event: 'downloaded', evidence: ['EV-002'] });
    expect(await logNamed('log-iis')).toMatchObject({
      state: 'downloaded',
      exhibits: ['EV-001', 'EV-002'],
      missing: ['review'],
    });
    const { missingLogs } = await engine.ask('evidence.show', { exhibit: 'EV-001' });
    expect(missingLogs.find(({ id }) => id === 'log-iis')).toMatchObject({ missing: ['review'] });
  });

  test('one is read, and what is still missing is from when to when', async () => {
    const read = { log: 'log-iis', event: 'reviewed', by: 'Ben', result: 'nothing' } as const;
    const { entry } = await engine.ask('log.state', read);
    expect(entry.text).toBe('Log IIS read by Ben: nothing');
    expect(await logNamed('log-iis')).toMatchObject({
      state: 'reviewed',
      reviews: [{ by: 'Ben', result: 'nothing' }],
      missing: ['coverage'],
    });
  });

  test('without proof nothing is taken: no exhibit, no result, no reason, no such log', async () => {
    const refused = async (request: object) =>
      (await engine.refused('log.state', request as { log: string; event: 'wanted' })).message;
    expect(await refused({ log: 'log-cloudflare', event: 'downloaded' })).toContain('which exhibit');
    expect(await refused({ log: 'log-cloudflare', event: 'reviewed', result: ' ' })).toContain('found');
    expect(await refused({ log: 'log-cloudflare', event: 'not-available' })).toContain('why');
    expect(await refused({ log: 'log-nothing', event: 'wanted' })).toContain('No log “log-nothing”');
    expect(await refused({ log: 'log-windows', event: 'wanted' })).toContain('Several logs');
    expect(await refused({ log: 'log-iis', event: 'downloaded', evidence: ['EV-099'] })).toContain('EV-099');
    expect(await logNamed('log-cloudflare')).toMatchObject({ state: 'wanted' });
  });

  test('one of another host is a log of its own; one that is not to be had says why, and can be wanted again', async () => {
    await engine.ask('log.want', { title: 'IIS', host: 'WEB02' });
    expect((await engine.refused('log.want', { title: 'iis ', host: 'web02' })).message).toContain('already');
    const gone = { log: 'Cloudflare', event: 'not-available', why: 'this plan keeps none' } as const;
    await engine.ask('log.state', gone);
    expect(await logNamed('log-cloudflare')).toMatchObject({
      state: 'not-available',
      why: 'this plan keeps none',
      missing: [],
    });
    await engine.ask('log.state', { log: 'Cloudflare', event: 'wanted', why: 'they found a copy' });
    expect(await logNamed('log-cloudflare')).toMatchObject({ state: 'wanted', why: null });
  });
});

describe('coverage', () => {
  test('before anything is known there is no span, and nothing is claimed', async () => {
    expect(await engine.ask('log.coverage', {})).toMatchObject({ whole: null, ended: false });
  });

  test('what was read is held against the time of the incident, and gaps are named', async () => {
    await engine.ask('fact.state', { name: 'suspected', value: '00:30' });
    await engine.ask('log.cover', { ...iis, from: '01:00', to: '01:30', by: 'Ben', found: 'nothing' });
    const found = { from: '01:20', to: '01:50', by: 'Ada', found: 'GET /uploads/img_7731.cfm' };
    await engine.ask('log.cover', { ...iis, ...found, evidence: ['EV-001'] });
    const answer = await engine.ask('log.coverage', {});
    expect(answer.whole).toEqual({ from: '2026-11-16T23:30:00.000Z', to: '2026-11-17T01:20:00.000Z' });
    expect(answer.begins).toBe('suspected-or-detected');
    expect(await coverageOf('IIS', 'WEB01')).toMatchObject({
      log: 'log-iis',
      read: 'part',
      readings: [
        { by: 'Ben', finding: null },
        { by: 'Ada', finding: 'GET /uploads/img_7731.cfm', exhibits: ['EV-001'] },
      ],
      gaps: [
        { from: '2026-11-16T23:30:00.000Z', to: '2026-11-17T00:00:00.000Z' },
        { from: '2026-11-17T00:50:00.000Z', to: '2026-11-17T01:20:00.000Z' },
      ],
    });
    expect(await logNamed('log-iis')).toMatchObject({
      missing: [],
      reviews: [{ by: 'Ben' }, { by: 'Ben', result: 'nothing' }, { result: 'GET /uploads/img_7731.cfm' }],
    });
  });

  test('what was read on one host says nothing of another, and a log that nobody wanted stands there as well', async () => {
    expect(await coverageOf('IIS', 'WEB02')).toMatchObject({ read: 'none', readings: [] });
    const span = { from: '2026-11-17 00:00', to: '2026-11-17 03:00', found: 'nothing' };
    await engine.ask('log.cover', { source: 'iis', host: 'web02', ...span });
    expect(await coverageOf('IIS', 'web02')).toMatchObject({ read: 'whole', gaps: [] });
    await engine.ask('log.cover', { source: 'Mail', host: 'MX1', ...span });
    expect(await coverageOf('Mail', 'MX1')).toMatchObject({ log: null, read: 'whole' });
    expect(await coverageOf('Firewall', null)).toMatchObject({ read: 'none' });
  });

  test('a wider span that somebody asks for shows what was not read before', async () => {
    const span = { since: '2026-11-16 20:00', until: '2026-11-17 02:00' };
    expect(await coverageOf('Mail', 'MX1', span)).toMatchObject({
      read: 'part',
      gaps: [{ from: '2026-11-16T19:00:00.000Z', to: '2026-11-16T23:00:00.000Z' }],
    });
  });

  test('a statement is replaced or taken back by another, and both stay in the record', async () => {
    const { entries } = await engine.ask('timeline.list', { kinds: ['coverage'] });
    const mail = entries.at(-1)?.id ?? '';
    const again = { source: 'Mail', host: 'MX1', found: 'nothing', replaces: mail };
    const { entry } = await engine.ask('log.cover', {
      ...again,
      from: '2026-11-17 01:00',
      to: '2026-11-17 02:00',
    });
    expect((await coverageOf('Mail', 'MX1'))?.readings.map(({ from }) => from)).toEqual([
      '2026-11-17T00:00:00.000Z',
    ]);
    await engine.ask('log.uncover', { entry: entry.id, why: 'it was the log of another server' });
    expect(await coverageOf('Mail', 'MX1')).toBeUndefined();
    expect((await engine.refused('log.uncover', { entry: entry.id, why: ' ' })).code).toBe('wrong-use');
    expect((await engine.ask('timeline.list', { kinds: ['coverage'] })).entries).toHaveLength(6);
  });

  test('a span that ends before it begins, or has no host, is refused', async () => {
    const wrong = { ...iis, from: '02:00', to: '01:00', found: 'nothing' };
    expect((await engine.refused('log.cover', wrong)).message).toContain('no span');
    const nowhere = { ...iis, host: ' ', from: '01:00', to: '02:00', found: 'nothing' };
    expect((await engine.refused('log.cover', nowhere)).code).toBe('text-empty');
    const never = { ...iis, from: 'soon', to: '02:00', found: 'nothing' };
    expect((await engine.refused('log.cover', never)).code).toBe('time-not-understood');
  });
});

describe('backups', () => {
  const job = 'Nightly full';
  const rotation = async () => (await engine.ask('log.rotations', {})).rotations[0];

  test('a rotation that is stopped is proven when the host has confirmed it, with something that can be found again', async () => {
    await engine.ask('log.rotation', {
      job,
      event: 'stopped',
      by: 'Hosting security',
      until: '2027-02-20 00:00',
    });
    expect(await rotation()).toMatchObject({ state: 'stopped', confirmed: null, over: false });
    const bare = { job, event: 'confirmed' } as const;
    expect((await engine.refused('log.rotation', bare)).message).toContain('ticket, call or message');
    expect((await engine.refused('log.rotation', { ...bare, proof: 'ticket' })).message).toContain('ticket');
    await engine.ask('log.rotation', { ...bare, job: 'nightly  full', proof: 'ticket', reference: 'HS-1' });
    expect(await rotation()).toMatchObject({
      job,
      state: 'confirmed',
      until: '2027-02-19T23:00:00.000Z',
      confirmed: { proof: 'ticket', reference: 'HS-1' },
    });
  });

  test('a confirmation does not count for a later stop', async () => {
    await engine.ask('log.rotation', { job, event: 'resumed', why: 'the disk was full' });
    expect(await rotation()).toMatchObject({ state: 'resumed', confirmed: null });
    await engine.ask('log.rotation', { job, event: 'stopped', until: '2026-11-17 02:19' });
    expect(await rotation()).toMatchObject({ state: 'stopped', confirmed: null, over: true });
    const other = { job: 'weekly', event: 'resumed', why: 'x' } as const;
    expect((await engine.refused('log.rotation', other)).message).toContain('does not say');
  });
});

describe('extent', () => {
  test('each change keeps what stood, and who decided it', async () => {
    await engine.ask('extent.state', { of: 'systems', item: 'WEB01', state: 'suspected' });
    const decided = { by: ['Ada', ' ', 'Hosting security'], grounds: 'web shell' };
    const { entry } = await engine.ask('extent.state', {
      of: 'systems',
      item: ' web01',
      state: 'affected',
      ...decided,
    });
    expect(entry.text).toBe(
      'Extent, systems: WEB01 is affected (before: suspected to be reached), decided by Ada and Hosting security, because: web shell',
    );
    await engine.ask('extent.state', { of: 'customers', item: 'Orders of 17 Nov', state: 'suspected' });
    expect((await engine.ask('extent.list', {})).items).toMatchObject([
      {
        of: 'systems',
        item: 'WEB01',
        said: [{ state: 'affected', before: ['suspected'], by: ['Ada', 'Hosting security'] }],
      },
      { of: 'customers', item: 'Orders of 17 Nov', said: [{ state: 'suspected', before: [] }] },
    ]);
    const same = { of: 'systems', item: 'WEB01', state: 'affected' } as const;
    expect((await engine.refused('extent.state', same)).message).toContain('already');
  });

  test('a message names systems and counts people, unless the fact says it in words', async () => {
    const body = async () => (await engine.ask('notice.draft', { recipient: 'amazon' })).body;
    expect(await body()).toContain('systems: WEB01; customers: 1');
    await engine.ask('fact.state', { name: 'extent', value: 'only the shop' });
    expect(await body()).toContain('only the shop');
  });
});
