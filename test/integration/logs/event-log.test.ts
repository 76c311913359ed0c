import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LogImported } from '../../../src-main/contract/log-index.ts';
import * as harm from '../../fixtures/evtx/damage.ts';
import { EvtxWriter } from '../../fixtures/evtx/evtx-writer.ts';
import * as v from '../../fixtures/evtx/values.ts';
import { PASSPHRASE, bench } from '../../support/cli.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';

const FAILED = 300;
const b = bench('event-log', 'served');
const path = b.path('case.holdfast');
let engine: OpenEngine;

beforeAll(async () => {
  writeFileSync(b.path('Security.evtx'), securityLog());
  engine = openEngine(b.path('profile'), { as: 'Ada' });
  await engine.ask('case.create', { path, title: 'Logons on WEB01', passphrase: PASSPHRASE, zone: 'UTC' });
  await engine.job('evidence.add', { paths: [b.path('Security.evtx')], type: 'log' });
});

afterAll(() => b.clean());

/** Failed logons and one that succeeded; of the last chunk, only two records are announced as existing. */
function securityLog(): Buffer {
  const writer = new EvtxWriter();
  const logon = (eventId: number, user: string): void =>
    void writer.add({
      eventId,
      at: '2026-11-17T01:11:42.1234567Z',
      data: [
        ['TargetUserName', v.wide(user)],
        ['IpAddress', v.wide('203.0.113.77')],
      ],
    });
  for (let n = 0; n < FAILED; n += 1) logon(4625, `guess${n}`);
  logon(4624, 'administrator');
  writer.nextChunk();
  for (let n = 0; n < 5; n += 1) logon(4720, `made${n}`);
  const file = writer.finish();
  return harm.freeAfter(Math.round(file.length / 65_536) - 1, 2)(file);
}

const find = async (query: string) =>
  (await engine.ask('log.search', { query, since: null, until: null, limit: 500 })).page;

test('an event log is read from its exhibit without any question, and what was left over is marked', async () => {
  const { files } = await engine.ask('log.inspect', { paths: [], exhibits: ['EV-001'] });
  expect(files[0]?.proposals[0]?.reader).toBe('evtx');
  const imported = (await engine.job('log.import', {
    items: [{ exhibit: 'EV-001', member: '', readAs: null }],
  })) as LogImported;
  expect(imported).toMatchObject({ rows: FAILED + 6, problems: 0 });
  expect(imported.sources[0]).toMatchObject({ state: 'indexed', undated: 0 });

  expect(await find('event:4625')).toHaveLength(FAILED);
  const [success] = await find('event:4624 address:203.0.113.77');
  expect(success).toMatchObject({
    line: FAILED + 1,
    time: '2026-11-17T01:11:42.1234567Z',
    columns: { user: 'administrator', computer: 'WEB01', channel: 'Security' },
  });
  const made = await find('made3');
  expect(made.map(({ flags }) => flags)).toEqual([['recovered']]);
  // The control: what the chunk announces is not.
  expect((await find('made1')).map(({ flags }) => flags)).toEqual([[]]);

  const { fields } = await engine.ask('log.row', { ref: success?.ref ?? '' });
  expect(fields).toContainEqual({ name: 'TargetUserName', value: 'administrator' });
  expect(fields).toContainEqual({ name: 'EventRecordID', value: String(FAILED + 1) });
});

test('the command line reads the same record', async () => {
  await engine.close();
  const { status, json, stderr } = b.cli('timeline', path, '--kind', 'log-source');
  expect(status, stderr).toBe(0);
  expect(JSON.stringify(json.data)).toContain(`EV-001 as evtx, ${FAILED + 6} rows`);
});
