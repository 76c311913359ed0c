import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authorKeys } from '../../../src-main/store/profile/author-key.ts';
import { bundled } from '../../support/bundled.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { ROOT_ONLY, type Volume, asNobody, giveToNobody, isRoot, volume } from '../../support/mounts.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { type Refusal, expectError, expectRefusal } from '../../support/refusal.ts';
import { contents, smallCase } from '../../support/small-case.ts';
let b: Bench;
let good = '';
let engine: OpenEngine;

beforeAll(async () => {
  b = bench('read-only');
  good = await smallCase(b.path('good.holdfast'), b.path('profile'));
  engine = openEngine(b.path('profile'));
});

afterAll(async () => {
  await engine.close();
  b.clean();
});

const readOnly = (names: string): Refusal => ({
  code: 'read-only',
  status: 4,
  names,
  advice: /write-protected.*Copy the case to a place where you may write/,
});

/** Every command that only reads. */
async function expectReadable(path: string): Promise<void> {
  const { title } = await engine.open(path, true);
  expect(title).toBe('Uploads on WEB01');
  expect(await engine.ask('timeline.list', { search: 'FusionReactor' })).toMatchObject({ total: 1 });
  expect((await engine.ask('author.list', {})).authors).toHaveLength(1);
  expect((await engine.ask('evidence.list', {})).exhibits).toEqual([]);
  expect(await engine.verify(path)).toMatchObject({ ok: true });
}

describe.skipIf(!isRoot)(`a write-protected medium (${ROOT_ONLY})`, () => {
  let medium: Volume;
  let path = '';

  beforeAll(() => {
    medium = volume(b.folder, 'medium');
    path = join(medium.path, 'case.holdfast');
    copyFileSync(good, path);
    medium.readOnly();
  });

  afterAll(() => medium.unmount());

  test('everything can be read there', async () => {
    await expectReadable(path);
    expect(b.cli('timeline', path).json).toMatchObject({ ok: true, data: { total: 6 } });
    expect(b.cli('verify', path).json).toMatchObject({ ok: true, data: { ok: true } });
  });

  test('reading there makes no author, also for a device that never wrote', async () => {
    const profile = b.path('reader');
    expect(b.cliWith({ HOLDFAST_PROFILE: profile }, 'timeline', path).status).toBe(0);
    const reader = openEngine(profile);
    await reader.open(path, true);
    expect((await reader.ask('author.list', {})).authors).toMatchObject([{ thisDevice: false }]);
    expect(authorKeys(reader.process.engine.profile())).toEqual([]);
    await reader.close();
  });

  test('what would write says why it cannot, and where to go', async () => {
    expectError(await engine.refused('case.open', { path, passphrase: PASSPHRASE }), readOnly(path));
    expectRefusal(b.cli('note', path, 'x'), readOnly(path));
    const other = join(medium.path, 'new.holdfast');
    expectError(
      await engine.refused('case.create', { path: other, title: 'x', passphrase: 'y' }),
      readOnly(other),
    );
    expect(Object.keys(contents(medium.path))).toEqual(['case.holdfast']);
  });

  test('evidence is added from there to a case elsewhere, and an extract there is refused', async () => {
    const copy = b.path('writable.holdfast');
    copyFileSync(good, copy);
    const log = b.path('a.log');
    writeFileSync(log, 'a line\n');
    await engine.open(copy);
    expect(await engine.job('evidence.add', { paths: [path, log] })).toMatchObject({
      exhibits: [{}, {}],
      failed: [],
    });
    expectError(await engine.jobRefused('evidence.extract', { exhibit: 'EV-002', to: medium.path }), {
      ...readOnly(medium.path),
      advice: /write-protected/,
    });
    await engine.close();
    engine = openEngine(b.path('profile'));
  });
});

describe.skipIf(!isRoot)(`a folder where this account may not write (${ROOT_ONLY})`, () => {
  let home = '';
  let path = '';

  beforeAll(() => {
    chmodSync(b.folder, 0o755);
    home = join(b.folder, 'home-of-nobody');
    mkdirSync(home);
    giveToNobody(home);
  });

  /** The command line as another account, from a copy of the program that it may read. */
  function cliAsNobody(...args: string[]): { status: number | null; json: unknown; message: string } {
    for (const open of [join(bundled.cli, '../..'), bundled.cli, bundled.workers.folder]) {
      chmodSync(open, 0o755);
    }
    const done = spawnSync('setpriv', [...asNobody, process.execPath, bundled.cli, ...args, '--json'], {
      env: { ...b.environment, HOME: home, HOLDFAST_PROFILE: join(home, 'profile') },
      encoding: 'utf8',
    });
    const json = JSON.parse(done.stdout) as { error?: { message: string } };
    return { status: done.status, json, message: json.error?.message ?? done.stderr };
  }

  beforeAll(() => {
    mkdirSync(b.path('protected'));
    path = join(b.path('protected'), 'case.holdfast');
    copyFileSync(good, path);
  });

  test('a file that it may read: reading works, writing says that it is write-protected', () => {
    chmodSync(path, 0o644);
    const before = contents(b.path('protected'));
    expect(cliAsNobody('timeline', path), '').toMatchObject({
      status: 0,
      json: { ok: true, data: { total: 6 } },
    });
    const note = cliAsNobody('note', path, 'x');
    expect(note).toMatchObject({ status: 4, json: { error: { code: 'read-only' } } });
    expect(note.message).toMatch(/the file is write-protected.*Copy the case/);
    expect(contents(b.path('protected'))).toEqual(before);
  });

  test('a file of its own in a folder of somebody else: writing says that the folder is write-protected', () => {
    chmodSync(giveToNobody(path), 0o600);
    expect(cliAsNobody('timeline', path)).toMatchObject({ status: 0 });
    const note = cliAsNobody('note', path, 'x');
    expect(note).toMatchObject({ status: 4, json: { error: { code: 'read-only' } } });
    expect(note.message).toMatch(/its folder is write-protected.*Copy the case/);
  });

  test('a file that it may not read: exit 4, and whom to ask', () => {
    rmSync(path);
    cpSync(good, path);
    chmodSync(path, 0o600);
    const denied = cliAsNobody('timeline', path);
    expect(denied).toMatchObject({ status: 4, json: { error: { code: 'permission-denied' } } });
    expect(denied.message).toContain(path);
    expect(denied.message).toMatch(/Ask its owner, or copy it/);
  });

  test('evidence that it may not read is named, and the rest is taken in', () => {
    const own = join(home, 'own.holdfast');
    cpSync(good, own);
    giveToNobody(own);
    const secret = b.path('secret.log');
    writeFileSync(secret, 'x', { mode: 0o600 });
    const open = b.path('open.log');
    writeFileSync(open, 'y', { mode: 0o644 });
    const added = cliAsNobody('evidence', 'add', own, secret, open);
    expect(added).toMatchObject({
      status: 1,
      json: {
        ok: true,
        data: { exhibits: [{ size: 1 }], failed: [{ path: secret, code: 'permission-denied' }] },
      },
    });
    expect(JSON.stringify(added.json)).toMatch(/Ask its owner, or copy it/);
  });
});
