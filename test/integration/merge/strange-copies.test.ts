import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Merged } from '../../../src-main/contract/merge.ts';
import { SCHEMA } from '../../../src-main/store/migrations/index.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { forge } from '../../support/independent.ts';
import { openEngine } from '../../support/open-engine.ts';
import { random } from '../../support/random.ts';
import { mayMount, smallDisk } from '../../support/small-disk.ts';
import { contents, smallCase } from '../../support/small-case.ts';
import { verifyCase } from '../../verifier/verify-case.ts';
import { change, introduced } from '../verifier/scene.ts';

let b: Bench;
let folder = '';
let attempts = 0;
const path = (name: string): string => `${folder}/${name}.holdfast`;

beforeAll(() => {
  b = bench('strange-copies', 'served');
});

beforeEach(async () => {
  attempts += 1;
  folder = b.path(`try-${attempts}`);
  mkdirSync(folder);
  await smallCase(path('mine'), b.path('profile-a'));
  copyFileSync(path('mine'), path('theirs'));
});

afterAll(() => b.clean());

/** Somebody with a newer Holdfast writes an entry of a kind that this one does not know. */
const writeNewKind = (name: string): void =>
  change(path(name), PASSPHRASE, random(attempts), (scene) => {
    introduced(scene).write({ kind: 'x-new', header: { kind_version: 7 }, fields: { what: [1, null] } });
  });

const mergeInto = (own: string, other: string) => b.cli('merge', path(own), path(other));

test('a copy of a later version of the file is refused by name, to look at and to merge, and nothing is touched', () => {
  forge(path('theirs'), (db) => db.exec('PRAGMA user_version = 99'));
  const before = contents(folder);
  for (const more of [[], ['--preview']]) {
    const answer = b.cli('merge', path('mine'), path('theirs'), ...more);
    expect(answer).toMatchObject({ status: 4, json: { error: { code: 'newer-format' } } });
    expect(answer.json.error.message).toContain('theirs.holdfast');
  }
  expect(contents(folder)).toEqual(before);
  // Control: of this version it is taken.
  forge(path('theirs'), (db) => db.exec(`PRAGMA user_version = ${SCHEMA}`));
  expect(mergeInto('mine', 'theirs').status).toBe(0);
});

test('an entry in a later format of entries: named, and nothing is taken in', () => {
  change(path('theirs'), PASSPHRASE, random(attempts), (scene) => {
    introduced(scene).write({ header: { format: 2 } });
  });
  const before = b.cli('info', path('mine')).json.data.entries;
  const answer = mergeInto('mine', 'theirs');
  expect(answer).toMatchObject({ status: 1, json: { data: { added: { entries: 0 } } } });
  const codes = (answer.json.data.problems as { code: string }[]).map(({ code }) => code);
  expect(codes).toContain('format-unknown');
  expect(b.cli('info', path('mine')).json.data.entries).toBe(before);
});

test('kinds of a newer Holdfast come through three laptops as they are, and are called so', () => {
  writeNewKind('theirs');
  copyFileSync(path('mine'), path('third'));
  expect(mergeInto('mine', 'theirs').json.data).toMatchObject({ added: { entries: 2 }, problems: [] });
  b.cli('note', path('mine'), 'written on after it');
  expect(mergeInto('third', 'mine').json.data).toMatchObject({ added: { entries: 4 }, problems: [] });
  for (const name of ['mine', 'third']) {
    expect(b.cli('verify', path(name)).json.data).toMatchObject({ ok: true });
    expect(verifyCase(path(name), PASSPHRASE)).toMatchObject({ ok: true });
    const entries = b.cli('timeline', path(name)).json.data.entries as Record<string, unknown>[];
    expect(entries.find(({ kind }) => kind === 'x-new')).toMatchObject({
      what: [1, null],
      text: expect.stringContaining('written by a newer Holdfast'),
    });
  }
});

test('a copy whose stored bytes are gone: its entries come in, its bytes are missing, and the next copy brings them', async () => {
  const file = `${folder}/large.bin`;
  writeFileSync(file, randomBytes(5 * 2 ** 20));
  const ben = openEngine(b.path(`profile-b${attempts}`), { as: 'Ben' });
  await ben.open(path('theirs'));
  await ben.job('evidence.add', { paths: [file], mode: 'stored' });
  await ben.job('share.copy', { path: path('whole'), newPassphrase: PASSPHRASE });
  await ben.close();
  rmSync(`${path('theirs')}-evidence`, { recursive: true });
  const merged = mergeInto('mine', 'theirs').json.data as Merged;
  expect(merged).toMatchObject({ added: { exhibits: 1 }, evidence: 0, problems: [] });
  const codes = (b.cli('verify', path('mine')).json.data.problems as { code: string }[]).map(
    ({ code }) => code,
  );
  expect(codes).toEqual(['evidence-missing']);
  expect(mergeInto('mine', 'whole').json.data).toMatchObject({ evidence: 1 });
  expect(b.cli('verify', path('mine')).json.data).toMatchObject({ ok: true });
});

describe.skipIf(!mayMount)('on a full disk (needs the right to mount)', () => {
  test('nothing is changed, and with room the same merge ends', async () => {
    const ben = openEngine(b.path(`profile-b${attempts}`), { as: 'Ben' });
    await ben.open(path('theirs'));
    for (let i = 0; i < 200; i += 1) await ben.ask('note.add', { text: `Ben ${i} ${'x'.repeat(500)}` });
    await ben.close();
    const disk = smallDisk(4 * 2 ** 20);
    try {
      const mine = disk.path('mine.holdfast');
      copyFileSync(path('mine'), mine);
      const before = b.cli('info', mine).json.data.entries as number;
      disk.fill();
      const full = b.cli('merge', mine, path('theirs'));
      expect(full).toMatchObject({ status: 4, json: { error: { code: 'disk-full' } } });
      disk.free();
      expect(b.cli('info', mine).json.data.entries).toBe(before);
      expect(b.cli('verify', mine).json.data).toMatchObject({ ok: true });
      expect(b.cli('merge', mine, path('theirs')).json.data).toMatchObject({ added: { entries: 201 } });
      expect(b.cli('verify', mine).json.data).toMatchObject({ ok: true });
    } finally {
      disk.remove();
    }
  });
});
