import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FileCheck, fileCheckSchema } from '../../../src-main/contract/file-check.ts';
import { sha256 } from '../../../src-main/casework/node-crypto.ts';
import { hex } from '../../../src-main/domain/bytes.ts';
import { PASSPHRASE } from '../../support/cli.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { contents, smallCase } from '../../support/small-case.ts';

const folder = mkdtempSync(join(tmpdir(), 'holdfast-file-check-'));
const cases = join(folder, 'cases');
const path = join(cases, 'a.holdfast');
let engine: OpenEngine;

beforeAll(async () => {
  const somebody = join(folder, 'somebody');
  await smallCase(path, somebody);
  // The last pages are of a draft, which is no part of the record.
  const writing = openEngine(somebody);
  await writing.open(path);
  await writing.ask('draft.save', { place: 'note', text: 'half a note '.repeat(2000) });
  await writing.close();
  engine = openEngine(join(folder, 'profile'));
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const check = async (file = path): Promise<FileCheck> =>
  fileCheckSchema.parse(await engine.job('file.check', { path: file, passphrase: PASSPHRASE }));

test('a file is checked without a trace: no author, no entry, nothing beside it, not on the list', async () => {
  const before = contents(cases);
  const { check: found, ...rest } = await check();
  expect(found).toMatchObject({ ok: true, checked: { entries: 6 }, unanchored: 6, problems: [] });
  expect(rest).toMatchObject({ authors: 1, exhibits: 0, elsewhere: 0, size: readFileSync(path).length });
  expect(rest.sha256).toBe(hex(sha256(readFileSync(path))));
  expect(contents(cases)).toEqual(before);
  expect((await engine.ask('profile.show', {})).authors).toEqual([]);
  expect((await engine.ask('profile.recent', {})).recent).toEqual([]);
});

test('the ten words are those of the record, and words that somebody kept are compared with it', async () => {
  const { fingerprint } = await check();
  const words = fingerprint?.words.join(' ') ?? '';
  expect(await engine.ask('file.compare', { told: words })).toMatchObject({
    known: true,
    position: 6,
    since: 0,
  });
  // The control: another word is not known.
  const wrong = words.replace(/^\w+/u, words.startsWith('aardvark') ? 'absurd' : 'aardvark');
  expect(await engine.ask('file.compare', { told: wrong })).toMatchObject({ known: false });
  await engine.ask('file.forget', {});
  expect(await engine.refused('file.compare', { told: words })).toMatchObject({ code: 'no-case' });
});

test('a changed byte is found, a wrong passphrase and another file are said, and an open case is in the way', async () => {
  const copy = join(folder, 'changed.holdfast');
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 100) ^ 1, bytes.length - 100);
  writeFileSync(copy, bytes);
  expect((await check(copy)).check).toMatchObject({ ok: false, counts: { 'page-damaged': 1 } });
  bytes.writeUInt8(bytes.readUInt8(2000) ^ 1, 2000);
  writeFileSync(copy, bytes);
  expect(await engine.jobRefused('file.check', { path: copy, passphrase: PASSPHRASE })).toMatchObject({
    code: 'first-page-damaged',
  });
  expect(await engine.jobRefused('file.check', { path, passphrase: 'another' })).toMatchObject({
    code: 'wrong-passphrase',
  });
  writeFileSync(copy, 'a letter');
  expect(await engine.jobRefused('file.check', { path: copy, passphrase: PASSPHRASE })).toMatchObject({
    code: 'not-a-case',
  });
  expect(await engine.refused('file.compare', { told: 'x' })).toMatchObject({ code: 'no-case' });
  await engine.open(path);
  expect(await engine.refused('file.check', { path: copy, passphrase: PASSPHRASE })).toMatchObject({
    code: 'wrong-use',
  });
});

test('an open case is proved by its own passphrase alone, in any Unicode form', async () => {
  await engine.open(path);
  expect(await engine.ask('case.prove', { passphrase: PASSPHRASE })).toEqual({});
  for (const passphrase of [`${PASSPHRASE} `, PASSPHRASE.toUpperCase()]) {
    expect(await engine.refused('case.prove', { passphrase })).toMatchObject({ code: 'wrong-passphrase' });
  }
  const accented = join(folder, 'accented.holdfast');
  await engine.ask('case.create', { path: accented, title: 'x', passphrase: 'caf\u00e9 noir' });
  expect(await engine.ask('case.prove', { passphrase: 'cafe\u0301 noir' })).toEqual({});
});

test('the key sheet holds the words, the name and a warning, and its text cannot become markup', async () => {
  const words = ['one', 'two', 'three', 'four', 'five', 'six'];
  const file = '<script>alert(1)</script>.holdfast';
  const sheet = await engine.ask('passphrase.sheet', { file, words, for: 'page' });
  for (const word of words) expect(sheet.html).toContain(`</span>${word}</li>`);
  expect(sheet.html).not.toContain('<script');
  expect(sheet.html).toContain('&lt;script&gt;');
  expect(sheet.html).toContain('plain text');
  const own = await engine.ask('passphrase.sheet', { file, words: ['a "quoted" one'], for: 'paper' });
  expect(own.html).toContain('a &quot;quoted&quot; one');
  expect(own.html).not.toContain('one space between two');
});

test('the list of files is switched off by the settings file, and erased from the disk', async () => {
  const profile = join(folder, 'forgetful');
  const settings = join(profile, 'settings.json');
  const other = openEngine(profile);
  const own = join(folder, 'own.holdfast');
  copyFileSync(path, own);
  await other.open(own);
  expect((await other.ask('profile.recent', {})).recent).toHaveLength(1);
  await other.ask('profile.forget-all', {});
  expect(await other.ask('profile.recent', {})).toEqual({ recent: [], kept: true });
  writeFileSync(
    settings,
    '{"format":"holdfast/settings/1","lockAfter":15,"theme":"system","textSize":100,"recent":false}',
  );
  await other.open(own);
  expect(await other.ask('profile.recent', {})).toEqual({ recent: [], kept: false });
  // A file that cannot be read may say no.
  writeFileSync(settings, '?');
  await other.open(own);
  expect((await other.ask('profile.recent', {})).recent).toEqual([]);
  // The control: without it the list is kept.
  rmSync(settings);
  await other.open(own);
  expect((await other.ask('profile.recent', {})).recent).toHaveLength(1);
  await other.close();
  expect(existsSync(settings)).toBe(false);
});

test('name and role are changed without a case, and the next entry of a case knows them', async () => {
  const profile = join(folder, 'renamed');
  const first = openEngine(profile, { remembered: true });
  await first.ask('profile.rename', { name: 'Ada', role: 'web developer' });
  await first.ask('profile.rename', { name: 'Ada Lovelace', role: 'owner' });
  expect(await first.refused('profile.rename', { name: ' ', role: '' })).toMatchObject({ code: 'wrong-use' });
  expect(await first.ask('profile.show', {})).toMatchObject({
    author: { name: 'Ada Lovelace', role: 'owner' },
    authors: [{ name: 'Ada Lovelace' }],
  });
  const mine = join(folder, 'mine.holdfast');
  await first.ask('case.create', { path: mine, title: 'x', passphrase: PASSPHRASE });
  const { entry } = await first.ask('note.add', { text: 'written' });
  expect(entry.author.name).toBe('Ada Lovelace');
  await first.close();
});
