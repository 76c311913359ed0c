import {
  cpSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CaseError } from '../../../src-main/domain/errors.ts';
import { profileAccess } from '../../../src-main/engine/profile-access.ts';
import { authorKeys } from '../../../src-main/store/profile/author-key.ts';
import { bundled } from '../../support/bundled.ts';
import { type Bench, bench } from '../../support/cli.ts';
import { openEngine } from '../../support/open-engine.ts';
import { expectRefusal } from '../../support/refusal.ts';
import { smallCase } from '../../support/small-case.ts';
import { hasStrace, traced } from '../../support/strace.ts';

const SECRET = 'only in my head';
const folder = mkdtempSync(join(tmpdir(), 'holdfast-profile-'));
const good = join(folder, 'good');
let b: Bench;
let key = '';
let attempts = 0;

beforeAll(async () => {
  b = bench('profile', 'served');
  const engine = openEngine(good, { as: 'Ada' });
  key = (await engine.ask('author.add', { name: 'Ada' })).author.key;
  await engine.close();
});

afterAll(() => {
  b.clean();
  rmSync(folder, { recursive: true, force: true });
});

function fresh(): string {
  attempts += 1;
  const copy = join(folder, `profile-${attempts}`);
  cpSync(good, copy, { recursive: true });
  return copy;
}

/** The author keys that a way in shows; or the code of the refusal. */
async function opened(path: string, passphrase?: string): Promise<string> {
  const access = profileAccess(path);
  try {
    if (passphrase !== undefined) await access.unlock(passphrase);
    return authorKeys(access.open())
      .map((author) => author.key)
      .join(' ');
  } catch (error) {
    if (error instanceof CaseError) return error.code;
    throw error;
  } finally {
    access.close();
  }
}

async function protect(path: string, passphrase: string | null, now?: string): Promise<void> {
  const access = profileAccess(path);
  if (now !== undefined) await access.unlock(now);
  await access.protect(passphrase);
  access.close();
}

describe('the keys of this device under a passphrase', () => {
  test('open with it and with nothing else; without one they need no question', async () => {
    const path = fresh();
    expect(await opened(path)).toBe(key);
    await protect(path, SECRET);
    expect(await opened(path)).toBe('profile-locked');
    expect(await opened(path, 'another')).toBe('profile-passphrase');
    expect(await opened(path, SECRET)).toBe(key);
    await protect(path, 'a new one', SECRET);
    expect(await opened(path, SECRET)).toBe('profile-passphrase');
    expect(await opened(path, 'a new one')).toBe(key);
    await protect(path, null, 'a new one');
    expect(await opened(path)).toBe(key);
    expect(profileAccess(path).protection()).toBe('device-file');
  });

  test('the open key is gone from the disk, and only this account reads what is there', async () => {
    const path = fresh();
    const file = join(path, 'profile.key');
    const raw = readFileSync(file, 'latin1').trim();
    expect(raw).toMatch(/^x'[0-9a-f]{64}'$/);
    const old = join(path, 'the-old-bytes');
    linkSync(file, old);
    await protect(path, SECRET);
    const hidden = raw.slice(2, -1);
    for (const place of [file, old]) expect(readFileSync(place, 'latin1')).not.toContain(hidden);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(path).filter((name) => name.startsWith('profile.key'))).toEqual(['profile.key']);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      kdf: { scrypt: { n: 131_072, r: 8, p: 1 } },
    });
  });

  test('whoever cannot open them cannot put them under another passphrase', async () => {
    const path = fresh();
    await protect(path, SECRET);
    const before = readFileSync(join(path, 'profile.key'));
    await expect(protect(path, null)).rejects.toMatchObject({ code: 'profile-locked' });
    await expect(protect(path, 'mine')).rejects.toMatchObject({ code: 'profile-locked' });
    await expect(protect(path, '')).rejects.toMatchObject({ code: 'profile-locked' });
    expect(readFileSync(join(path, 'profile.key'))).toEqual(before);
    await expect(protect(path, '', SECRET)).rejects.toMatchObject({ code: 'passphrase-unusable' });
  });

  test('a window that is open meanwhile goes on', async () => {
    const path = fresh();
    const window = openEngine(path, { remembered: true });
    await window.ask('profile.show', {});
    await protect(path, SECRET);
    expect(await window.ask('profile.show', {})).toMatchObject({ protection: 'passphrase' });
    expect((await window.ask('author.add', { name: 'Owner' })).author.name).toBe('Owner');
    await window.close();
  });
});

test('on the command line: asked for with every command, exit 3 with a sentence of its own', async () => {
  const path = await smallCase(b.path('case.holdfast'), b.path('profile'));
  const set = b.cliWith({ HOLDFAST_PROFILE_PASSPHRASE: SECRET }, 'profile', 'passphrase');
  expect(set).toMatchObject({ status: 0, json: { data: { protection: 'passphrase' } } });
  expectRefusal(b.cli('note', path, 'x'), {
    code: 'profile-locked',
    status: 3,
    names: b.path('profile'),
    advice: /Set HOLDFAST_PROFILE_PASSPHRASE, or run the command on a terminal/,
  });
  expectRefusal(b.cliWith({ HOLDFAST_PROFILE_PASSPHRASE: 'wrong' }, 'info', path), {
    code: 'profile-passphrase',
    status: 3,
    names: b.path('profile'),
    advice: /try again\. Where it is lost for good, move that folder away/,
  });
  const right = { HOLDFAST_PROFILE_PASSPHRASE: SECRET };
  expect(b.cliWith(right, 'note', path, 'signed').json.data.entry.author.trust).toBe('founder');
  // A change needs both; nothing is taken for the new one by accident.
  expectRefusal(b.cliWith(right, 'profile', 'passphrase'), {
    code: 'new-profile-passphrase-missing',
    status: 3,
    names: b.path('profile'),
    advice: /HOLDFAST_NEW_PASSPHRASE/,
  });
  expect(b.cliWith(right, 'profile', 'passphrase', '--remove').json.data).toEqual({
    protection: 'device-file',
  });
  expect(b.cli('profile', 'show').json.data).toMatchObject({ protection: 'device-file' });
}, 180_000);

test('a key file that went away is told, and nothing is made in its place', async () => {
  const path = fresh();
  renameSync(join(path, 'profile.key'), join(path, 'elsewhere'));
  expectRefusal(b.cliWith({ HOLDFAST_PROFILE: path }, 'profile', 'show'), {
    code: 'profile-key-missing',
    status: 4,
    names: join(path, 'profile.key'),
    advice: /Put it back, or move its folder away/,
  });
  expect(existsSync(join(path, 'profile.key'))).toBe(false);
});

const CALLS = ['fsync', 'fdatasync', 'rename', 'unlink'] as const;

test.skipIf(!hasStrace)(
  'killed at any moment, the profile opens the old way or the new one',
  { timeout: 300_000 },
  async () => {
    const log = join(folder, 'calls.txt');
    const run = async (inject?: string): Promise<string> => {
      const path = fresh();
      await traced([bundled.cli, 'profile', 'passphrase', '--json'], {
        env: {
          ...b.environment,
          HOLDFAST_PROFILE: path,
          HOLDFAST_PROFILE_PASSPHRASE: SECRET,
        },
        cwd: path,
        trace: CALLS.join(','),
        ...(inject === undefined ? {} : { inject }),
        log,
      });
      return path;
    };
    const whole = await run();
    expect([await opened(whole), await opened(whole, SECRET)]).toEqual(['profile-locked', key]);
    const calls = readFileSync(log, 'utf8');
    let [old, changed] = [0, 0];
    for (const call of CALLS) {
      const count = calls.match(new RegExp(`\\b${call}\\(`, 'g'))?.length ?? 0;
      for (let when = 1; when <= count; when += 1) {
        const path = await run(`${call}:signal=SIGKILL:when=${when}`);
        const without = await opened(path);
        if (without === key) old += 1;
        else {
          expect([without, await opened(path, SECRET)], `${call} ${when}`).toEqual(['profile-locked', key]);
          changed += 1;
        }
      }
    }
    // Control: kills came before and after the exchange.
    expect(old).toBeGreaterThan(0);
    expect(changed).toBeGreaterThan(0);
  },
);
