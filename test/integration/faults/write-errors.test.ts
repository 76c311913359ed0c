import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passphraseBytes } from '../../../src-main/domain/passphrase.ts';
import type { CaseKey } from '../../../src-main/store/case-key.ts';
import { keyOfFile } from '../../../src-main/store/open-case.ts';
import type { EngineProcess } from '../../../src-main/engine/create-engine.ts';
import { bundled } from '../../support/bundled.ts';
import { entriesWithKey, faultEngine, makeCase, verdict } from '../../support/fault-engine.ts';
import { full } from '../../support/scale.ts';
import { say } from '../../support/seed.ts';
import { WRITE_CALLS, callsIn, hasStrace, placesOf, traced } from '../../support/strace.ts';

/** One write call fails, as on a disk that is full for a moment or that is dying; the program goes on. */
const PASS = 'one write call fails';
const folder = mkdtempSync(join(tmpdir(), 'holdfast-errors-'));
const base = join(folder, 'base.holdfast');
const baseProfile = join(folder, 'base-profile');
const work = join(folder, 'case');
const path = join(work, 'incident.holdfast');
const profile = join(folder, 'profile');
const timeout = full ? 1_800_000 : 120_000;
let reader: EngineProcess;
let key: CaseKey;

beforeAll(async () => {
  await makeCase(baseProfile, bundled, { path: base, title: 'Errors', passphrase: PASS });
  reader = faultEngine(join(folder, 'reader'), bundled);
  key = await keyOfFile(base, passphraseBytes(PASS));
});
afterAll(async () => {
  await reader.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Session {
  readonly told: readonly string[];
  readonly stderr: string;
  readonly status: number | null;
}

async function session(files: readonly string[], inject?: string): Promise<Session> {
  for (const old of [work, profile]) rmSync(old, { recursive: true, force: true });
  mkdirSync(work);
  copyFileSync(base, path);
  cpSync(baseProfile, profile, { recursive: true });
  const done = await traced([bundled.program('session'), path, profile], {
    // Only calls on the files of the case count.
    env: { PATH: process.env.PATH ?? '', ...bundled.kept, HOLDFAST_PASSPHRASE: PASS },
    cwd: work,
    files,
    trace: WRITE_CALLS.join(','),
    ...(inject === undefined ? {} : { inject }),
    log: join(folder, 'calls.txt'),
  });
  return { ...done, told: done.stdout.split('\n').slice(0, -1) };
}

const after = (told: readonly string[], word: string): string[] =>
  told.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

/** Nothing acknowledged is lost, every refusal has a reason, and the session goes on afterwards. */
async function lookAt({ told, stderr }: Session, what: string, refusals: RegExp): Promise<number> {
  expect(stderr, what).toBe('');
  const refused = after(told, 'refused');
  for (const code of refused) expect(code, what).toMatch(refusals);
  // Where the journal itself could not be removed it lies there, empty.
  const beside = readdirSync(work).filter((name) => name.endsWith('-journal'));
  if (!what.includes('unlink')) expect(beside, what).toEqual([]);
  for (const name of beside) expect(statSync(join(work, name)).size, what).toBe(0);
  const seen = entriesWithKey(path, key);
  if (typeof seen === 'string') expect.fail(`${what}: ${seen}`);
  expect(
    after(told, 'entry').filter((id) => !seen.has(id)),
    what,
  ).toEqual([]);
  expect(await verdict(reader, path, key), what).toMatchObject({ ok: true, said: '' });
  return refused.length;
}

async function failEach(error: 'ENOSPC' | 'EIO', limit: number, refusals: RegExp): Promise<number> {
  const started = performance.now();
  const files = [path, `${path}-journal`];
  const whole = await session(files);
  await lookAt(whole, 'nothing fails', /^never$/);
  const places = placesOf(callsIn(join(folder, 'calls.txt')), limit);
  let refused = 0;
  for (const { call, when } of places) {
    const one = await session(files, `${call}:error=${error}:when=${when}`);
    const what = `${error} at ${call} ${when}`;
    const codes = await lookAt(one, what, refusals);
    // One call failed: one thing was refused, and what stands on it; the session went on.
    expect(one.told.at(-1), what).toBe('end');
    expect(codes, what).toBeLessThanOrEqual(2);
    refused += codes;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  say(`${error} at ${places.length} places of a session: ${refused} refusals, ${seconds} s`);
  return refused;
}

test.skipIf(!hasStrace)(
  'a disk that is full at any write call costs only what was refused',
  { timeout },
  async () => {
    const refused = await failEach('ENOSPC', full ? 100_000 : 2, /^(?:disk-full|io-error|exhibit-unknown)$/);
    expect(refused).toBeGreaterThan(0);
  },
);

test.skipIf(!hasStrace)('a write error at any call costs only what was refused', { timeout }, async () => {
  const refused = await failEach('EIO', full ? 100 : 1, /^(?:io-error|exhibit-unknown)$/);
  expect(refused).toBeGreaterThan(0);
});

test.skipIf(!hasStrace)('a profile that cannot be written loses no note', { timeout }, async () => {
  const file = join(profile, 'profile.db');
  const files = [file, `${file}-journal`];
  await lookAt(await session(files), 'nothing fails', /^never$/);
  const counts = callsIn(join(folder, 'calls.txt'));
  expect(counts.get('pwrite64')).toBeGreaterThan(0);
  for (const error of ['ENOSPC', 'EIO']) {
    for (const { call, when } of placesOf(counts, full ? 60 : 4).filter((_, i) => full || i % 3 === 0)) {
      // From this call on all fail: the disk stays full.
      const one = await session(files, `${call}:error=${error}:when=${when}+`);
      await lookAt(one, `profile: ${error} from ${call} ${when}`, /^(?:disk-full|io-error)$/);
    }
  }
});
