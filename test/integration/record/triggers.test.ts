import { copyFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, bench } from '../../support/cli.ts';
import { edit } from '../../support/independent.ts';
import { openEngine } from '../../support/open-engine.ts';
import { smallCase } from '../../support/small-case.ts';

let b: Bench;
let path = '';

beforeAll(async () => {
  b = bench('triggers');
  path = await smallCase(b.path('case.holdfast'), b.path('profile'));
});

afterAll(() => b.clean());

const entry = 'hash, header, signature, author, writer, n';
const field = 'entry, name, salt, value, digest';

/** With another program, which does not turn `recursive_triggers` on. */
const statements: readonly (readonly [what: string, sql: string, says: RegExp])[] = [
  ['UPDATE of an entry', `UPDATE entry SET header = x'7b7d' WHERE seq = 4`, /never changed/],
  ['UPDATE of a row number', 'UPDATE entry SET seq = 99 WHERE seq = 4', /never changed/],
  ['UPDATE that changes nothing', 'UPDATE entry SET n = n', /never changed/],
  [
    'UPDATE OR REPLACE',
    'UPDATE OR REPLACE entry SET hash = (SELECT hash FROM entry WHERE seq = 1) WHERE seq = 4',
    /never changed/,
  ],
  ['DELETE of an entry', 'DELETE FROM entry WHERE seq = 4', /never removed/],
  ['DELETE of all', 'DELETE FROM entry', /never removed/],
  [
    'INSERT OR REPLACE by hash',
    `INSERT OR REPLACE INTO entry (${entry}) SELECT hash, x'00', signature, author, writer, n FROM entry WHERE seq = 4`,
    /never replaced/,
  ],
  [
    'INSERT OR REPLACE by row number',
    `INSERT OR REPLACE INTO entry (seq, ${entry}) SELECT 4, randomblob(32), header, signature, author, randomblob(16), 1 FROM entry WHERE seq = 4`,
    /never replaced/,
  ],
  ['REPLACE', `REPLACE INTO entry SELECT * FROM entry WHERE seq = 4`, /never replaced/],
  ['INSERT OR IGNORE', `INSERT OR IGNORE INTO entry SELECT * FROM entry WHERE seq = 4`, /never replaced/],
  [
    'UPSERT',
    `INSERT INTO entry (${entry}) SELECT ${entry} FROM entry WHERE seq = 4 ON CONFLICT (hash) DO UPDATE SET header = x'00'`,
    /never replaced/,
  ],
  [
    'a second entry of one place of a writer',
    `INSERT INTO entry (${entry}) SELECT randomblob(32), header, signature, author, writer, n FROM entry WHERE seq = 4`,
    /never replaced/,
  ],
  ['UPDATE of a field', `UPDATE field SET value = '"other"' WHERE name = 'text'`, /never changed/],
  ['UPDATE of where a field belongs', 'UPDATE field SET entry = randomblob(32)', /never changed/],
  ['DELETE of a field', `DELETE FROM field WHERE name = 'text'`, /only by an entry that withholds it/],
  ['DELETE of all fields', 'DELETE FROM field', /only by an entry that withholds it/],
  [
    'INSERT OR REPLACE of a field',
    `INSERT OR REPLACE INTO field (${field}) SELECT entry, name, salt, '"other"', digest FROM field WHERE name = 'text'`,
    /never replaced/,
  ],
  [
    'INSERT OR REPLACE of a field by row number',
    `INSERT OR REPLACE INTO field (rowid, ${field}) SELECT rowid, randomblob(32), name, salt, value, digest FROM field WHERE name = 'text'`,
    /never replaced/,
  ],
  [
    'REPLACE of a field',
    `REPLACE INTO field (${field}) SELECT ${field} FROM field WHERE name = 'text'`,
    /never replaced/,
  ],
  [
    'UPSERT of a field',
    `INSERT INTO field (${field}) SELECT ${field} FROM field WHERE name = 'text' ON CONFLICT (entry, name) DO UPDATE SET value = '"other"'`,
    /never replaced/,
  ],
];

describe('a program that does not know better cannot change the record', () => {
  test.each(statements)('%s aborts, and nothing is changed', (_, sql, says) => {
    const rows = (): unknown[] => {
      let all: unknown[] = [];
      edit(path, (db) => {
        all = [...db.prepare('SELECT * FROM entry').all(), ...db.prepare('SELECT rowid, * FROM field').all()];
      });
      return all;
    };
    const before = rows();
    edit(path, (db) => {
      expect(db.prepare('PRAGMA recursive_triggers').get()).toEqual({ recursive_triggers: 0 });
      expect(() => db.exec(sql)).toThrow(says);
    });
    expect(rows()).toEqual(before);
  });

  test('control: the same program can add an entry, and verify says that it is none of ours', async () => {
    const copy = b.path('added.holdfast');
    copyFileSync(path, copy);
    edit(copy, (db) => {
      db.exec(
        `INSERT INTO entry (${entry}) SELECT randomblob(32), header, signature, author, writer, 77 FROM entry WHERE seq = 4`,
      );
    });
    const engine = openEngine(b.path('profile'));
    const checked = await engine.verify(copy);
    await engine.close();
    expect(checked).toMatchObject({
      ok: false,
      counts: { 'hash-wrong': 1, 'signature-wrong': 1, 'columns-wrong': 1 },
    });
  });
});
