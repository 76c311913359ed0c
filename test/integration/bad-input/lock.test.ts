import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  closeSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { compareTables } from '../../../src-main/engine/compare-tables.ts';
import { keyOfFile } from '../../../src-main/store/open-case.ts';
import { WALKED } from '../../../src-main/store/structure.ts';
import { type Bench, type CliAnswer, PASSPHRASE, bench } from '../../support/cli.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { expectRefusal } from '../../support/refusal.ts';
import { smallCase } from '../../support/small-case.ts';
let b: Bench;
let good = '';
let path = '';
let attempts = 0;
let profile = '';
let engine: OpenEngine;

beforeAll(async () => {
  b = bench('lock');
  good = await smallCase(b.path('good.holdfast'), b.path('profile'));
});

beforeEach(() => {
  attempts += 1;
  mkdirSync(b.path(`attempt-${attempts}`));
  path = join(b.path(`attempt-${attempts}`), 'case.holdfast');
  copyFileSync(good, path);
  profile = b.path(`profile-${attempts}`);
  engine = openEngine(profile);
});

afterEach(async () => engine.close());
afterAll(() => {
  b.clean();
});

/** Another program with the same profile. */
const cli = (...args: string[]): CliAnswer => b.cliWith({ HOLDFAST_PROFILE: profile }, ...args);

const locked = (): { code: string; status: number; names: string; advice: RegExp } => ({
  code: 'file-locked',
  status: 4,
  names: path,
  advice: /Lock it there first, or wait/,
});

/** Whether the kernel says that this process alone may write the file (proc(5), /proc/locks). */
function holdsLock(): boolean {
  const { ino } = statSync(path);
  return readFileSync('/proc/locks', 'utf8')
    .split('\n')
    .some((line) => line.includes(`POSIX  ADVISORY  WRITE ${process.pid} `) && line.includes(`:${ino} `));
}

describe('of two programs that open a case, one works on it', () => {
  test('the second is told so, for writing, reading and checking; after the first closed it, it opens', async () => {
    await engine.open(path);
    expectRefusal(cli('note', path, 'from the second'), locked());
    expectRefusal(cli('timeline', path), locked());
    expectRefusal(cli('verify', path), locked());
    await engine.ask('note.add', { text: 'from the first' });
    await engine.close();
    const { json } = cli('note', path, 'from the second');
    expect(json).toMatchObject({ ok: true, data: { entry: { text: 'from the second' } } });
  });

  test('a second window of this program is refused as well', async () => {
    await engine.open(path);
    const second = openEngine(profile);
    // In one process SQLite itself keeps the two apart.
    expect(await second.refused('case.open', { path, passphrase: PASSPHRASE })).toMatchObject({
      code: 'file-locked',
    });
    await second.close();
  });

  test('a file so large that a thread compares its tables while it opens is held alone like any other', async () => {
    await engine.open(path);
    for (let i = 0; i < 5; i += 1) {
      writeFileSync(b.path('ballast'), randomBytes(4 * 1024 * 1024 - 1000));
      await engine.job('evidence.add', { paths: [b.path('ballast')], mode: 'stored' });
    }
    await engine.close();
    expect(statSync(path).size).toBeGreaterThan(WALKED);
    const window = openEngine(profile, { inWindow: true });
    // One that another program has open is called locked, not damaged, also where the thread sees it first.
    await engine.process.call('case.open', { path, passphrase: PASSPHRASE });
    const key = await keyOfFile(path, Buffer.from(PASSPHRASE));
    const host = { ...window.process.engine.host, mayBlock: false };
    await expect(compareTables(host, path, key)).rejects.toMatchObject({ code: 'file-locked' });
    await engine.close();
    await window.open(path);
    // The thread has ended, and whatever it closed is closed.
    await setTimeout(500);
    expect(holdsLock()).toBe(true);
    expectRefusal(cli('note', path, 'from the second'), locked());
    expectRefusal(cli('timeline', path), locked());
    await window.ask('note.add', { text: 'from the window' });
    await window.close();
    expect(cli('note', path, 'from the second').json).toMatchObject({ ok: true });
    expect(cli('verify', path).json).toMatchObject({ ok: true });
    // A damaged page is found by the thread, and named.
    const bytes = readFileSync(path);
    for (let page = 2; page < 40; page += 1) bytes[page * 4096 + 100] = (bytes[page * 4096 + 100] ?? 0) ^ 1;
    writeFileSync(b.path('spoilt.holdfast'), bytes);
    const other = openEngine(profile, { inWindow: true });
    const refused = await other.refused('case.open', {
      path: b.path('spoilt.holdfast'),
      passphrase: PASSPHRASE,
    });
    expect(refused.code).toBe('file-damaged');
    expect(refused.details).toMatchObject({ damagedCount: 38 });
    await other.close();
  });

  test('after the first was killed in the middle of its work, the case opens with all that was acknowledged', async () => {
    const big = b.path('big.bin');
    writeFileSync(big, '');
    truncateSync(big, 200 * 2 ** 30);
    const first = b.start('evidence', 'add', path, big, '--reference', '--profile', profile);
    const exited = once(first, 'exit');
    await expect
      .poll(
        async () =>
          (await engine.process.call('case.open', { path, passphrase: PASSPHRASE, readOnly: true })).ok,
        {
          timeout: 30_000,
          interval: 100,
        },
      )
      .toBe(false);
    expect(await engine.refused('case.open', { path, passphrase: PASSPHRASE })).toMatchObject({
      code: 'file-locked',
    });
    first.kill('SIGKILL');
    await exited;
    await engine.open(path);
    expect(await engine.ask('timeline.list', {})).toMatchObject({ total: 6 });
    expect((await engine.ask('evidence.list', {})).exhibits).toEqual([]);
  });
});

describe('nothing that a window does lets another program write into its case', () => {
  test('control: this test would see a lost lock (closing any descriptor of the file drops it)', async () => {
    await engine.open(path);
    expect(holdsLock()).toBe(true);
    closeSync(openSync(path, 'r'));
    expect(holdsLock()).toBe(false);
    expect(cli('note', path, 'slipped in').json).toMatchObject({ ok: true });
  });

  test('checking the record keeps the lock', async () => {
    await engine.open(path);
    expect(await engine.job('record.verify', {})).toMatchObject({ ok: true });
    expect(await engine.job('record.verify', { quick: true })).toMatchObject({ ok: true });
    expect(holdsLock()).toBe(true);
    expectRefusal(cli('note', path, 'slipped in'), locked());
  });

  test('evidence that is the case itself, a link to it or its folder keeps the lock', async () => {
    await engine.open(path);
    const folder = join(path, '..');
    linkSync(path, join(folder, 'hard-link'));
    writeFileSync(join(folder, 'real.log'), 'a line\n');
    for (const itself of [path, join(folder, 'hard-link')]) {
      expect(await engine.job('evidence.add', { paths: [itself] })).toMatchObject({
        exhibits: [],
        failed: [
          {
            path: itself,
            code: 'wrong-use',
            message: `${path} is the open case itself. Share a copy and add that.`,
          },
        ],
      });
      expect(holdsLock()).toBe(true);
    }
    expect(await engine.job('evidence.add', { paths: [folder] })).toMatchObject({
      exhibits: [{ files: 1 }],
      failed: [],
    });
    expect(holdsLock()).toBe(true);
    expect(await engine.job('evidence.verify', { exhibits: [] })).toMatchObject({ results: [{ ok: true }] });
    expect(holdsLock()).toBe(true);
    expect(await engine.ask('timeline.list', { kinds: ['evidence'] })).toMatchObject({
      entries: [{ left_out: [{ what: 'the open case itself' }, { what: 'the open case itself' }] }],
    });
  });

  test('notes, drafts, copies, evidence, extraction and lists keep the lock', async () => {
    await engine.open(path);
    const log = join(path, '..', 'a.log');
    writeFileSync(log, 'a line\n');
    await engine.ask('note.add', { text: 'a note' });
    await engine.ask('draft.save', { place: 'note', text: 'half' });
    await engine.job('evidence.add', { paths: [log] });
    await engine.job('evidence.extract', { exhibit: 'EV-001', to: join(path, '..') });
    await engine.job('share.copy', { path: join(path, '..', 'copy.holdfast'), newPassphrase: 'another one' });
    await engine.ask('profile.recent', {});
    await engine.ask('case.info', {});
    expect(await engine.refused('case.create', { path, title: 'x', passphrase: 'y' })).toMatchObject({
      code: 'already-exists',
    });
    expect(holdsLock()).toBe(true);
  });

  test('a check while notes are being written finds nothing that is not there', async () => {
    await engine.open(path);
    const state = { checks: 0, writing: true };
    const check = async (): Promise<void> => {
      while (state.writing) {
        expect(await engine.job('record.verify', {})).toMatchObject({ ok: true, problems: [] });
        state.checks += 1;
      }
    };
    const checking = check();
    for (let i = 0; i < 100 || state.checks < 2; i += 1) {
      await engine.ask('note.add', { text: `note ${i} ${'x'.repeat((i % 7) * 1000)}`, tags: ['flow'] });
      await setTimeout(2);
    }
    state.writing = false;
    await checking;
    expect(state.checks).toBeGreaterThanOrEqual(2);
    expect(holdsLock()).toBe(true);
  });
});
