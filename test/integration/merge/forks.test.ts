import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Merged } from '../../../src-main/contract/merge.ts';
import { resume } from '../../support/fork.ts';
import { sharedKey } from '../../support/keys.ts';
import { Laptop, laptopsFolder } from '../../support/laptops.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { random } from '../../support/random.ts';

const PASSPHRASE = 'forks';
let place: ReturnType<typeof laptopsFolder>;
let engine: OpenEngine;
let path = '';
let resumed = '';
let attempts = 0;

beforeAll(() => {
  place = laptopsFolder();
});

afterAll(() => place.remove());

/** One writer wrote its third entry in two files, and one entry more in the second. */
beforeEach(async () => {
  attempts += 1;
  const key = await sharedKey(PASSPHRASE);
  const ada = new Laptop(place.folder, `ada-${attempts}`, key, random(attempts));
  ada.create();
  path = ada.path;
  resumed = join(place.folder, `resumed-${attempts}.holdfast`);
  resume(ada.session, { path, resumed, key });
  engine = openEngine(join(place.folder, `profile-${attempts}`), { as: 'Ben' });
  await engine.ask('case.open', { path, passphrase: PASSPHRASE });
});

afterEach(async () => engine.close());

const merge = async (): Promise<Merged> =>
  (await engine.job('record.merge', { path: resumed, passphrase: PASSPHRASE })) as Merged;
const texts = async (): Promise<string[]> =>
  (await engine.ask('timeline.list', { kinds: ['note'] })).entries.map(({ text }) => text);

test('a fork is reported each time, waits outside the record, and can be taken out as a file', async () => {
  for (const _ of ['first', 'again']) {
    const merged = await merge();
    expect(merged).toMatchObject({ added: { entries: 0 }, problems: [], forks: [{ n: 2, entries: 2 }] });
  }
  expect(await texts()).toEqual(['before the snapshot', 'in the original']);
  const { forks } = await engine.ask('fork.list', {});
  expect(forks).toMatchObject([{ name: expect.stringContaining('ada'), n: 2, entries: 2, origin: resumed }]);
  const out = join(place.folder, `fork-${attempts}.json`);
  await engine.ask('fork.export', { fork: forks[0]?.id ?? '', path: out });
  expect(readFileSync(out, 'utf8')).toContain('in the resumed machine');
  expect(await engine.refused('fork.export', { fork: forks[0]?.id ?? '', path: out })).toMatchObject({
    code: 'already-exists',
  });
  await engine.close();
  expect(await engine.verify(path, PASSPHRASE)).toMatchObject({ ok: true });
});

test('admitted with a reason, both sides are part of the record, and of every later merge', async () => {
  await merge();
  const { forks } = await engine.ask('fork.list', {});
  const id = forks[0]?.id.slice(0, 8) ?? '';
  expect(await engine.refused('fork.admit', { fork: id, why: ' ' })).toMatchObject({ code: 'wrong-use' });
  const admitted = (await engine.job('fork.admit', { fork: id, why: 'the machine was resumed' })) as Merged;
  expect(admitted).toMatchObject({ added: { entries: 2 }, forks: [], problems: [] });
  expect((await engine.ask('fork.list', {})).forks).toEqual([]);
  expect(await texts()).toEqual(
    expect.arrayContaining(['in the original', 'in the resumed machine', 'and on']),
  );
  await engine.ask('note.add', { text: 'after' });
  expect((await merge()).forks).toEqual([]);
  await engine.close();
  expect(await engine.verify(path, PASSPHRASE)).toMatchObject({ ok: true });
  // The other file takes in both sides as well, and says so.
  await engine.ask('case.open', { path: resumed, passphrase: PASSPHRASE, continueOlder: true });
  const other = (await engine.job('record.merge', { path, passphrase: PASSPHRASE })) as Merged;
  expect(other).toMatchObject({ forks: [], problems: [], admitted: [{}] });
  await engine.close();
  const [a, c] = [await engine.verify(path, PASSPHRASE), await engine.verify(resumed, PASSPHRASE)];
  expect(c).toMatchObject({ ok: true });
  expect('projection' in a && 'projection' in c && a.projection === c.projection).toBe(true);
  // A copy carries both sides.
  await engine.ask('case.open', { path, passphrase: PASSPHRASE });
  const copy = join(place.folder, `copy-${attempts}.holdfast`);
  await engine.job('share.copy', { path: copy, newPassphrase: PASSPHRASE });
  await engine.close();
  expect(await engine.verify(copy, PASSPHRASE)).toMatchObject({ ok: true });
});

test('what names no fork is refused with the ones that there are', async () => {
  expect((await engine.refused('fork.admit', { fork: 'ffffffff', why: 'x' })).message).toContain(
    'No fork waits',
  );
  await merge();
  const { forks } = await engine.ask('fork.list', {});
  expect((await engine.refused('fork.admit', { fork: 'ffffffff', why: 'x' })).message).toContain(
    forks[0]?.id.slice(0, 8),
  );
});
