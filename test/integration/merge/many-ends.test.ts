import { copyFileSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIMITS } from '../../../src-main/domain/limits.ts';
import { openCaseForWriting } from '../../../src-main/store/open-case.ts';
import { replaceTips, tips } from '../../../src-main/store/queries/entry.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { extendCase, generateCase } from '../../support/generate-record.ts';
import { sharedKey } from '../../support/keys.ts';
import { expectRefusal } from '../../support/refusal.ts';

let b: Bench;
let [one, many, fewer] = ['', '', ''];

beforeAll(async () => {
  b = bench('many-ends', 'served');
  [one, many, fewer] = ['one', 'many', 'fewer'].map((name) => b.path(`${name}.holdfast`)) as [
    string,
    string,
    string,
  ];
  await generateCase(one, { entries: 8, seed: 41, passphrase: PASSPHRASE });
  copyFileSync(one, many);
  for (let i = 0; i < LIMITS.parents; i += 1) {
    await continued(many, 100 + i);
    if (i === LIMITS.parents - 2) copyFileSync(many, fewer);
  }
  await extendCase(one, { entries: 3, seed: 42, passphrase: PASSPHRASE });
});

afterAll(() => b.clean());

let beginning: Uint8Array[] | undefined;

/** Writes on from the first end, as one copy of many would, and brings it together with the ends before. */
async function continued(path: string, seed: number): Promise<void> {
  const key = await sharedKey(PASSPHRASE);
  const withTips = (work: (ends: Uint8Array[]) => Uint8Array[] | null): void => {
    const db = openCaseForWriting(path, { key });
    try {
      const ends = work(tips(db));
      if (ends !== null) db.transaction(() => replaceTips(db, ends));
    } finally {
      db.close();
    }
  };
  let before: Uint8Array[] = [];
  withTips((ends) => {
    beginning ??= ends;
    before = ends === beginning ? [] : ends;
    return beginning;
  });
  await extendCase(path, { entries: 3, seed, passphrase: PASSPHRASE });
  withTips((ends) => [...before, ...ends]);
}

test('as many ends as one entry can name come together, and the next entry joins them', () => {
  const target = b.path('target.holdfast');
  copyFileSync(one, target);
  expect(b.cli('merge', target, fewer).json).toMatchObject({ ok: true, data: { problems: [] } });
  expect(b.cli('note', target, 'all of us').status).toBe(0);
  const entries = b.cli('timeline', target).json.data.entries as { parents: string[] }[];
  expect(Math.max(...entries.map(({ parents }) => parents.length))).toBe(LIMITS.parents);
  expect(b.cli('verify', target).json.data).toMatchObject({ ok: true });
});

test('one more is refused, and nothing is changed', () => {
  const before = readFileSync(one);
  expectRefusal(b.cli('merge', one, many), {
    code: 'too-many-ends',
    status: 2,
    names: many,
    advice: /65 open ends, more than the 64 .*Write a note in this file/,
  });
  expect(readFileSync(one).equals(before)).toBe(true);
});
