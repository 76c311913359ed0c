import { copyFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { passphraseBytes } from '../../../src-main/domain/passphrase.ts';
import type { ReadableDb } from '../../../src-main/store/db.ts';
import { keyOfFile, openCaseForChecking } from '../../../src-main/store/open-case.ts';
import { compareEnds, compareIndexes } from '../../../src-main/store/structure.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { fullCase } from '../../support/full-case.ts';
import { edit } from '../../support/independent.ts';

let b: Bench;
let whole = '';

beforeAll(async () => {
  b = bench('indexes');
  whole = await fullCase(b.path('case.holdfast'), b.path('profile'));
});

afterAll(() => b.clean());

/** What is done with files that are too large to be walked at once: in `verify`, and at opening. */
const ways: readonly (readonly [string, (db: ReadableDb) => string | null])[] = [
  [
    'step by step',
    (db) => {
      const steps = compareIndexes(db);
      for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
    },
  ],
  ['at opening', compareEnds],
];

/** A row that an index lacks: the index is hidden while the row is changed, as if its page had not been written. */
function withoutIndex(path: string, index: string, change: string): void {
  const hidden: unknown[] = [];
  const schema = 'type, name, tbl_name, rootpage, sql';
  edit(path, (db) => {
    const row = db
      .prepare(`SELECT ${schema} FROM sqlite_schema WHERE name = '${index}'`)
      .get<Record<string, string>>();
    hidden.push(...Object.values(row ?? {}));
    db.pragma('writable_schema = ON');
    db.exec(`DELETE FROM sqlite_schema WHERE name = '${index}'`);
  });
  edit(path, (db) => db.exec(change));
  edit(path, (db) => {
    db.pragma('writable_schema = ON');
    db.prepare(`INSERT INTO sqlite_schema (${schema}) VALUES (?, ?, ?, ?, ?)`).run(hidden as string[]);
  });
}

describe.each(ways)('%s', (name, compare) => {
  async function compared(path: string): Promise<string | null> {
    const { db } = openCaseForChecking(path, { key: await keyOfFile(path, passphraseBytes(PASSPHRASE)) });
    try {
      return compare(db);
    } finally {
      db.close();
    }
  }

  function damaged(index: string, change: string): string {
    const path = b.path(`${name} ${index}.holdfast`);
    copyFileSync(whole, path);
    withoutIndex(path, index, change);
    return path;
  }

  test('every index holds the rows of its table, also where a text was withheld', async () => {
    expect(await compared(whole)).toBeNull();
  });

  test('an index that lacks a row is named', async () => {
    const change = `INSERT INTO fact (number, entry, name, value) VALUES (99999, '', 'extent', '1')`;
    const path = damaged('fact_name', change);
    expect(await compared(path)).toBe('the index fact_name does not hold the rows of fact');
  });

  test('an index of the record that lacks a row at its end is named', async () => {
    const change = `INSERT INTO field (entry, name, salt, value, digest) VALUES (x'00', 'a', 'b', 'c', zeroblob(32))`;
    const path = damaged('field_of_entry', change);
    expect(await compared(path)).toBe('the index field_of_entry does not hold the rows of field');
  });

  test('an index of the record that holds a row beyond the last is named', async () => {
    const path = damaged(
      'field_of_entry',
      `DROP TRIGGER field_leaves_only_withheld; DELETE FROM field WHERE rowid = (SELECT max(rowid) FROM field)`,
    );
    expect(await compared(path)).toBe('the index field_of_entry does not hold the rows of field');
  });
});
