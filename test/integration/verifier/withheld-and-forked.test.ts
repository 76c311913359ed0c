import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resume } from '../../support/fork.ts';
import { sharedKey } from '../../support/keys.ts';
import { Laptop, laptopsFolder } from '../../support/laptops.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { random } from '../../support/random.ts';
import { verifyCase } from '../../verifier/verify-case.ts';
import { type Scene, change } from './scene.ts';
import { takeAway } from './withholding.ts';

const PASSPHRASE = 'withheld and forked';
let place: ReturnType<typeof laptopsFolder>;
let engine: OpenEngine;
let path = '';

/** A password was pasted and withheld; a machine was resumed, its file merged, and both sides admitted. */
beforeAll(async () => {
  place = laptopsFolder();
  const key = await sharedKey(PASSPHRASE);
  const ada = new Laptop(place.folder, 'ada', key, random(1));
  ada.create();
  path = ada.path;
  const resumed = join(place.folder, 'resumed.holdfast');
  resume(ada.session, { path, resumed, key });
  engine = openEngine(join(place.folder, 'profile'), { as: 'Ben' });
  await engine.ask('case.open', { path, passphrase: PASSPHRASE });
  const { entry } = await engine.ask('note.add', { text: 'root / hunter2' });
  await engine.ask('entry.withhold', { entry: entry.id, field: 'text', why: 'a password' });
  await engine.job('record.merge', { path: resumed, passphrase: PASSPHRASE });
  const { forks } = await engine.ask('fork.list', {});
  await engine.job('fork.admit', { fork: forks[0]?.id ?? '', why: 'the machine was resumed' });
  await engine.ask('note.add', { text: 'after' });
  await engine.close();
}, 60_000);

afterAll(() => place.remove());

/** What the verifier says, and that Holdfast says the same. */
async function isGood(file: string): Promise<boolean> {
  const theirs = await engine.verify(file, PASSPHRASE);
  const { ok, problems } = verifyCase(file, PASSPHRASE);
  expect('ok' in theirs && theirs.ok, JSON.stringify([problems, theirs])).toBe(ok);
  return ok;
}

async function isGoodAfter(work: (scene: Scene) => void): Promise<boolean> {
  const changed = join(place.folder, 'changed.holdfast');
  copyFileSync(path, changed);
  change(changed, PASSPHRASE, random(1), work);
  return isGood(changed);
}

/** The row of one field, by its value. */
const fieldThatSays = ({ fields }: Scene, value: string) => {
  const field = fields.find((row) => row.value === JSON.stringify(value));
  if (field === undefined) throw new Error(`nothing says ${value}`);
  return field;
};

test('a withheld field and an admitted fork are good, for the verifier and for Holdfast', async () => {
  expect(await isGood(path)).toBe(true);
  expect(await isGoodAfter(() => {}), 'opened and closed by the other SQLCipher').toBe(true);
});

test('another field that is gone is not', async () => {
  expect(await isGoodAfter((scene) => takeAway(scene, fieldThatSays(scene, 'after')))).toBe(false);
});

test('nor is an admission whose number was changed', async () => {
  const changed = (scene: Scene): void => {
    const { row } = scene.fields.find(({ name, value }) => name === 'n' && value === '2') ?? { row: -1 };
    const { changes } = scene.db.prepare(`UPDATE field SET value = '3' WHERE rowid = ?`).run([row]);
    expect(changes).toBe(1);
  };
  expect(await isGoodAfter(changed)).toBe(false);
});
