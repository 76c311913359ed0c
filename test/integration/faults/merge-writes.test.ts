import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundled } from '../../support/bundled.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { full } from '../../support/scale.ts';
import { say } from '../../support/seed.ts';
import { smallCase } from '../../support/small-case.ts';
import {
  type Place,
  type Traced,
  WRITE_CALLS,
  callsIn,
  hasStrace,
  placesOf,
  traced,
} from '../../support/strace.ts';

/** Taking in another copy, with a fault at each call that writes: the record is the old one or the union. */
const SOME = full ? Number.POSITIVE_INFINITY : 1;
const timeout = full ? 1_800_000 : 180_000;
let b: Bench;
const path = (): string => b.path('work/case.holdfast');
const other = (): string => b.path('base/other.holdfast');
let [before, after] = [0, 0];

beforeAll(async () => {
  b = bench('merge-writes');
  await smallCase(b.path('base/case.holdfast'), b.path('base-profile'));
  writeFileSync(b.path('log.txt'), 'GET / 200\n'.repeat(100));
  const engine = openEngine(b.path('base-profile'), { as: 'Ada' });
  await engine.open(b.path('base/case.holdfast'));
  await engine.job('share.copy', { path: other(), newPassphrase: PASSPHRASE });
  await engine.ask('note.add', { text: 'in the original' });
  before = (await engine.ask('case.info', {})).entries;
  await engine.close();
  const second = openEngine(b.path('other-profile'), { as: 'Ben' });
  await second.open(other());
  for (let i = 0; i < 20; i += 1) await second.ask('note.add', { text: `in the copy ${i}` });
  await second.job('evidence.add', { paths: [b.path('log.txt')], mode: 'stored' });
  await second.close();
}, timeout);

afterAll(() => {
  b.clean();
});

async function merge(inject?: string): Promise<Traced> {
  for (const old of [b.path('work'), b.path('profile')]) rmSync(old, { recursive: true, force: true });
  mkdirSync(b.path('work'));
  copyFileSync(b.path('base/case.holdfast'), path());
  return traced([bundled.cli, 'merge', path(), other(), '--json'], {
    env: { ...b.environment, ...bundled.kept, HOLDFAST_PASSPHRASE: PASSPHRASE },
    cwd: b.folder,
    files: [path(), `${path()}-journal`],
    trace: WRITE_CALLS.join(','),
    ...(inject === undefined ? {} : { inject }),
    log: b.path('calls.txt'),
  });
}

/** The record is sound. Bytes that were not fetched yet come with the next merge. */
async function sound(engine: OpenEngine, what: string): Promise<void> {
  const checked = await engine.verify(path());
  const codes = 'ok' in checked ? checked.problems.map(({ code }) => code) : [checked.code];
  expect(
    codes.filter((code) => code !== 'evidence-missing'),
    what,
  ).toEqual([]);
}

/** Opens what is left, merges if asked to, and tells how many entries there are then. */
async function opened(engine: OpenEngine, again = false): Promise<number> {
  await engine.process.call('case.open', { path: path(), passphrase: PASSPHRASE, continueOlder: true });
  if (again) await engine.job('record.merge', { path: other(), passphrase: PASSPHRASE });
  const { entries } = await engine.ask('case.info', {});
  await engine.close();
  return entries;
}

async function places(): Promise<Place[]> {
  await merge();
  return placesOf(callsIn(b.path('calls.txt')), SOME);
}

describe.skipIf(!hasStrace)('a merge', () => {
  test('control: without a fault it ends with the union', async () => {
    expect((await merge()).status).toBe(0);
    const engine = openEngine(b.path('looker'));
    after = await opened(engine);
    expect(after).toBe(before + 23);
    await sound(engine, 'no fault');
  });

  test.each([
    ['killed', 'signal=SIGKILL'],
    ['out of space', 'error=ENOSPC'],
  ])(
    '%s at a call that writes leaves the old record or the union, and a second try ends it',
    async (_what, fault) => {
      const seen = { old: 0, union: 0 };
      for (const { call, when } of await places()) {
        const what = `${fault} at ${call} ${when}`;
        const { status } = await merge(`${call}:${fault}:when=${when}`);
        if (fault.startsWith('signal')) expect(status, what).not.toBe(0);
        const engine = openEngine(b.path('looker'));
        const entries = await opened(engine);
        await sound(engine, what);
        expect([before, after], what).toContain(entries);
        seen[entries === before ? 'old' : 'union'] += 1;
        expect(await opened(engine, true), `${what}, again`).toBe(after);
        // With the bytes of its exhibit, too.
        expect(await engine.verify(path()), what).toMatchObject({ ok: true });
      }
      say(`merge, ${fault}: ${seen.old} times the old record, ${seen.union} times the union`);
      expect(seen.old).toBeGreaterThan(0);
      expect(seen.union).toBeGreaterThan(0);
    },
    timeout,
  );
});
