import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { ROOT_ONLY, isRoot, volume } from '../../support/mounts.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';

const NEW = 'clockwork breadline cobra billiard atlas cellulose';

let b: Bench;
let engine: OpenEngine;
let path = '';
let disk = '';
let mirror = '';
let attempts = 0;

beforeAll(() => {
  b = bench('mirror', 'served');
  writeFileSync(b.path('small.bin'), randomBytes(1_000_000));
  writeFileSync(b.path('large.bin'), randomBytes(5_000_000));
});

beforeEach(async () => {
  attempts += 1;
  path = b.path(`case-${attempts}.holdfast`);
  disk = b.path(`disk-${attempts}`);
  mkdirSync(disk);
  mirror = join(disk, `case-${attempts}.holdfast`);
  engine = openEngine(b.path('profile'));
  await engine.ask('case.create', { path, title: 'T', passphrase: PASSPHRASE, zone: 'Europe/Berlin' });
});

afterEach(async () => engine.close());
afterAll(() => b.clean());

/** What somebody says who never saw the case: for this device the second copy may be the older file. */
const judged = async (file: string, passphrase = PASSPHRASE) =>
  openEngine(mkdtempSync(b.path('reader-'))).verify(file, passphrase);

const set = async (folder: string | null = disk) => engine.ask('mirror.set', { folder });

test('the second copy opens with the same passphrase, has the evidence, and follows', async () => {
  await engine.job('evidence.add', { paths: [b.path('small.bin'), b.path('large.bin')], mode: 'stored' });
  expect((await engine.ask('backup.show', {})).mirror).toBe(null);
  const made = await set();
  const { entries } = await engine.ask('case.info', {});
  expect(made).toMatchObject({ mirror: { folder: disk, entries, fault: null }, since: { entries: 0 } });
  expect(await judged(mirror)).toMatchObject({ ok: true, checked: { entries, evidence: 2 } });
  const before = readdirSync(`${mirror}-evidence`);
  await engine.ask('note.add', { text: 'later' });
  expect((await engine.ask('backup.show', {})).since.entries).toBe(1);
  expect((await engine.ask('mirror.now', {})).since.entries).toBe(0);
  expect(await judged(mirror)).toMatchObject({ ok: true, checked: { entries: entries + 1 } });
  expect(readdirSync(`${mirror}-evidence`)).toEqual(before);
  expect(readdirSync(disk)).toHaveLength(2);
  // It is the same file, not a copy with numbers of its own: it writes no entry.
  const { kinds } = await kindsIn();
  expect(kinds).not.toContain('copy');
});

const kindsIn = async (): Promise<{ kinds: string[] }> => ({
  kinds: (await engine.ask('timeline.list', {})).entries.map(({ kind }) => kind),
});

test('it is written when the case is closed, and not where nothing was written', async () => {
  await set();
  await engine.close();
  const before = readFileSync(mirror);
  engine = openEngine(b.path('profile'));
  await engine.open(path);
  await engine.close();
  expect(readFileSync(mirror).equals(before)).toBe(true);
  // A command line that ran some minutes ago.
  const late = {
    source: 'system' as const,
    now: () => Date.now() + 6 * 60_000,
    monotonic: () => Math.floor(performance.now()) + 6 * 60_000,
  };
  engine = openEngine(b.path('profile'), { clock: late });
  await engine.open(path);
  const { entry } = await engine.ask('note.add', { text: 'the last words' });
  await engine.close();
  engine = openEngine(b.path('profile'));
  await engine.open(mirror, true);
  expect((await engine.ask('timeline.list', {})).entries.at(-1)?.id).toBe(entry.id);
});

test('while notes come without a break, each second copy is one state of the record', async () => {
  await set();
  const state = { writing: true };
  let written = 0;
  const writing = (async () => {
    while (state.writing) {
      await engine.ask('note.add', { text: `note ${(written += 1)}` });
      await turn();
    }
  })();
  for (let n = 0; n < 3; n += 1) {
    const { mirror: shown } = await engine.ask('mirror.now', {});
    expect(shown?.fault).toBe(null);
    const kept = b.path(`kept-${attempts}-${n}.holdfast`);
    copyFileSync(mirror, kept);
    expect(await judged(kept)).toMatchObject({ ok: true, checked: { entries: shown?.entries } });
  }
  state.writing = false;
  await writing;
  expect(written).toBeGreaterThan(3);
});

describe('what goes wrong is said, never stops writing, and never costs the good one', () => {
  const fault = async (): Promise<string | undefined> =>
    (await engine.ask('mirror.now', {})).mirror?.fault?.code;

  test('the disk is gone, also where its place is an empty folder', async () => {
    await set();
    renameSync(disk, `${disk}-away`);
    await engine.ask('note.add', { text: 'goes on' });
    expect(await fault()).toBe('mirror-gone');
    mkdirSync(disk);
    expect(await fault()).toBe('mirror-gone');
    expect(readdirSync(disk)).toEqual([]);
    rmSync(disk, { recursive: true });
    renameSync(`${disk}-away`, disk);
    expect(await fault()).toBeUndefined();
    expect(await judged(mirror)).toMatchObject({ ok: true });
  });

  test('somebody else’s file of that name is left alone', async () => {
    writeFileSync(mirror, randomBytes(8192));
    const before = readFileSync(mirror);
    expect((await set()).mirror).toMatchObject({ at: null, fault: { code: 'mirror-taken' } });
    expect(readFileSync(mirror).equals(before)).toBe(true);
  });

  test('a second copy that knows more than the case is left alone', async () => {
    await set();
    const old = b.path('old.holdfast');
    await engine.close();
    copyFileSync(path, old);
    engine = openEngine(b.path('profile'));
    await engine.open(path);
    await engine.ask('note.add', { text: 'only in the newer file' });
    await engine.ask('mirror.now', {});
    await engine.close();
    const before = readFileSync(mirror);
    copyFileSync(old, path);
    engine = openEngine(b.path('profile'));
    await engine.ask('case.open', { path, passphrase: PASSPHRASE, continueOlder: true });
    expect(await fault()).toBe('mirror-newer');
    expect(readFileSync(mirror).equals(before)).toBe(true);
    // Merged, it is the older one again.
    await engine.job('record.merge', { path: mirror, passphrase: PASSPHRASE });
    expect(await fault()).toBeUndefined();
  });

  test('not into the folder of the case; no folder; off', async () => {
    expect((await set(b.folder)).mirror?.fault?.code).toBe('wrong-use');
    expect((await set(b.path('nowhere'))).mirror?.fault?.code).toBe('mirror-gone');
    expect(existsSync(b.path('nowhere'))).toBe(false);
    expect((await set(null)).mirror).toBe(null);
    await engine.close();
    engine = openEngine(b.path('profile'));
    await engine.open(path, true);
    expect((await engine.refused('mirror.set', { folder: disk })).code).toBe('read-only');
  });

  test.skipIf(!isRoot)(`a full disk (${ROOT_ONLY})`, async () => {
    const small = volume(b.folder, `full-${attempts}`, '1m');
    try {
      const place = join(small.path, `case-${attempts}.holdfast`);
      expect((await set(small.path)).mirror?.fault).toBe(null);
      const good = readFileSync(place);
      await engine.job('evidence.add', { paths: [b.path('small.bin')], mode: 'stored' });
      expect(await fault()).toBe('disk-full');
      expect(readFileSync(place).equals(good)).toBe(true);
      expect(readdirSync(small.path)).toHaveLength(1);
      await engine.ask('note.add', { text: 'goes on' });
    } finally {
      small.unmount();
    }
  });

  test('killed in the middle: the good one stays, and the next try removes what is left', async () => {
    await engine.job('evidence.add', { paths: [b.path('small.bin')], mode: 'stored' });
    await set();
    await engine.close();
    b.cli('note', path, 'more');
    const child = b.start('mirror', path);
    const ended = once(child, 'exit');
    for (let n = 0; n < 3000 && child.exitCode === null; n += 1) {
      if (readdirSync(disk).some((name) => name.endsWith('.new'))) break;
      await wait(1);
    }
    child.kill('SIGKILL');
    await ended;
    expect(await judged(mirror)).toMatchObject({ ok: true });
    const done = b.cli('mirror', path);
    expect(done.json.data.mirror).toMatchObject({ fault: null });
    expect(readdirSync(disk)).toEqual([`case-${attempts}.holdfast`]);
    expect(b.cli('info', path).json.data.backup).toMatchObject({
      mirror: { folder: disk },
      since: { entries: 0 },
    });
    engine = openEngine(b.path('profile'));
  });
});

test('after a change of the passphrase it is written anew', async () => {
  await set();
  const done = await engine.ask('case.change-passphrase', { newPassphrase: NEW });
  expect(done.mirror).toEqual({ folder: disk, renewed: true });
  expect(await judged(mirror, NEW)).toMatchObject({ ok: true });
  expect(await judged(mirror)).toMatchObject({ code: 'wrong-passphrase' });
});

test('a copy for somebody counts as another place, one without personal data does not', async () => {
  await engine.job('share.copy', { path: b.path(`a-${attempts}`), newPassphrase: NEW, redact: 'personal' });
  expect((await engine.ask('backup.show', {})).copy).toBe(null);
  await engine.job('share.copy', { path: b.path(`b-${attempts}`), newPassphrase: NEW });
  expect(await engine.ask('backup.show', {})).toMatchObject({
    copy: { file: `b-${attempts}` },
    since: { entries: 0, first: null },
  });
  await engine.ask('note.add', { text: 'later' });
  expect((await engine.ask('backup.show', {})).since.entries).toBe(1);
});
