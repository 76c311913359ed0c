import { randomBytes } from 'node:crypto';
import { closeSync, copyFileSync, openSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CopyMade } from '../../../src-main/contract/share.ts';
import { passphraseBytes } from '../../../src-main/domain/passphrase.ts';
import { freeJob } from '../../../src-main/engine/jobs.ts';
import { verifyCopy } from '../../../src-main/engine/copying/verify-copy.ts';
import { keyOfFile } from '../../../src-main/store/open-case.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { ROOT_ONLY, isRoot, volume } from '../../support/mounts.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { expectRefusal } from '../../support/refusal.ts';

/** Six words, as the program would make them. */
const WORDS = 'clockwork breadline cobra billiard atlas cellulose';
const SMALL = 200_000;
/** Does not shrink, so that it lies beside the file. */
const LARGE = 5_000_000;

let b: Bench;
let path = '';
let engine: OpenEngine;
let onProgress: (item: string, done: number) => void = () => undefined;
let copies = 0;

beforeAll(async () => {
  b = bench('share-copy', 'served');
  path = b.path('case.holdfast');
  engine = openEngine(b.path('profile'), { progress: ({ item, done }) => onProgress(item, done) });
  await engine.ask('case.create', { path, title: 'T', passphrase: PASSPHRASE, zone: 'Europe/Berlin' });
  writeFileSync(b.path('small.bin'), randomBytes(SMALL));
  writeFileSync(b.path('large.bin'), randomBytes(LARGE));
  writeFileSync(b.path('elsewhere.log'), 'a line\n');
  await engine.job('evidence.add', { paths: [b.path('small.bin'), b.path('large.bin')], mode: 'stored' });
  await engine.job('evidence.add', { paths: [b.path('elsewhere.log')], mode: 'reference' });
  // More than one slice.
  for (let n = 0; n < 150; n += 1) await engine.ask('note.add', { text: `note ${n}` });
});

beforeEach(() => {
  onProgress = () => undefined;
});

afterAll(async () => {
  await engine.close();
  b.clean();
});

const copyTo = (): string => b.path(`copy-${(copies += 1)}.holdfast`);

const make = async (to: string, wish: object = {}): Promise<CopyMade> =>
  (await engine.job('share.copy', { path: to, newPassphrase: WORDS, ...wish })) as CopyMade;

/** What lies in the folder of the test and belongs to a copy. */
const left = (name: string): string[] => readdirSync(b.folder).filter((file) => file.includes(name));

describe('before a copy is made', () => {
  test('its sizes are known: in the file, beside it, elsewhere, and fields with personal data', async () => {
    const sizes = await engine.ask('share.sizes', {});
    expect(sizes).toMatchObject({
      file: statSync(path).size,
      inside: { exhibits: 1 },
      beside: { exhibits: 1 },
      missing: 0,
      elsewhere: 1,
    });
    expect(sizes.entries).toBe((await engine.ask('case.info', {})).entries);
    expect(sizes.inside.bytes).toBeGreaterThanOrEqual(SMALL);
    expect(sizes.beside.bytes).toBeGreaterThan(LARGE);
    const before = sizes.personal;
    await engine.ask('note.add', { text: 'Ada was called' });
    expect((await engine.ask('share.sizes', {})).personal).toBe(before + 1);
  });

  test('a place is looked at: whether it is taken, and whether it can be carried away', async () => {
    expect(await engine.ask('share.target', { path: b.path('free.holdfast') })).toMatchObject({
      exists: false,
      removable: false,
    });
    expect(await engine.ask('share.target', { path })).toMatchObject({ exists: true });
  });

  test('six words are enough, three common ones are not', async () => {
    expect(await engine.ask('passphrase.judge', { passphrase: WORDS })).toMatchObject({ enough: true });
    const weak = await engine.ask('passphrase.judge', { passphrase: 'password 123' });
    expect(weak.enough).toBe(false);
    expect(weak.bits).toBeLessThan(60);
  });
});

describe('what goes along is recorded and read back', () => {
  test('all: every exhibit was hashed in the copy before it got its name', async () => {
    const seen: string[] = [];
    const to = copyTo();
    onProgress = (item) => void seen.push(item);
    const copy = await make(to, { to: ' Hosting security ' });
    expect(seen).toContain('checking');
    const { entries } = copy;
    expect(copy).toMatchObject({
      evidence: 'all',
      redact: 'none',
      readOnly: false,
      to: 'Hosting security',
      leftOut: { exhibits: 0, bytes: 0 },
      verified: { entries, exhibits: 2, pages: copy.size / 4096 },
      removable: false,
    });
    expect(await engine.verify(to, WORDS)).toMatchObject({ ok: true, checked: { evidence: 2, entries } });
    const told = (await engine.ask('timeline.list', { kinds: ['copy'] })).entries.at(-1);
    expect(told).toMatchObject({ evidence: 'all', redact: 'none', to: 'Hosting security' });
    expect(told?.text).toContain('for Hosting security');
    const made = (await engine.ask('timeline.list', { kinds: ['copy-made'] })).entries.at(-1);
    expect(made).toMatchObject({ sha256: copy.sha256, size: copy.size });
    expect(made).not.toHaveProperty('left_out');
  });

  test('small and none: what stays behind is counted in the record', async () => {
    const { inside, beside } = await engine.ask('share.sizes', {});
    const small = await make(copyTo(), { evidence: 'small' });
    expect(small).toMatchObject({ leftOut: beside, verified: { exhibits: 1 } });
    const to = copyTo();
    const none = await make(to, { evidence: 'none', redact: 'personal' });
    expect(none).toMatchObject({
      leftOut: { exhibits: 2, bytes: inside.bytes + beside.bytes },
      verified: { exhibits: 0 },
      redact: 'personal',
    });
    expect(none.size).toBeLessThan(small.size);
    const made = (await engine.ask('timeline.list', { kinds: ['copy-made'] })).entries.at(-1);
    expect(made?.['left_out']).toEqual(none.leftOut);
    expect(made?.text).toContain('2 exhibits');
    expect(await engine.verify(to, WORDS)).toMatchObject({ ok: true });
  });

  test('a copy for reading lets nobody write, says so, and can be merged from', async () => {
    const to = copyTo();
    await make(to, { readOnly: true });
    const reader = openEngine(b.path('reader'));
    const info = await reader.ask('case.open', { path: to, passphrase: WORDS });
    expect(info).toMatchObject({ readOnly: true, readingCopy: true });
    const refused = await reader.refused('note.add', { text: 'x' });
    expect(refused).toMatchObject({ code: 'reading-copy' });
    expect(refused.message).toContain(to);
    await reader.close();
    const answer = b.cliWith({ HOLDFAST_PASSPHRASE: WORDS }, 'note', to, 'x');
    expectRefusal(answer, { code: 'reading-copy', status: 4, names: to, advice: /Ask them for one/ });
    expect(b.cliWith({ HOLDFAST_PASSPHRASE: WORDS }, 'verify', to).json.data.ok).toBe(true);
    const merged = await engine.job('record.merge', { path: to, passphrase: WORDS });
    expect(merged).toMatchObject({ added: { entries: 0 }, problems: [] });
    // Control: the same file without the wish can be written in.
    const other = copyTo();
    await make(other);
    expect(b.cliWith({ HOLDFAST_PASSPHRASE: WORDS }, 'note', other, 'x').status).toBe(0);
  });
});

describe('what cannot be done leaves nothing', () => {
  test('a name that is taken is never overwritten, be it of a file or of a folder of evidence', async () => {
    const to = copyTo();
    writeFileSync(to, 'mine');
    expect(await engine.refused('share.copy', { path: to, newPassphrase: WORDS })).toMatchObject({
      code: 'already-exists',
    });
    expect(statSync(to).size).toBe(4);
  });

  test('a page that did not reach the disk as it was written is found before the copy has a name', async () => {
    const to = copyTo();
    let spoiled = false;
    onProgress = (item) => {
      if (item !== 'checking' || spoiled) return;
      spoiled = true;
      const temporary = left('.new').find((name) => name.endsWith('.new'));
      const file = openSync(b.path(temporary ?? ''), 'r+');
      // In the middle of the small exhibit, which is most of the file.
      writeSync(
        file,
        Buffer.alloc(16),
        0,
        16,
        Math.floor(statSync(b.path(temporary ?? '')).size / 8192) * 4096,
      );
      closeSync(file);
    };
    const error = await engine.jobRefused('share.copy', { path: to, newPassphrase: WORDS });
    expect(spoiled).toBe(true);
    expect(error.code).toBe('copy-not-good');
    expect(error.message).toMatch(/pages/);
    expect([...left('.new'), ...left(`copy-${copies}`)]).toEqual([]);
  });

  test('a sealed file that is not what it was is found, too', async () => {
    const to = copyTo();
    onProgress = (item) => {
      if (item !== 'checking') return;
      const folder = left('.new-evidence')[0];
      const name = folder === undefined ? undefined : readdirSync(b.path(folder))[0];
      if (folder === undefined || name === undefined) return;
      const file = openSync(join(b.path(folder), name), 'r+');
      writeSync(file, Buffer.alloc(16), 0, 16, 1_000_000);
      closeSync(file);
    };
    const error = await engine.jobRefused('share.copy', { path: to, newPassphrase: WORDS });
    expect(error.code).toBe('copy-not-good');
    expect([...left('.new'), ...left(`copy-${copies}`)]).toEqual([]);
    // Control: without anybody in between it is made, under the same name.
    onProgress = () => undefined;
    await make(to);
    expect(left('.new')).toEqual([]);
  });

  test('fewer entries, another end, another passphrase: each is said', async () => {
    const to = copyTo();
    const { entries } = await make(to);
    const db = openEngine(b.path('reader'));
    const { heads } = await db.ask('case.open', { path: to, passphrase: WORDS, readOnly: true });
    await db.close();
    const moved = copyTo();
    copyFileSync(to, moved);
    const { host } = engine.process.engine;
    const key = await keyOfFile(moved, passphraseBytes(WORDS));
    const check = async (wish: object): Promise<unknown> =>
      verifyCopy(host, freeJob('test'), {
        path: moved,
        passphrase: passphraseBytes(WORDS),
        key,
        name: moved,
        entries,
        heads,
        exhibits: true,
        ...wish,
      });
    expect(await check({})).toMatchObject({ entries });
    await expect(check({ entries: entries + 1 })).rejects.toThrow(/it holds \d+ of \d+ entries/);
    await expect(check({ heads: ['00'.repeat(32)] })).rejects.toThrow(/another entry/);
    const other = passphraseBytes('other');
    await expect(check({ passphrase: other })).rejects.toThrow(/passphrase does not open it/);
    const wrong = await keyOfFile(moved, other);
    await expect(check({ passphrase: other, key: wrong })).rejects.toThrow(/pages do not fit/);
  });

  test('a weak passphrase and a disk that can be carried away are named on the command line', () => {
    const weak = b.cliWith(
      { HOLDFAST_NEW_PASSPHRASE: 'secret' },
      'share',
      'copy',
      b.path('other.holdfast'),
      copyTo(),
    );
    expect(weak.json.error.code).toBe('file-missing');
    b.cli('new', b.path('other.holdfast'), '--title', 'T');
    const to = copyTo();
    const done = b.cliWith(
      { HOLDFAST_NEW_PASSPHRASE: 'secret' },
      'share',
      'copy',
      b.path('other.holdfast'),
      to,
      '--to',
      'Owner',
      '--read-only',
    );
    expect(done.json.data).toMatchObject({
      to: 'Owner',
      readOnly: true,
      warnings: [{ code: 'weak-passphrase' }],
    });
    const strong = b.cliWith(
      { HOLDFAST_NEW_PASSPHRASE: WORDS },
      'share',
      'copy',
      b.path('other.holdfast'),
      copyTo(),
    );
    expect(strong.json.data.warnings).toEqual([]);
  });
});

describe.skipIf(!isRoot)(`a write-protected medium (${ROOT_ONLY})`, () => {
  test('a copy opens there, with its larger evidence', async () => {
    const medium = volume(b.folder, 'medium', '64m');
    try {
      const to = join(medium.path, 'copy.holdfast');
      await make(to);
      medium.readOnly();
      const reader = openEngine(b.path('reader'));
      await reader.ask('case.open', { path: to, passphrase: WORDS, readOnly: true });
      expect((await reader.ask('timeline.list', {})).total).toBeGreaterThan(150);
      await reader.close();
      expect(await engine.verify(to, WORDS)).toMatchObject({ ok: true, checked: { evidence: 2 } });
    } finally {
      medium.unmount();
    }
  });
});
