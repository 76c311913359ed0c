import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundled } from '../../support/bundled.ts';
import { type Bench, bench } from '../../support/cli.ts';
import { edit } from '../../support/independent.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { expectError, expectRefusal } from '../../support/refusal.ts';

/** One passphrase in two spellings: é as one character, and as e with a combining accent. */
const COMPOSED = 'caf\u00E9 corr\u00E8ct b\u00E4ttery';
const DECOMPOSED = COMPOSED.normalize('NFD');
let b: Bench;
let engine: OpenEngine;
let path = '';

beforeAll(async () => {
  b = bench('passphrase');
  engine = openEngine(b.path('profile'));
  path = b.path('case.holdfast');
  await engine.ask('case.create', { path, title: 'T', passphrase: DECOMPOSED });
  await engine.close();
  engine = openEngine(b.path('profile'));
});

afterAll(async () => {
  await engine.close();
  b.clean();
});

const opens = async (passphrase: string): Promise<boolean> =>
  (await engine.process.call('case.open', { path, passphrase, readOnly: true })).ok;

describe('one passphrase opens a case however it was typed', () => {
  test('é in one character or in two is the same', async () => {
    expect(COMPOSED).not.toBe(DECOMPOSED);
    expect([await opens(COMPOSED), await opens(DECOMPOSED), await opens('cafe correct battery')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('another program opens it with the composed form, as FORMAT.md says', () => {
    edit(
      path,
      (db) => expect(db.prepare('SELECT count(*) AS n FROM entry').get()).toEqual({ n: 4 }),
      COMPOSED,
    );
  });

  test.each([
    ['a plain file', COMPOSED],
    ['with a line break at its end', `${COMPOSED}\n`],
    ['written on Windows: byte order mark and CR LF', `\uFEFF${COMPOSED}\r\nsecond line\r\n`],
    ['decomposed, with more lines', `${DECOMPOSED}\nanything`],
  ])('from a file: %s', (_, content) => {
    const file = b.path('words.txt');
    writeFileSync(file, content);
    // The file wins over the environment.
    expect(b.cli('info', path, '--passphrase-file', file).status).toBe(0);
  });

  test('quotes, spaces and signs of SQL are ordinary characters', async () => {
    const other = b.path('odd.holdfast');
    const passphrase = `  it's "odd"; -- \\ $ % 🔥 `;
    await engine.ask('case.create', { path: other, title: 'T', passphrase });
    await engine.close();
    engine = openEngine(b.path('profile'));
    await engine.ask('case.open', { path: other, passphrase });
    await engine.close();
    engine = openEngine(b.path('profile'));
    edit(
      other,
      (db) => expect(db.prepare('SELECT count(*) AS n FROM entry').get()).toEqual({ n: 4 }),
      passphrase,
    );
  });
});

describe('a passphrase that cannot be used is refused before anything is made', () => {
  test.each([
    [`x'${'ab'.repeat(32)}'`, /may not start with x'/],
    [`X'00'`, /may not start with x'/],
    ['raw:abc', /raw key/],
    ['two\nlines', /single line/],
    ['nul\0byte', /single line/],
    ['half \uD83D', /half of a character/],
  ])('%j', async (passphrase, reason) => {
    const other = b.path('never.holdfast');
    const error = await engine.refused('case.create', { path: other, title: 'T', passphrase });
    expectError(error, { code: 'passphrase-unusable', status: 2, names: 'passphrase', advice: reason });
    expect(error.message).toMatch(/Choose another/);
    expect(await engine.refused('case.open', { path: other, passphrase })).toHaveProperty(
      'code',
      'file-missing',
    );
  });

  test('a raw key opens nothing, although SQLCipher would take it', async () => {
    const error = await engine.refused('case.open', { path, passphrase: `x'${'ab'.repeat(32)}'` });
    expectError(error, { code: 'passphrase-unusable', status: 2, names: "x'", advice: /Choose another/ });
  });
});

describe('where no passphrase can be had, it is said how to give one', () => {
  test('the file with it is not there, or is a folder', () => {
    const missing = b.path('missing.txt');
    expectRefusal(b.cli('info', path, '--passphrase-file', missing), {
      code: 'file-missing',
      status: 4,
      names: missing,
      advice: /Check the name/,
    });
    const folder = b.path('folder');
    mkdirSync(folder);
    expectRefusal(b.cli('info', path, '--passphrase-file', folder), {
      code: 'not-a-file',
      status: 4,
      names: folder,
      advice: /is a folder/,
    });
  });

  test('an empty file is no passphrase', () => {
    const file = b.path('empty.txt');
    writeFileSync(file, '\n');
    const answer = b.cli('info', path, '--passphrase-file', file);
    expect(answer.json).toMatchObject({ ok: false, error: { code: 'passphrase-unusable' } });
    expect(answer.status).toBe(2);
  });

  test('nothing given, and no terminal to ask on: exit 3', () => {
    for (const [command, code] of [
      [['info', path], 'passphrase-missing'],
      [['new', b.path('n.holdfast'), '--title', 'T'], 'passphrase-missing'],
    ] as const) {
      expectRefusal(b.cliWith({ HOLDFAST_PASSPHRASE: '' }, ...command), {
        code,
        status: 3,
        names: command[1],
        advice: /Set HOLDFAST_PASSPHRASE, use --passphrase-file FILE/,
      });
    }
    const out = b.path('copy.holdfast');
    expectRefusal(b.cliWith({ HOLDFAST_PASSPHRASE: COMPOSED }, 'share', 'copy', path, out), {
      code: 'new-passphrase-missing',
      status: 3,
      names: out,
      advice: /Set HOLDFAST_NEW_PASSPHRASE, use --new-passphrase-file FILE/,
    });
  });

  test('it is never an argument: an option for it does not exist', () => {
    const answer = b.cli('info', path, '--passphrase', COMPOSED);
    expect(answer.status).toBe(2);
    expect(answer.json.error.code).toBe('wrong-use');
    expect(answer.stdout).not.toContain(COMPOSED);
  });

  test('people read the same sentence on stderr, with the code, and nothing on stdout', () => {
    const copy = b.path('text.holdfast');
    copyFileSync(path, copy);
    const { HOLDFAST_PASSPHRASE: _, ...environment } = b.environment;
    const done = spawnSync(process.execPath, [bundled.cli, 'info', copy], {
      env: environment,
      encoding: 'utf8',
      input: '',
    });
    expect(done.status).toBe(3);
    expect(done.stdout).toBe('');
    expect(done.stderr).toBe(
      `No passphrase was given for ${copy}. Set HOLDFAST_PASSPHRASE, use --passphrase-file FILE, or run the command on a terminal. (passphrase-missing)\n`,
    );
  });
});
