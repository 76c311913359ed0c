import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { expectRefusal } from '../../support/refusal.ts';
import { full } from '../../support/scale.ts';
import { smallCase } from '../../support/small-case.ts';

const NEW = 'clockwork breadline cobra billiard atlas cellulose';
const KILLS = full ? 60 : 4;

let b: Bench;
let original = '';
let path = '';
let engine: OpenEngine;
let attempts = 0;

beforeAll(async () => {
  b = bench('passwd', 'served');
  original = await smallCase(b.path('original.holdfast'), b.path('profile'));
  const first = openEngine(b.path('profile'));
  await first.open(original);
  writeFileSync(b.path('large.bin'), randomBytes(5_000_000));
  // Several batches of pages.
  writeFileSync(b.path('small.bin'), randomBytes(3_000_000));
  await first.job('evidence.add', { paths: [b.path('small.bin')], mode: 'stored' });
  await first.job('share.copy', { path: b.path('given.holdfast'), newPassphrase: 'x y z', to: 'Owner' });
  await first.close();
});

beforeEach(() => {
  attempts += 1;
  path = b.path(`case-${attempts}.holdfast`);
  copyFileSync(original, path);
  // A device that has not seen the case: copies of one file are older than each other.
  engine = openEngine(b.path(`profile-${attempts}`));
});

afterAll(() => b.clean());

const change = async (newPassphrase = NEW) => engine.ask('case.change-passphrase', { newPassphrase });

test('the new passphrase opens the same record, the old one nothing; work goes on meanwhile', async () => {
  await engine.open(path);
  const before = (await engine.ask('timeline.list', {})).entries.map(({ id }) => id);
  const done = await change();
  expect(done).toMatchObject({ path, copies: [{ file: 'given.holdfast', to: 'Owner' }] });
  // The engine has the new file open.
  const { entry } = await engine.ask('note.add', { text: 'after the change' });
  const { entries } = await engine.ask('timeline.list', {});
  expect(entries.map(({ id }) => id).slice(0, before.length)).toEqual(before);
  // This device had not written before, so it introduces itself.
  const added = entries.map(({ kind }) => kind).slice(before.length);
  expect(added).toEqual(['author', 'passphrase-changed', 'note']);
  expect(entries.at(-2)?.text).toContain('the copy that was made before keeps its own');
  expect(entry.parents).toEqual([entries.at(-2)?.id]);
  await engine.ask('case.prove', { passphrase: NEW });
  expect((await engine.refused('case.prove', { passphrase: PASSPHRASE })).code).toBe('wrong-passphrase');
  await engine.close();
  expect(await engine.verify(path, NEW)).toMatchObject({ ok: true });
  // Not a damaged salt, although this device knew another one.
  expect(await engine.verify(path)).toMatchObject({ code: 'wrong-passphrase' });
  expect(b.cli('info', path).json.error.code).toBe('wrong-passphrase');
  expect(readdirSync(b.folder).filter((name) => name.includes('.new'))).toEqual([]);
  // No text of the case, and neither passphrase, stands in the file.
  const bytes = readFileSync(path);
  for (const text of ['after the change', 'FusionReactor', NEW, PASSPHRASE, 'SQLite format 3']) {
    expect(bytes.includes(text)).toBe(false);
  }
});

test('sealed evidence opens with the keys that went along', async () => {
  const sealed = b.path('sealed.holdfast');
  b.cli('new', sealed, '--title', 'T');
  b.cli('evidence', 'add', sealed, b.path('large.bin'), '--store');
  const done = b.cliWith({ HOLDFAST_NEW_PASSPHRASE: NEW }, 'passwd', sealed);
  expect(done.json.data).toMatchObject({ path: sealed, copies: [], warnings: [] });
  const checked = b.cliWith({ HOLDFAST_PASSPHRASE: NEW }, 'verify', sealed).json.data;
  expect(checked).toMatchObject({ ok: true, checked: { evidence: 1 } });
});

test('a copy and a backup keep theirs', async () => {
  const backup = b.path('backup.holdfast');
  copyFileSync(path, backup);
  await engine.open(path);
  await change();
  await engine.close();
  // Somebody who has not seen the newer one.
  expect(await openEngine(b.path('reader')).verify(backup)).toMatchObject({ ok: true });
  expect(await engine.verify(b.path('given.holdfast'), 'x y z')).toMatchObject({ ok: true });
});

test('what cannot be is refused, and nothing is changed', async () => {
  const { mtimeMs } = statSync(path);
  await engine.open(path, true);
  expect((await engine.refused('case.change-passphrase', { newPassphrase: NEW })).code).toBe('read-only');
  expect(statSync(path).mtimeMs).toBe(mtimeMs);
  await engine.open(path);
  expect((await engine.refused('case.change-passphrase', { newPassphrase: PASSPHRASE })).message).toContain(
    'has already',
  );
  expect((await engine.refused('case.change-passphrase', { newPassphrase: 'a\nb' })).code).toBe(
    'passphrase-unusable',
  );
  // Somebody else holds the case.
  const answer = b.cliWith({ HOLDFAST_NEW_PASSPHRASE: NEW }, 'passwd', path);
  expectRefusal(answer, { code: 'file-locked', status: 4, names: path, advice: /Lock it there first/ });
  await engine.close();
  expect(await engine.verify(path)).toMatchObject({ ok: true });
  const missing = b.cli('passwd', path);
  expectRefusal(missing, {
    code: 'new-passphrase-missing',
    status: 3,
    names: path,
    advice: /HOLDFAST_NEW_PASSPHRASE/,
  });
});

test('a link to the case stays a link', async () => {
  const link = b.path(`link-${attempts}.holdfast`);
  symlinkSync(path, link);
  await engine.open(link);
  await change();
  await engine.close();
  expect(await engine.verify(path, NEW)).toMatchObject({ ok: true });
  expect(await engine.verify(link, NEW)).toMatchObject({ ok: true });
});

test(
  `killed ${KILLS} times: the old file or the new one, whole, and nothing is left`,
  // No promise, but an end where it hangs: each kill is a start of the program and a check of the record.
  { timeout: 900_000 },
  async () => {
    const seen = new Set<string>();
    writeFileSync(b.path('words'), NEW);
    const command = ['passwd', path, '--continue-older', '--new-passphrase-file', b.path('words')];
    const began = performance.now();
    // In a process of its own, as those that are killed.
    expect(b.run(command).status).toBe(0);
    const takes = performance.now() - began;
    for (let n = 0; n < KILLS; n += 1) {
      copyFileSync(original, path);
      const child = b.start(...command);
      const ended = once(child, 'exit');
      await wait(takes * (0.3 + (0.8 * n) / KILLS));
      child.kill('SIGKILL');
      await ended;
      const [old, young] = [await engine.verify(path), await engine.verify(path, NEW)];
      const opens = [old, young].map((check) => 'ok' in check && check.ok);
      expect(opens.filter(Boolean), JSON.stringify([old, young])).toHaveLength(1);
      const passphrase = opens[0] === true ? PASSPHRASE : NEW;
      seen.add(passphrase);
      expect(
        b.cliWith({ HOLDFAST_PASSPHRASE: passphrase }, 'note', path, 'x', '--continue-older').status,
      ).toBe(0);
      expect(readdirSync(b.folder).filter((name) => name.includes('.new'))).toEqual([]);
    }
    // The kills did not all come too early or too late.
    if (full) expect(seen.size).toBe(2);
  },
);
