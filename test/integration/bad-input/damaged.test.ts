import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { edit } from '../../support/independent.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { expectError, expectRefusal } from '../../support/refusal.ts';
import { contents, smallCase } from '../../support/small-case.ts';

const PAGE = 4096;
let b: Bench;
let engine: OpenEngine;
let good = '';
let attempts = 0;
let folder = '';
let path = '';

beforeAll(async () => {
  b = bench('damaged', 'served');
  good = await smallCase(b.path('good.holdfast'), b.path('profile'));
  engine = openEngine(b.path('profile'));
});

beforeEach(() => {
  attempts += 1;
  folder = b.path(`attempt-${attempts}`);
  mkdirSync(folder);
  path = `${folder}/case.holdfast`;
  copyFileSync(good, path);
});

afterAll(async () => {
  await engine.close();
  b.clean();
});

function flip(file: string, at: number): void {
  const content = readFileSync(file);
  content.writeUInt8(content.readUInt8(at) ^ 0x01, at);
  writeFileSync(file, content);
}

/** The same timeline as the good case, or a refusal: never something else. */
async function expectGoodOrNothing(expected: unknown): Promise<void> {
  const opened = await engine.process.call('case.open', { path, passphrase: PASSPHRASE, readOnly: true });
  if (!opened.ok) {
    expect(opened.error.code).toMatch(/^(file-damaged|first-page-damaged|file-truncated)$/);
    expect(opened.error.message).toContain(path);
    return;
  }
  const read = await engine.process.call('timeline.list', {});
  if (read.ok) expect(read.data).toEqual(expected);
  else expect(read.error.code).toBe('file-damaged');
}

describe('one flipped bit in any page of a case', () => {
  test('verify names the page, the timeline never shows a changed record, and the file stays as it is', async () => {
    await engine.open(good, true);
    const expected = await engine.ask('timeline.list', {});
    const content = readFileSync(good);
    for (let page = 1; page <= content.length / PAGE; page += 1) {
      // Somewhere else in each page: content, initialisation vector and check value all count.
      const at = (page - 1) * PAGE + (page === 1 ? 16 : 0) + ((page * 997) % (PAGE - 16));
      copyFileSync(good, path);
      flip(path, at);
      const before = contents(folder);
      const checked = await engine.verify(path);
      if ('ok' in checked) {
        expect(checked.ok, `page ${page}`).toBe(false);
        expect(checked.problems, `page ${page}`).toContainEqual(
          expect.objectContaining({
            code: 'page-damaged',
            place: String(page),
            message: expect.stringContaining(`from byte ${(page - 1) * PAGE},`) as string,
          }),
        );
      } else {
        expect(checked.code).toBe(page === 1 ? 'first-page-damaged' : 'file-damaged');
        expect(checked.details, `page ${page}`).toMatchObject({ damaged: [page], damagedCount: 1 });
        expect(checked.message).toMatch(/Keep (the file|this one) as it is.*look for another copy/);
      }
      await expectGoodOrNothing(expected);
      expect(contents(folder), `page ${page}`).toEqual(before);
    }
  }, 180_000);

  test('the command line says the same: exit 1 or 4 for verify, exit 4 for a note', async () => {
    const pages = readFileSync(good).length / PAGE;
    flip(path, (pages - 1) * PAGE + 100);
    const before = contents(folder);
    const verified = b.cli('verify', path);
    expect([1, 4]).toContain(verified.status);
    expect(verified.stdout).toContain(`"${pages}"`.replaceAll('"', verified.status === 1 ? '"' : ''));
    expectRefusal(b.cli('note', path, 'anything'), {
      code: 'file-damaged',
      status: 4,
      names: path,
      advice: /look for another copy/,
    });
    expect(contents(folder)).toEqual(before);
  });

  test('every damaged page is named, not only the first', async () => {
    for (const page of [5, 6, 9]) flip(path, (page - 1) * PAGE + 50);
    const checked = await engine.verify(path);
    if ('ok' in checked) expect(checked.counts).toMatchObject({ 'page-damaged': 3 });
    else expect(checked.details).toMatchObject({ damaged: [5, 6, 9] });
  });
});

describe('a damaged first page and a damaged salt are told from a wrong passphrase', () => {
  test('damaged page 1: the passphrase is right, and that is said', () => {
    flip(path, 2000);
    const before = contents(folder);
    for (const command of [
      ['timeline', path],
      ['verify', path],
      ['note', path, 'x'],
    ]) {
      expectRefusal(b.cli(...command), {
        code: 'first-page-damaged',
        status: 4,
        names: path,
        advice: /The passphrase is right.*another copy or a backup/,
      });
    }
    expect(contents(folder)).toEqual(before);
  });

  test('wrong passphrase: exit 3, and one may try again', () => {
    const before = contents(folder);
    for (const command of [
      ['timeline', path],
      ['verify', path],
      ['note', path, 'x'],
    ]) {
      expectRefusal(b.cliWith({ HOLDFAST_PASSPHRASE: 'wrong horse' }, ...command), {
        code: 'wrong-passphrase',
        status: 3,
        names: path,
        advice: /try again as often as you like/,
      });
    }
    expect(contents(folder)).toEqual(before);
  });

  test('a damaged salt of a file that this device knows: the bytes to put back are named', async () => {
    // Opening it for writing is what makes the device remember the salt.
    await engine.open(path);
    await engine.close();
    engine = openEngine(b.path('profile'));
    const salt = readFileSync(path).subarray(0, 16).toString('hex');
    flip(path, 3);
    const before = contents(folder);
    const refusal = {
      code: 'salt-damaged',
      status: 4,
      names: path,
      advice: new RegExp(`Put the bytes ${salt}`),
    };
    expectRefusal(b.cli('timeline', path), refusal);
    expectRefusal(b.cli('verify', path), refusal);
    expectError(await engine.refused('case.open', { path, passphrase: PASSPHRASE }), refusal);
    expect(contents(folder)).toEqual(before);
  });

  test('a damaged salt of an unknown file: as a wrong passphrase, with the other reason named', () => {
    flip(path, 3);
    const before = contents(folder);
    expectRefusal(b.cliWith({ HOLDFAST_PROFILE: `${folder}/../fresh` }, 'timeline', path), {
      code: 'wrong-passphrase',
      status: 3,
      names: path,
      advice: /first 16 bytes of the file may be damaged: look for another copy/,
    });
    expect(contents(folder)).toEqual(before);
  });
});

describe('a file of another kind or time is not worked on', () => {
  test.each([
    ['a newer schema', 'PRAGMA user_version = 11', 'newer-format', /version 11 .*knows 10.*Update Holdfast/],
    [
      'a foreign application id',
      'PRAGMA application_id = 7',
      'not-a-case',
      /another program.*Nothing was changed/,
    ],
  ])('%s: exit 4, verify included', async (_, statement, code, advice) => {
    edit(path, (db) => db.exec(statement));
    const before = contents(folder);
    const refusal = { code, status: 4, names: path, advice };
    expectRefusal(b.cli('timeline', path), refusal);
    expectError(await engine.refused('case.open', { path, passphrase: PASSPHRASE }), refusal);
    expect(await engine.verify(path)).toMatchObject({ code });
    expect(contents(folder)).toEqual(before);
  });

  test.each([
    ['an extra trigger', `CREATE TRIGGER spy AFTER INSERT ON entry BEGIN SELECT 1; END`, 'spy'],
    ['an extra table', 'CREATE TABLE more (x)', 'more'],
    ['a trigger less', 'DROP TRIGGER entry_never_leaves', 'entry_never_leaves'],
    ['a view less', 'DROP TABLE custody', 'custody'],
    ['no local facts', 'DROP TABLE local', 'local'],
    [
      'a view in place of the timeline',
      'DROP TABLE timeline; CREATE VIEW timeline AS SELECT 1 AS number',
      'timeline',
    ],
    ['a column more', 'ALTER TABLE entry ADD COLUMN extra TEXT', 'entry'],
  ])(
    'changed tables (%s): every command refuses, verify reads on and reports it',
    async (_, statement, object) => {
      edit(path, (db) => db.exec(statement));
      const before = contents(folder);
      const refusal = {
        code: 'schema-changed',
        status: 4,
        names: path,
        advice: /Keep it as it is and look for another copy/,
      };
      expectError(await engine.refused('case.open', { path, passphrase: PASSPHRASE }), refusal);
      expectError(
        await engine.refused('case.open', { path, passphrase: PASSPHRASE, readOnly: true }),
        refusal,
      );
      const checked = await engine.verify(path);
      expect(checked).toMatchObject({ ok: false, counts: { 'schema-changed': 1 } });
      expect('problems' in checked ? checked.problems[0]?.message : '').toContain(object);
      expect(contents(folder)).toEqual(before);
    },
  );

  test('changed tables in the command line: exit 4, and 1 for verify', () => {
    edit(path, (db) => db.exec('CREATE TABLE more (x)'));
    expectRefusal(b.cli('timeline', path), {
      code: 'schema-changed',
      status: 4,
      names: path,
      advice: /table more was added.*`verify` still reads it/,
    });
    const verified = b.cli('verify', path);
    expect(verified.status).toBe(1);
    expect(verified.json).toMatchObject({
      ok: true,
      data: { ok: false, problems: [{ code: 'schema-changed' }] },
    });
  });

  test.each([
    ['entry as a view', 'ALTER TABLE entry RENAME TO real; CREATE VIEW entry AS SELECT * FROM real'],
    ['field as a view', 'ALTER TABLE field RENAME TO real; CREATE VIEW field AS SELECT * FROM real'],
    ['no field', 'DROP TABLE field'],
    ['a column less', 'ALTER TABLE entry RENAME COLUMN writer TO pen'],
  ])(
    'a record that is no ordinary table (%s) is not read at all, not even by verify',
    async (_, statement) => {
      edit(path, (db) => {
        for (const { name } of db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all()) {
          db.exec(`DROP TRIGGER ${String(name)}`);
        }
        db.exec(statement);
      });
      const before = contents(folder);
      expect(await engine.verify(path)).toMatchObject({ code: 'schema-changed' });
      expectError(await engine.refused('case.open', { path, passphrase: PASSPHRASE, readOnly: true }), {
        code: 'schema-changed',
        status: 4,
        names: path,
        advice: /not opened for work/,
      });
      expect(contents(folder)).toEqual(before);
    },
  );

  test('values of other types in tables that are not ours are reported, not stumbled over', async () => {
    edit(path, (db) => {
      for (const { name } of db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all()) {
        db.exec(`DROP TRIGGER ${String(name)}`);
      }
      db.exec(`CREATE TABLE loose (seq INTEGER PRIMARY KEY, hash, header, signature, author, writer, n);
        INSERT INTO loose SELECT * FROM entry; DROP TABLE entry; ALTER TABLE loose RENAME TO entry;
        UPDATE entry SET signature = NULL WHERE seq = 3;
        UPDATE entry SET header = 'text' WHERE seq = 4`);
    });
    const checked = await engine.verify(path);
    expect(checked, JSON.stringify(checked)).not.toHaveProperty('code', 'bug');
    expect(checked).not.toHaveProperty('ok', true);
  });
});
