import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { pagesWith } from '../../support/decrypted-pages.ts';
import { evidenceBench } from '../../support/evidence-bench.ts';
import { type HandClock, handClock } from '../../support/full-case.ts';
import { edit } from '../../support/independent.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { expectError } from '../../support/refusal.ts';
import { sayFact } from '../../support/say-fact.ts';

const bench = evidenceBench('retention');
const START = '2026-11-17T01:20:00.000Z';
const ENDED = '2026-11-20T12:00:00.000Z';
let clock: HandClock;
/** Kept in the case file as they are, because they cannot be packed; one fills many pages, one a part of one. */
const large = randomBytes(300_000);
const small = randomBytes(900);

beforeEach(async () => {
  clock = handClock(START);
  await bench.newCase();
});

async function work<Result>(todo: (engine: OpenEngine) => Promise<Result>): Promise<Result> {
  const engine = openEngine(bench.b.path('profile'), { clock });
  try {
    await engine.open(bench.path);
    return await todo(engine);
  } finally {
    await engine.close();
  }
}

const addBoth = async (engine: OpenEngine): Promise<void> => {
  const paths = [bench.written('large.bin', large), bench.written('small.bin', small)];
  await engine.job('evidence.add', { paths, mode: 'stored' });
};
const release = { exhibit: 'EV-001', method: 'retention is over' };

describe('nothing is released too early', () => {
  test('not before the incident ended, not before the last instant, not on hold; then it is', async () => {
    await work(async (engine) => {
      await addBoth(engine);
      const refused = async (advice: RegExp): Promise<void> =>
        expectError(await engine.refused('evidence.release', release), {
          code: 'custody-impossible',
          status: 2,
          names: 'EV-001',
          advice,
        });
      await refused(
        /has not begun, because the incident has not ended.*Record the end of the incident first/,
      );
      sayFact(engine, 'ended', ENDED);
      await refused(
        /to be kept until 18 Feb 2027 23:59:59 Europe\/Berlin \(\+01:00\).*Nothing can shorten that/,
      );
      clock.set('2027-02-18T22:59:59.999Z');
      await refused(/to be kept until/);
      clock.pass(1);
      await engine.ask('evidence.hold', { exhibit: 'EV-001', on: true, why: 'insurer asked' });
      await refused(/is on hold \(insurer asked\).*Take it off hold first, with a reason/);
      await engine.ask('evidence.hold', { exhibit: 'EV-001', on: false, why: 'insurer is done' });
      const { freed, leftOver } = await engine.ask('evidence.release', release);
      expect([freed, leftOver]).toEqual([large.length, null]);
      // Once is enough, and a hold comes too late.
      expect((await engine.refused('evidence.release', release)).message).toMatch(/were released before/);
      const late = { exhibit: 'EV-001', on: true, why: 'too late' };
      expect((await engine.refused('evidence.hold', late)).message).toMatch(
        /was disposed of, so it cannot be held/,
      );
    });
  });

  test('an end that was taken back stops the time again', async () => {
    await work(async (engine) => {
      await addBoth(engine);
      sayFact(engine, 'ended', ENDED);
      sayFact(engine, 'ended', 'no');
      clock.set('2029-01-01T00:00:00.000Z');
      expect((await engine.refused('evidence.release', release)).message).toMatch(/has not begun/);
    });
  });

  test('a thing is disposed of by its own event, under the same rules; no reason helps', async () => {
    await work(async (engine) => {
      const thing = { title: 'USB disk', heldBy: 'Ada', location: 'safe' };
      const { exhibit } = await engine.ask('evidence.add-thing', thing);
      const disposed = {
        exhibit: exhibit.exhibit,
        event: 'disposed',
        method: 'shredded',
        despite: 'we need the room',
      } as const;
      expect((await engine.refused('custody.record', disposed)).message).toMatch(/has not begun/);
      sayFact(engine, 'ended', ENDED);
      await engine.ask('evidence.hold', { exhibit: exhibit.exhibit, on: true, why: 'court' });
      clock.set('2027-06-01T00:00:00.000Z');
      expect((await engine.refused('custody.record', disposed)).message).toMatch(/is on hold \(court\)/);
      await engine.ask('evidence.hold', { exhibit: exhibit.exhibit, on: false, why: 'court is done' });
      expect((await engine.refused('evidence.release', { ...release, exhibit: 'EV-001' })).message).toMatch(
        /a thing without a file/,
      );
      const { despite: _, ...plain } = disposed;
      await engine.ask('custody.record', plain);
      const shown = await engine.ask('evidence.show', { exhibit: exhibit.exhibit });
      expect(shown.exhibit).toMatchObject({
        holder: 'nobody: disposed of',
        custodyState: { disposed: true },
      });
    });
  });

  test('what may be released when, in one list', async () => {
    await work(async (engine) => {
      await addBoth(engine);
      const log = bench.written('iis.log', 'a line\n');
      await engine.job('evidence.add', { paths: [log], type: 'log' });
      expect((await engine.ask('evidence.retention', {})).items).toMatchObject([
        { state: 'undecided', says: expect.stringContaining('the incident has not ended') },
        { state: 'undecided' },
        {
          state: 'undecided',
          rules: [
            { id: 'plan', until: null },
            { id: 'marketplace-logs', until: null },
          ],
        },
      ]);
      sayFact(engine, 'ended', ENDED);
      await engine.ask('evidence.hold', { exhibit: 'EV-002', on: true, why: 'court' });
      clock.set('2027-06-01T00:00:00.000Z');
      await engine.ask('evidence.release', release);
      const { items, ended, zone } = await engine.ask('evidence.retention', {});
      expect({ ended, zone }).toEqual({ ended: ENDED, zone: 'Europe/Berlin' });
      expect(items).toMatchObject([
        { exhibit: 'EV-001', state: 'disposed' },
        { exhibit: 'EV-002', state: 'on-hold', holdWhy: ['court'], retainUntil: '2027-02-18T22:59:59.999Z' },
        {
          exhibit: 'EV-003',
          state: 'kept',
          retainUntil: '2027-11-20T22:59:59.999Z',
          rules: [{ until: '2027-02-18T22:59:59.999Z' }, { until: '2027-11-20T22:59:59.999Z' }],
        },
      ]);
    });
    const text = bench.b.run(['evidence', 'retention', bench.path]).stdout;
    expect(text).toMatch(/The incident ended 2026-11-20 13:00:00 Europe\/Berlin/);
    expect(text).toMatch(/EV-003 .*kept until 2027-11-20 23:59:59 Europe\/Berlin/);
    expect(text).toMatch(/incident plan: 90 days: 2027-02-18 23:59:59/);
  });
});

describe('released bytes are gone', () => {
  const pages = async (): Promise<[number, number]> => [
    (await pagesWith(bench.path, large)).length,
    (await pagesWith(bench.path, small)).length,
  ];
  const ready = async (): Promise<void> =>
    work(async (engine) => {
      await addBoth(engine);
      sayFact(engine, 'ended', ENDED);
    });

  test('no page of the file holds a piece of them, the free list included; entry, hashes and custody stay', async () => {
    await ready();
    const [before, beforeSmall] = await pages();
    expect(before).toBeGreaterThanOrEqual(large.length / 4012);
    expect(beforeSmall).toBeGreaterThan(0);
    const size = statSync(bench.path).size;
    clock.set('2027-06-01T00:00:00.000Z');
    await work(async (engine) => {
      const { exhibit } = await engine.ask('evidence.show', { exhibit: 'EV-001' });
      await engine.ask('evidence.release', release);
      await engine.ask('evidence.release', { ...release, exhibit: 'EV-002' });
      const after = await engine.ask('evidence.show', { exhibit: 'EV-001' });
      expect(after.exhibit).toMatchObject({ sha256: exhibit.sha256, size: large.length, bytes: 'released' });
      expect(after.custody.map(({ event }) => event)).toEqual(['collected', 'disposed']);
      expect(after.custody[1]).toMatchObject({
        released: true,
        method: release.method,
        hashBefore: exhibit.sha256,
      });
      const extract = { exhibit: 'EV-001', to: bench.b.folder };
      expect((await engine.refused('evidence.extract', extract)).message).toMatch(/released by an entry/);
      // There is nothing to hash, and that is as it should be.
      expect(await engine.job('evidence.verify', { exhibits: [] })).toMatchObject({
        results: [],
        withoutBytes: ['EV-001', 'EV-002'],
      });
    });
    // The room they had is still there, as free pages: they were overwritten, not merely cut off.
    expect(statSync(bench.path).size).toBeGreaterThanOrEqual(size);
    expect(await pages()).toEqual([0, 0]);
    const journal = `${bench.path}-journal`;
    expect(existsSync(journal) ? statSync(journal).size : 0).toBe(0);
    const verified = await openEngine(bench.b.path('profile')).verify(bench.path);
    expect(verified).toMatchObject({ ok: true, problems: [] });
  });

  test('of evidence that is sealed beside the case, its key goes first and then its file', async () => {
    await ready();
    const folder = `${bench.path}-evidence`;
    const [goes, stays] = [`${'a'.repeat(32)}.age`, `${'b'.repeat(32)}.age`];
    mkdirSync(join(folder, stays), { recursive: true });
    writeFileSync(join(folder, goes), 'x'.repeat(700));
    edit(bench.path, (db) => {
      for (const [serial, file] of [goes, stays].entries()) {
        db.exec(`INSERT INTO evidence_key SELECT hash, '${file}', 'zstd', 'AGE-SECRET-KEY-1X' FROM entry
          WHERE lower(hex(hash)) = (SELECT entry FROM exhibit WHERE serial = ${serial + 1})`);
      }
      db.exec('DELETE FROM evidence_blob');
    });
    clock.set('2027-06-01T00:00:00.000Z');
    await work(async (engine) => {
      expect(await engine.ask('evidence.release', release)).toMatchObject({ freed: 700, leftOver: null });
      expect(existsSync(join(folder, goes))).toBe(false);
      // What cannot be deleted is named; without its key nobody reads it.
      const { leftOver } = await engine.ask('evidence.release', { ...release, exhibit: 'EV-002' });
      expect(leftOver).toBe(join(folder, stays));
    });
    let keys: unknown;
    edit(bench.path, (db) => {
      keys = db.prepare('SELECT count(*) AS n FROM evidence_key').get();
    });
    expect(keys).toEqual({ n: 0 });
  });

  test('control: deleted without overwriting, they are found in the free list', async () => {
    await ready();
    const before = await pages();
    const copy = join(bench.b.folder, 'control.holdfast');
    copyFileSync(bench.path, copy);
    edit(copy, (db) => {
      db.pragma('secure_delete = OFF');
      db.exec('DELETE FROM evidence_blob');
    });
    expect((await pagesWith(copy, large)).length).toBeGreaterThan(before[0] / 2);
    expect((await pagesWith(copy, small)).length).toBeGreaterThan(0);
  });

  test('deleted without an entry that says so, verify finds it', async () => {
    await ready();
    edit(bench.path, (db) => db.exec('DELETE FROM evidence_blob'));
    const verified = await openEngine(bench.b.path('profile')).verify(bench.path);
    expect(verified).toMatchObject({
      ok: false,
      problems: [{ code: 'evidence-missing', exhibit: 'EV-001' }],
    });
  });
});
