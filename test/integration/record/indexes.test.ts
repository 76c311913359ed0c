import { afterAll, beforeAll, expect, test } from 'vitest';
import { passphraseBytes } from '../../../src-main/domain/passphrase.ts';
import { keyOfFile, openCaseForChecking } from '../../../src-main/store/open-case.ts';
import { compareIndexes } from '../../../src-main/store/structure.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { fullCase } from '../../support/full-case.ts';
import { edit } from '../../support/independent.ts';

let b: Bench;
let path = '';

beforeAll(async () => {
  b = bench('indexes');
  path = await fullCase(b.path('case.holdfast'), b.path('profile'));
});

afterAll(() => b.clean());

/** What is done with files that are too large to be walked at once. */
async function compared(): Promise<string | null> {
  const { db } = openCaseForChecking(path, { key: await keyOfFile(path, passphraseBytes(PASSPHRASE)) });
  try {
    const steps = compareIndexes(db);
    for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
  } finally {
    db.close();
  }
}

test('every index holds the rows of its table', async () => {
  expect(await compared()).toBeNull();
});

test('an index that lacks a row is named', async () => {
  // The index is hidden while a row is added, as if its page had not been written.
  const hidden: unknown[] = [];
  const schema = 'type, name, tbl_name, rootpage, sql';
  edit(path, (db) => {
    const row = db
      .prepare(`SELECT ${schema} FROM sqlite_schema WHERE name = 'fact_name'`)
      .get<Record<string, string>>();
    hidden.push(...Object.values(row ?? {}));
    db.pragma('writable_schema = ON');
    db.exec(`DELETE FROM sqlite_schema WHERE name = 'fact_name'`);
  });
  edit(path, (db) =>
    db.exec(`INSERT INTO fact (number, entry, name, value) VALUES (99999, '', 'extent', '1')`),
  );
  edit(path, (db) => {
    db.pragma('writable_schema = ON');
    db.prepare(`INSERT INTO sqlite_schema (${schema}) VALUES (?, ?, ?, ?, ?)`).run(hidden as string[]);
  });
  expect(await compared()).toBe('the index fact_name does not hold the rows of fact');
});
