import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passphraseBytes } from '../../../src-main/domain/passphrase.ts';
import { keyOfFile, openCaseForReading } from '../../../src-main/store/open-case.ts';
import { readDraft } from '../../../src-main/store/queries/draft.ts';
import { bundled } from '../../support/bundled.ts';
import { lookAfterDeath } from '../../support/case-at-death.ts';
import { faultEngine, makeCase } from '../../support/fault-engine.ts';
import { full } from '../../support/scale.ts';
import { say } from '../../support/seed.ts';
import { WRITE_CALLS, callsIn, hasStrace, placesOf, traced } from '../../support/strace.ts';

const PASS = 'killed at a write call';
const folder = mkdtempSync(join(tmpdir(), 'holdfast-kill-at-'));
const base = join(folder, 'base.holdfast');
const baseProfile = join(folder, 'base-profile');
const work = join(folder, 'case');
const path = join(work, 'incident.holdfast');
const profile = join(folder, 'profile');

beforeAll(async () => {
  await makeCase(baseProfile, bundled, { path: base, title: 'Killed', passphrase: PASS });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A fresh case, and the session on it under strace. */
async function session(
  inject?: string,
): Promise<{ told: string[]; signal: NodeJS.Signals | null; log: string }> {
  rmSync(work, { recursive: true, force: true });
  rmSync(profile, { recursive: true, force: true });
  mkdirSync(work);
  copyFileSync(base, path);
  cpSync(baseProfile, profile, { recursive: true });
  const log = join(folder, 'calls.txt');
  const done = await traced([bundled.program('session'), path, profile], {
    // Only calls on the files of the case count.
    env: { PATH: process.env.PATH ?? '', ...bundled.kept, HOLDFAST_PASSPHRASE: PASS },
    cwd: work,
    files: [path, `${path}-journal`],
    trace: WRITE_CALLS.join(','),
    ...(inject === undefined ? {} : { inject }),
    log,
  });
  expect(done.stderr).toBe('');
  return { told: done.stdout.split('\n').slice(0, -1), signal: done.signal, log };
}

const after = (told: readonly string[], word: string): string[] =>
  told.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

test.skipIf(!hasStrace)(
  'whatever was acknowledged is there after a kill at any write call',
  { timeout: full ? 1_800_000 : 120_000 },
  async () => {
    const started = performance.now();
    const whole = await session();
    expect(whole.told.at(-1)).toBe('end');
    expect(after(whole.told, 'refused')).toEqual([]);
    const counts = callsIn(whole.log);
    const places = placesOf(counts, full ? 100_000 : 5);
    const key = await keyOfFile(base, passphraseBytes(PASS));
    const reader = faultEngine(join(folder, 'reader'), bundled);
    let hot = 0;
    let torn = 0;
    for (const { call, when } of places) {
      const { told, signal } = await session(`${call}:signal=SIGKILL:when=${when}`);
      const what = `killed at ${call} ${when}`;
      // Another order of the same calls is possible; a session that ended first was not killed and is whole.
      if (signal === null) expect(told.at(-1), what).toBe('end');
      const acknowledged = after(told, 'entry');
      const found = await lookAfterDeath({ path, key, reader, acknowledged, what });
      if (found.hot) hot += 1;
      if (found.torn) torn += 1;
      const db = openCaseForReading(path, { key });
      const drafts = [...after(told, 'draft'), 'half a thought and a half'];
      const kept = readDraft(db, 'note');
      db.close();
      const last = after(told, 'draft').at(-1);
      if (last !== undefined) expect(drafts.slice(drafts.indexOf(last)), what).toContain(kept);
    }
    await reader.close();
    const calls = [...counts].map(([call, count]) => `${count} ${call}`).join(', ');
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    say(
      `a session has ${calls}; ${places.length} kills, ${hot} with a hot journal, ${torn} torn files, ${seconds} s`,
    );
    expect(hot).toBeGreaterThan(places.length / 4);
  },
);
