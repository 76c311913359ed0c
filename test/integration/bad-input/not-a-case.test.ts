import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { Database } from '@signalapp/sqlcipher';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bench, bench } from '../../support/cli.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { type Refusal, expectError, expectRefusal } from '../../support/refusal.ts';
import { contents, smallCase } from '../../support/small-case.ts';
let b: Bench;
let engine: OpenEngine;
let good = '';
let attempts = 0;
let folder = '';

beforeAll(async () => {
  b = bench('not-a-case');
  good = await smallCase(b.path('good.holdfast'), b.path('profile'));
  engine = openEngine(b.path('profile'));
});

beforeEach(() => {
  attempts += 1;
  folder = b.path(`attempt-${attempts}`);
  mkdirSync(folder);
});

afterAll(async () => {
  await engine.close();
  b.clean();
});

const PAGE = 4096;

/** Each way to open it refuses alike, changes nothing and leaves nothing beside the file. */
async function expectRefusedEverywhere(path: string, refusal: Omit<Refusal, 'names'>): Promise<void> {
  const before = contents(folder);
  const expected = { ...refusal, names: path };
  expectRefusal(b.cli('timeline', path), expected);
  expectError(await engine.refused('case.open', { path, passphrase: 'correct horse battery' }), expected);
  const verified = await engine.verify(path);
  expect(verified).toHaveProperty('code', refusal.code);
  expect(contents(folder)).toEqual(before);
}

describe('a file that is no case says what it is, and is left as it is', () => {
  test('random bytes that could be a case: the passphrase does not open them', async () => {
    const path = `${folder}/random.holdfast`;
    writeFileSync(path, randomBytes(8 * PAGE));
    await expectRefusedEverywhere(path, {
      code: 'wrong-passphrase',
      status: 3,
      advice: /look for another copy/,
    });
  });

  test('random bytes of another size', async () => {
    const path = `${folder}/random.holdfast`;
    writeFileSync(path, randomBytes(8 * PAGE + 17));
    await expectRefusedEverywhere(path, {
      code: 'not-a-case',
      status: 4,
      advice: /no multiple of 4096.*Nothing was changed/,
    });
  });

  test('a text file', async () => {
    const path = `${folder}/notes.txt`;
    writeFileSync(path, '02:14 alert\n');
    await expectRefusedEverywhere(path, {
      code: 'not-a-case',
      status: 4,
      advice: /12 bytes.*Nothing was changed/,
    });
  });

  test('a folder', async () => {
    const path = `${folder}/folder.holdfast`;
    mkdirSync(path);
    await expectRefusedEverywhere(path, {
      code: 'not-a-case',
      status: 4,
      advice: /it is a folder.*Nothing was changed/,
    });
  });

  test('a plain SQLite database', async () => {
    const path = `${folder}/plain.sqlite`;
    const db = new Database(path);
    db.exec('CREATE TABLE entry (seq INTEGER PRIMARY KEY); INSERT INTO entry VALUES (1)');
    db.close();
    await expectRefusedEverywhere(path, {
      code: 'plain-database',
      status: 4,
      advice: /unencrypted SQLite.*Nothing was changed/,
    });
  });

  test('an empty file does not open as a new, empty case', async () => {
    const path = `${folder}/empty.holdfast`;
    writeFileSync(path, '');
    await expectRefusedEverywhere(path, { code: 'file-empty', status: 4, advice: /Look for another copy/ });
  });

  test('a file that is not there is not created', async () => {
    const path = `${folder}/gone.holdfast`;
    await expectRefusedEverywhere(path, { code: 'file-missing', status: 4, advice: /Check the name/ });
    expect(contents(folder)).toEqual({});
  });

  test('an encrypted database of another program', async () => {
    const path = `${folder}/other.db`;
    const db = new Database(path);
    db.pragma(`key = 'correct horse battery'`);
    db.exec('CREATE TABLE customer (name TEXT)');
    db.close();
    await expectRefusedEverywhere(path, {
      code: 'not-a-case',
      status: 4,
      advice: /another program.*Nothing was changed/,
    });
  });
});

describe('a case that was cut off is never shown as good', () => {
  test.each([
    ['to a whole number of pages', (size: number) => size - 2 * PAGE],
    ['to half of its pages', (size: number) => Math.floor(size / PAGE / 2) * PAGE],
    ['to its first page', () => PAGE],
    ['in the middle of a page', (size: number) => size - 1000],
    ['by one byte', (size: number) => size - 1],
  ])('%s', async (_, shorter) => {
    const path = `${folder}/cut.holdfast`;
    copyFileSync(good, path);
    const { length } = readFileSync(good);
    truncateSync(path, shorter(length));
    await expectRefusedEverywhere(path, {
      code: 'file-truncated',
      status: 4,
      advice: new RegExp(`${shorter(length)} bytes are there, ${length} are needed. Look for another copy`),
    });
  });

  test('to less than a page: too little is left to see that it was a case', async () => {
    const path = `${folder}/cut.holdfast`;
    writeFileSync(path, readFileSync(good).subarray(0, 500));
    await expectRefusedEverywhere(path, {
      code: 'not-a-case',
      status: 4,
      advice: /500 bytes.*Nothing was changed/,
    });
  });
});

describe('a case that grew behind its end is told apart from a whole one', () => {
  test.each([
    ['whole pages', 2 * PAGE],
    ['some bytes', 100],
  ])('%s: it opens, and verify says so', async (_, more) => {
    const path = `${folder}/grown.holdfast`;
    writeFileSync(path, Buffer.concat([readFileSync(good), randomBytes(more)]));
    const before = contents(folder);
    const verified = await engine.verify(path);
    expect(verified).toMatchObject({ ok: false });
    expect(contents(folder)).toEqual(before);
  });
});
