import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Compared, type Merged, type Preview, previewSchema } from '../../../src-main/contract/merge.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { resume } from '../../support/fork.ts';
import { forge } from '../../support/independent.ts';
import { sharedKey } from '../../support/keys.ts';
import { Laptop } from '../../support/laptops.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { random } from '../../support/random.ts';
import { contents } from '../../support/small-case.ts';
import { change, introduced } from '../verifier/scene.ts';

let b: Bench;
let ada: OpenEngine;
let ben: OpenEngine;
let attempts = 0;
let folder = '';
const path = (name: string): string => `${folder}/${name}`;

beforeAll(() => {
  b = bench('preview', 'served');
});

/** Ada has a case, Ben a copy of it, each a clock of their own: Ben's is 90 s behind. */
beforeEach(async () => {
  attempts += 1;
  folder = b.path(`try-${attempts}`);
  mkdirSync(folder);
  const clock = (offset: number) => ({
    now: () => Date.now() + offset,
    monotonic: () => Math.trunc(performance.now()),
    source: 'system' as const,
  });
  ada = openEngine(`${folder}-ada`, { as: 'Ada', clock: clock(0) });
  ben = openEngine(`${folder}-ben`, { as: 'Ben', clock: clock(-90_000) });
  await ada.ask('case.create', {
    path: path('mine.holdfast'),
    title: 'T',
    passphrase: PASSPHRASE,
    zone: 'UTC',
  });
  await ada.ask('note.add', { text: 'before the copy' });
  await ada.job('share.copy', { path: path('theirs.holdfast'), newPassphrase: PASSPHRASE });
  await ben.open(path('theirs.holdfast'));
});

afterEach(async () => {
  await ada.close();
  await ben.close();
});

afterAll(() => b.clean());

const theirs = () => ({ path: path('theirs.holdfast'), passphrase: PASSPHRASE });
const dataOf = (...args: string[]): Record<string, unknown> => b.cli(...args).json.data;
const previewed = async (): Promise<Preview> =>
  previewSchema.parse(await ada.job('record.preview', theirs()));

test('what is said before is what comes in, and looking changes neither file', async () => {
  await ada.ask('fact.state', { name: 'severity', value: 'low' });
  await ben.ask('note.add', { text: 'Ben: database is clean' });
  await ben.ask('fact.state', { name: 'severity', value: 'high' });
  writeFileSync(path('small.log'), 'GET / 200\n'.repeat(100));
  writeFileSync(path('large.bin'), randomBytes(5 * 2 ** 20));
  await ben.job('evidence.add', { paths: [path('small.log'), path('large.bin')], mode: 'stored' });
  await ben.close();
  await ada.ask('note.add', { text: 'Ada goes on' });
  const before = contents(folder);
  const preview = await previewed();
  expect(contents(folder)).toEqual(before);
  expect(preview).toMatchObject({
    same: 6,
    onlyHere: 3,
    onlyThere: preview.entries,
    forks: [],
    problems: [],
    authors: [{ name: 'Ben', trust: null, entries: preview.entries }],
    exhibits: [
      { exhibit: 'EV-B001', title: 'small.log', isNew: true, bytes: 'come' },
      { exhibit: 'EV-B002', title: 'large.bin', isNew: true, bytes: 'come' },
    ],
    stored: { exhibits: 2, bytes: 1000 + 5 * 2 ** 20 },
    branches: [{ entries: preview.entries }],
  });
  expect(preview.authors[0]?.words).toHaveLength(4);
  expect(new Map(preview.kinds.map(({ kind, entries, onlyHere }) => [kind, [entries, onlyHere]]))).toEqual(
    new Map([
      ['author', [1, 0]],
      ['note', [1, 1]],
      ['fact', [1, 1]],
      ['evidence', [2, 0]],
      ['custody', [2, 0]],
      ['copy-made', [0, 1]],
    ]),
  );
  const [conflict] = preview.conflicts;
  expect(preview.conflicts).toHaveLength(1);
  expect(conflict).toMatchObject({ what: 'fact/severity', about: null });
  expect(new Set(conflict?.values.map(({ side, text, name }) => `${side} ${text} ${name}`))).toEqual(
    new Set(['here Severity: low Ada', 'there Severity: high Ben']),
  );
  // Without the passphrase a second time: the copy is the one that was looked at.
  const merged = (await ada.job('record.merge', { path: theirs().path })) as Merged;
  expect(merged.added).toEqual({ entries: preview.entries, exhibits: 2, authors: 1 });
  expect(merged.evidence).toBe(preview.stored.exhibits);
  expect(merged.branches).toEqual(preview.branches.map(({ from, entries }) => ({ from, entries })));
  expect(merged.conflicts.map(({ what }) => what)).toEqual(['fact/severity']);
  const after = await previewed();
  expect(after).toMatchObject({
    entries: 0,
    onlyThere: 0,
    authors: [],
    branches: [],
    conflicts: [],
  });
});

test('a copy that was left, or another one, is not merged without its passphrase', async () => {
  await ben.close();
  await previewed();
  await ada.ask('record.leave', {});
  await expect(ada.job('record.merge', { path: theirs().path })).rejects.toThrow('wrong-use');
  expect(await ada.refused('record.lacked', { side: 'there', from: 0, limit: 10 })).toMatchObject({
    code: 'wrong-use',
  });
});

test('how far their clock is from this one is estimated, with what it rests on', async () => {
  await ben.ask('note.add', { text: 'Ben' });
  await ben.close();
  const [clock] = (await previewed()).clocks;
  // Ben wrote after Ada by an unknown time, but not before her.
  expect(clock).toMatchObject({ name: 'Ben', compared: null, least: null });
  expect(clock?.most).toBeGreaterThan(-90_000);
  expect(clock?.most).toBeLessThan(0);
  await ada.job('record.merge', { path: theirs().path });
  await ada.ask('note.add', { text: 'Ada read it' });
  await ada.ask('clock.check', { reference: new Date().toISOString(), source: 'telephone' });
  await ada.job('share.copy', { path: path('again.holdfast'), newPassphrase: PASSPHRASE });
  await ben.open(path('again.holdfast'));
  await ben.ask('clock.check', { reference: new Date().toISOString(), source: 'telephone' });
  await ben.close();
  const again = { path: path('again.holdfast'), passphrase: PASSPHRASE };
  const [second] = ((await ada.job('record.preview', again)) as Preview).clocks;
  expect(second?.least).toBeLessThanOrEqual(-90_000);
  expect(second?.most).toBeGreaterThan(-90_000);
  expect(second?.compared).toBeGreaterThan(-92_000);
  expect(second?.compared).toBeLessThan(-88_000);
});

test('bytes that are not there, or have another hash, are named before', async () => {
  for (const name of ['a.bin', 'b.bin']) writeFileSync(path(name), randomBytes(5 * 2 ** 20));
  writeFileSync(path('c.log'), 'GET / 200\n'.repeat(100));
  await ben.job('evidence.add', { paths: ['a.bin', 'c.log'].map((name) => path(name)), mode: 'stored' });
  await ben.job('evidence.add', { paths: [path('b.bin')], mode: 'reference' });
  await ben.close();
  rmSync(path('theirs.holdfast-evidence'), { recursive: true });
  forge(path('theirs.holdfast'), (db) =>
    db.exec(`UPDATE evidence_blob SET codec = 'none', bytes = randomblob(1000)`),
  );
  const { exhibits, stored } = await previewed();
  expect(exhibits.map(({ title, bytes }) => [title, bytes])).toEqual([
    ['a.bin', 'missing'],
    ['c.log', 'wrong'],
    ['b.bin', 'none'],
  ]);
  expect(stored).toEqual({ exhibits: 0, bytes: 0 });
});

test('kinds of a newer Holdfast are counted and called so; a copy that does not hold together is not promised', async () => {
  await ben.close();
  change(path('theirs.holdfast'), PASSPHRASE, random(1), (scene) => {
    introduced(scene).write({ kind: 'x-new', header: { kind_version: 7 }, fields: { what: [1] } });
  });
  expect((await previewed()).kinds).toEqual([
    { kind: 'author', entries: 1, onlyHere: 0, known: true },
    { kind: 'x-new', entries: 1, onlyHere: 0, known: false },
    { kind: 'copy-made', entries: 0, onlyHere: 1, known: true },
  ]);
  forge(path('theirs.holdfast'), (db) => db.exec(`UPDATE field SET value = '[2]' WHERE value = '[1]'`));
  const bad = await previewed();
  expect(bad).toMatchObject({ entries: 0, kinds: [], conflicts: [] });
  expect(bad.problems.map(({ code }) => code)).toContain('field-wrong');
});

test('what only one file has is listed by time, in pages, in the window and on the command line', async () => {
  for (let i = 0; i < 7; i += 1) await ben.ask('note.add', { text: `Ben ${i}` });
  await ada.ask('note.add', { text: 'Ada' });
  await ben.close();
  const compared = (await ada.job('record.compare', theirs())) as Compared;
  expect(compared).toMatchObject({ onlyHere: 2, onlyThere: 8 });
  const there = async (from: number) =>
    (await ada.ask('record.lacked', { side: 'there', from, limit: 5 })).entries.map(({ text }) => text);
  expect([...(await there(0)), ...(await there(5))]).toEqual([
    'Ben writes in this case',
    ...Array.from({ length: 7 }, (_, i) => `Ben ${i}`),
  ]);
  const here = await ada.ask('record.lacked', { side: 'here', from: 0, limit: 5 });
  expect(here.total).toBe(2);
  expect(here.entries.at(-1)).toMatchObject({ kind: 'note', text: 'Ada', waits: false });
  await ada.close();
  const said = dataOf('compare', path('mine.holdfast'), path('theirs.holdfast'), '--limit', '3');
  expect(said['onlyThere']).toBe(8);
  expect(said['entriesThere']).toMatchObject([{ kind: 'author' }, { text: 'Ben 0' }, { text: 'Ben 1' }]);
  expect(said['entriesHere']).toHaveLength(2);
  expect(b.cli('compare', path('mine.holdfast'), path('theirs.holdfast'), '--limit', 'all').status).toBe(2);
  const look = dataOf('merge', path('mine.holdfast'), path('theirs.holdfast'), '--preview');
  expect(look).toMatchObject({ entries: 8, onlyHere: 2 });
  expect(dataOf('info', path('mine.holdfast'))).toMatchObject({ entries: 8 });
});

test('a fork is announced, and its later side is marked in the list', async () => {
  const key = await sharedKey(PASSPHRASE);
  const cem = new Laptop(folder, 'cem', key, random(attempts));
  cem.create();
  resume(cem.session, { path: cem.path, resumed: path('resumed.holdfast'), key });
  await ada.ask('case.open', { path: cem.path, passphrase: PASSPHRASE });
  const preview = (await ada.job('record.preview', {
    path: path('resumed.holdfast'),
    passphrase: PASSPHRASE,
  })) as Preview;
  expect(preview).toMatchObject({ entries: 0, onlyThere: 2, forks: [{ n: 2, entries: 2 }] });
  const { entries } = await ada.ask('record.lacked', { side: 'there', from: 0, limit: 10 });
  expect(entries.map(({ waits }) => waits)).toEqual([true, true]);
  expect((await ada.ask('fork.list', {})).forks).toEqual([]);
});
