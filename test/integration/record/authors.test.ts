import { cpSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseAuthor } from '../../../src-main/contract/author.ts';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import { keyWords } from '../../../src-main/domain/fingerprint.ts';
import type { WritableDb } from '../../../src-main/store/db.ts';
import { insertProjected } from '../../../src-main/store/queries/projection.ts';
import { PASSPHRASE } from '../../support/cli.ts';
import { type HandClock, handClock } from '../../support/full-case.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { verifyCase } from '../../verifier/verify-case.ts';

const folder = mkdtempSync(join(tmpdir(), 'holdfast-authors-'));
const keep = new Set<OpenEngine>();
let attempts = 0;
let path = '';
let clock: HandClock;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each test has a case by the founder Ada, and other people with devices of their own. */
beforeEach(async () => {
  attempts += 1;
  path = join(folder, `case-${attempts}.holdfast`);
  clock = handClock('2026-11-17T01:00:00.000Z');
  const ada = await at('Ada', false);
  await ada.ask('case.create', { path, title: 'Uploads', passphrase: PASSPHRASE, zone: 'UTC' });
  await ada.close();
});

/** Sits down at a person's own device. Only one has the file open at a time. */
async function at(person: string, opens = true): Promise<OpenEngine> {
  for (const engine of keep) await engine.close();
  keep.clear();
  clock.pass(60_000);
  const engine = openEngine(join(folder, `${attempts}-${person}`), { as: person, clock });
  keep.add(engine);
  if (opens) await engine.open(path);
  return engine;
}

async function writes(person: string, text: string): Promise<EntryView> {
  return (await (await at(person)).ask('note.add', { text })).entry;
}

async function list(): Promise<CaseAuthor[]> {
  const reader = await at('Reader', false);
  await reader.open(path, true);
  return (await reader.ask('author.list', {})).authors;
}

const authors = async (): Promise<Map<string, CaseAuthor>> =>
  new Map((await list()).map((author) => [author.name, author]));

const keyOf = async (name: string): Promise<string> => (await authors()).get(name)?.key ?? '';

async function trusts(): Promise<Record<string, string>> {
  return Object.fromEntries([...(await authors())].map(([name, { trust }]) => [name, trust]));
}

async function sound(): Promise<void> {
  for (const engine of keep) await engine.close();
  keep.clear();
  expect(verifyCase(path, PASSPHRASE).problems).toEqual([]);
  const reader = openEngine(join(folder, 'reader'));
  expect(await reader.verify(path)).toMatchObject({ ok: true, problems: [] });
  await reader.close();
}

describe('whom the record trusts', () => {
  test('a key is unconfirmed until somebody in the circle compared its words; every entry shows it', async () => {
    await writes('Ben', 'I am new here');
    expect(await trusts()).toEqual({ Ada: 'founder', Ben: 'unconfirmed' });
    const ben = (await authors()).get('Ben');
    expect(ben?.words).toEqual(keyWords(ben?.key ?? ''));
    const ada = await at('Ada');
    const done = await ada.ask('author.confirm', {
      key: (ben?.words ?? []).join(' ').toLowerCase(),
      by: 'telephone',
      why: 'called him back',
    });
    expect(done.author).toMatchObject({
      trust: 'confirmed',
      thisDevice: false,
      judgements: [{ says: 'confirmed', judge: { name: 'Ada', trust: 'founder' }, why: 'called him back' }],
    });
    expect(done.entry).toMatchObject({ kind: 'key-confirmed', key: ben?.key, by: 'telephone' });
    // The entry from before the confirmation is his as well.
    const { entries } = await ada.ask('timeline.list', { author: 'Ben' });
    expect(entries.map(({ author }) => author.trust)).toEqual(['confirmed', 'confirmed']);
    await sound();
  });

  test('what an unconfirmed author settles counts and is marked, until somebody confirms the key', async () => {
    const thing = { title: 'USB disk', heldBy: 'Ada', location: 'desk' };
    await (await at('Ada')).ask('evidence.add-thing', thing);
    const ben = await at('Ben');
    await ben.ask('phase.enter', { phase: 'containment', why: 'it spreads' });
    await ben.ask('evidence.hold', { exhibit: 'EV-001', on: true, why: 'the insurer asked' });
    const unsure = async (): Promise<unknown> => {
      const ada = await at('Ada');
      const info = await ada.ask('case.info', {});
      const { exhibit } = await ada.ask('evidence.show', { exhibit: 'EV-001' });
      expect([info.phase, exhibit.hold]).toEqual(['containment', true]);
      return [info.phaseUnsure, exhibit.custodyState.unsure];
    };
    expect(await unsure()).toEqual([['Ben'], ['Ben']]);
    const key = await keyOf('Ben');
    await (await at('Ada')).ask('author.confirm', { key, by: 'telephone' });
    expect(await unsure()).toEqual([[], undefined]);
  });

  test('a stranger confirms and disowns nobody', async () => {
    await writes('Eve', 'I am Eve');
    await writes('Mallory', 'I am Mallory');
    const [eve, ada] = [await keyOf('Eve'), await keyOf('Ada')];
    const mallory = await at('Mallory');
    const { author } = await mallory.ask('author.confirm', { key: eve.slice(0, 8), by: 'in-person' });
    expect(author.trust).toBe('unconfirmed');
    await mallory.ask('author.disown', { key: ada, by: 'telephone' });
    expect(await trusts()).toEqual({ Ada: 'founder', Eve: 'unconfirmed', Mallory: 'unconfirmed' });
    // Control: once the founder confirms Mallory, both count, and the founder is disowned from the beginning.
    const key = await keyOf('Mallory');
    await (await at('Ada')).ask('author.confirm', { key, by: 'telephone' });
    expect(await trusts()).toMatchObject({ Ada: 'disowned' });
  });

  test('a disowned key is doubtful from then on, and what it wrote before is not', async () => {
    await writes('Ben', 'before the loss');
    const key = await keyOf('Ben');
    await (await at('Ada')).ask('author.confirm', { key, by: 'telephone' });
    clock.set('2026-11-17T03:00:00.000Z');
    await writes('Ben', 'after the loss');
    const ada = await at('Ada');
    const { entry, author } = await ada.ask('author.disown', {
      key,
      by: 'telephone',
      why: 'laptop lost',
      since: '02:30',
    });
    expect(entry).toMatchObject({ since: '2026-11-17T02:30:00.000Z', why: 'laptop lost' });
    expect(author).toMatchObject({ trust: 'disowned', disownedSince: '2026-11-17T02:30:00.000Z' });
    const { entries } = await ada.ask('timeline.list', { kinds: ['note'] });
    expect(entries.map(({ text, author: by }) => [text, by.trust])).toEqual([
      ['before the loss', 'confirmed'],
      ['after the loss', 'disowned'],
    ]);
    // Confirmed anew: the newer word of the same judge takes the place of the older.
    expect((await ada.ask('author.confirm', { key, by: 'in-person' })).author.trust).toBe('confirmed');
    await sound();
  });

  test('nobody judges a key of their own, and a key is named so that it cannot be mistaken', async () => {
    await writes('Ben', 'hello');
    const [own, ben] = [await keyOf('Ada'), (await authors()).get('Ben')];
    const ada = await at('Ada');
    const before = (await ada.ask('case.info', {})).entries;
    const by = 'telephone';
    for (const [method, says] of [
      ['author.confirm', /cannot confirm itself/],
      ['author.disown', /cannot disown itself/],
    ] as const) {
      expect(await ada.refused(method, { key: own, by })).toMatchObject({ code: 'wrong-use' });
      expect((await ada.refused(method, { key: own, by })).message).toMatch(says);
    }
    expect(await ada.refused('author.same', { key: own })).toMatchObject({ code: 'wrong-use' });
    for (const key of [ben?.key.slice(0, 7) ?? '', 'ffffffff', '', 'Ben']) {
      const error = await ada.refused('author.confirm', { key, by });
      expect(['author-unknown', 'fingerprint-not-understood']).toContain(error.code);
    }
    const [first = '', ...rest] = ben?.words ?? [];
    const slip = await ada.refused('author.confirm', { key: [`${first}x`, ...rest].join(' '), by });
    expect(slip.code).toBe('fingerprint-not-understood');
    expect(slip.message).toContain(`perhaps ${first}`);
    expect((await ada.refused('author.confirm', { key: rest.join(' '), by })).code).toBe(
      'fingerprint-not-understood',
    );
    expect(await ada.refused('author.disown', { key: ben?.key ?? '', by, since: 'soon' })).toMatchObject({
      code: 'time-not-understood',
    });
    expect((await ada.ask('case.info', {})).entries).toBe(before);
  });

  test('words that fit two keys are refused: one was made to look like the other', async () => {
    await writes('Ben', 'hello');
    const ada = await at('Ada');
    const ben = (await ada.ask('author.list', {})).authors.find(({ name }) => name === 'Ben');
    const twin = `${ben?.key.slice(0, 8)}${'0'.repeat(56)}`;
    const { db } = ada.process.engine.open ?? {};
    if (db === undefined) throw new Error('no case');
    // Finding a real key takes an attacker days; its row in the list of authors is what the rule looks at.
    insertProjected(db as WritableDb, {
      table: 'author',
      values: [99, 'ab'.repeat(32), twin, 'Ben', '', ''],
    });
    const error = await ada.refused('author.confirm', { key: (ben?.words ?? []).join(' '), by: 'telephone' });
    expect(error).toMatchObject({ code: 'key-ambiguous', details: { keys: expect.arrayContaining([twin]) } });
    expect(error.message).toMatch(/trust none of them yet/);
    // More digits still tell them apart.
    const { author } = await ada.ask('author.confirm', { key: ben?.key.slice(0, 12) ?? '', by: 'telephone' });
    expect(author.key).toBe(ben?.key);
  });
});

describe('names', () => {
  test('a rename is an entry with the old and the new name; the key and its other cases follow', async () => {
    const other = join(folder, `other-${attempts}.holdfast`);
    const ada = await at('Ada');
    const { entry } = await ada.ask('author.rename', { name: 'Ada Lovelace', role: 'first contact' });
    expect(entry).toMatchObject({
      kind: 'author',
      before: 'Ada',
      name: 'Ada Lovelace',
      role: 'first contact',
      text: 'Ada is called Ada Lovelace from now on',
      author: { name: 'Ada Lovelace', trust: 'founder' },
    });
    const note = await ada.ask('note.add', { text: 'as before' });
    expect(note.entry.writer).toBe(entry.writer);
    expect(await ada.refused('author.rename', { name: 'Ada Lovelace' })).toMatchObject({ code: 'wrong-use' });
    expect(await ada.refused('author.rename', { name: ' ' })).toMatchObject({ code: 'wrong-use' });
    await ada.close();
    // The profile knows the new name: the next case is opened by it.
    const next = openEngine(join(folder, `${attempts}-Ada`), { clock });
    await next.ask('case.create', { path: other, title: 'Other', passphrase: PASSPHRASE });
    expect((await next.ask('author.list', {})).authors).toMatchObject([{ name: 'Ada Lovelace' }]);
    await next.close();
    await sound();
  });

  test('another case learns a new name when the key next writes there', async () => {
    const other = join(folder, `second-${attempts}.holdfast`);
    const ada = await at('Ada', false);
    await ada.ask('case.create', { path: other, title: 'Other', passphrase: PASSPHRASE });
    await ada.ask('author.rename', { name: 'Countess' });
    await ada.close();
    const engine = openEngine(join(folder, `${attempts}-Ada`), { clock });
    keep.add(engine);
    await engine.open(path);
    await engine.ask('note.add', { text: 'under the new name' });
    const { entries } = await engine.ask('timeline.list', { kinds: ['author'] });
    expect(entries.map(({ text }) => text)).toEqual([
      'Ada writes in this case',
      'Ada is called Countess from now on',
    ]);
    await sound();
  });

  test('two keys of one person bear one name once both say so', async () => {
    await writes('Ben', 'from his laptop');
    await writes('ben@desk', 'from his desk');
    const keys = [await keyOf('Ben'), await keyOf('ben@desk')] as const;
    const half = await (await at('Ben')).ask('author.same', { key: keys[1] });
    expect(half.author).toMatchObject({ name: 'ben@desk', samePersonAs: [] });
    const both = await (await at('ben@desk')).ask('author.same', { key: keys[0] });
    expect(both.author).toMatchObject({ samePersonAs: [keys[1]] });
    await (await at('Ben')).ask('author.rename', { name: 'Benjamin' });
    const ada = await at('Ada');
    const { entries } = await ada.ask('timeline.list', { kinds: ['note'] });
    expect(entries.map(({ author }) => author.name)).toEqual(['Benjamin', 'Benjamin']);
    // Each key is trusted by itself.
    await ada.ask('author.confirm', { key: keys[0], by: 'telephone' });
    const list = (await ada.ask('author.list', {})).authors;
    expect(list.map(({ trust }) => trust)).toEqual(['founder', 'confirmed', 'unconfirmed']);
    expect((await ada.ask('timeline.list', { kinds: ['note'], author: 'benjamin' })).total).toBe(2);
    await sound();
  });

  test('a device may have several authors; the window remembers who writes', async () => {
    const engine = openEngine(join(folder, `${attempts}-Ada`), { clock, remembered: true });
    keep.add(engine);
    const added = await engine.ask('author.add', { name: 'Owner', role: 'owner' });
    expect(added.author.words).toEqual(keyWords(added.author.key));
    expect(await engine.refused('author.add', { name: 'Owner' })).toMatchObject({ code: 'wrong-use' });
    await engine.open(path);
    const who = async (): Promise<string> =>
      (await engine.ask('note.add', { text: 'who?' })).entry.author.name;
    expect(await who()).toBe('Ada');
    await engine.ask('author.choose', { key: added.author.key });
    expect((await engine.ask('author.list', {})).writing).toBe(added.author.key);
    expect(await who()).toBe('Owner');
    expect(await engine.refused('author.choose', { key: 'ab'.repeat(32) })).toMatchObject({
      code: 'author-unknown',
    });
    await engine.close();
    // The command line is told, and never guesses.
    const shell = openEngine(join(folder, `${attempts}-Ada`), { clock });
    keep.add(shell);
    await shell.open(path);
    expect((await shell.ask('author.list', {})).writing).toBeNull();
    expect(await shell.refused('note.add', { text: 'x' })).toMatchObject({ code: 'author-ambiguous' });
    await sound();
  });
});

test('a lost profile costs a new key and nothing else', async () => {
  await writes('Ben', 'before the profile was lost');
  const before = await keyOf('Ben');
  const copy = `${path}.other-laptop`;
  copyFileSync(path, copy);
  rmSync(join(folder, `${attempts}-Ben`), { recursive: true });
  await writes('Ben', 'with a new key');
  const all = (await list()).filter(({ name }) => name === 'Ben');
  expect(all.map(({ trust }) => trust)).toEqual(['unconfirmed', 'unconfirmed']);
  expect(new Set(all.map(({ key }) => key)).size).toBe(2);
  expect(all[0]?.key).toBe(before);
  await sound();
  // The other copy goes on as well: nothing in the record depends on a profile.
  cpSync(copy, path);
  const ben = await at('Ben', false);
  await ben.ask('case.open', { path, passphrase: PASSPHRASE, continueOlder: true });
  await ben.ask('note.add', { text: 'in the other copy' });
  await sound();
});
