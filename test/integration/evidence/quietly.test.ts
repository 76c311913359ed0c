import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { CaseError } from '../../../src-main/domain/errors.ts';
import { quietly } from '../../../src-main/engine/take-in/quietly.ts';
import { keyOfFile, openCaseForWriting } from '../../../src-main/store/open-case.ts';
import type { WritableDb } from '../../../src-main/store/db.ts';
import { checkpoints, dropCheckpoint, saveCheckpoint } from '../../../src-main/store/queries/checkpoint.ts';
import { sql } from '../../../src-main/store/sql.ts';
import { passphraseBytes } from '../../../src-main/domain/passphrase.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { smallCase } from '../../support/small-case.ts';

/** Rows that say where a job stands, in a real encrypted case. */
const place = { source: 'work', part: null, place: 'half', saved: '2026-11-24T00:00:00.000Z' };
let b: Bench;
let db: WritableDb;

beforeAll(async () => {
  b = bench('quietly');
  await smallCase(b.path('case.holdfast'), b.path('profile'));
});
beforeEach(async () => {
  const path = b.path('case.holdfast');
  db = openCaseForWriting(path, { key: await keyOfFile(path, passphraseBytes(PASSPHRASE)) });
});
afterEach(() => {
  db.run(sql`PRAGMA query_only = OFF`);
  dropCheckpoint(db, place.source);
  db.close();
});
afterAll(() => b.clean());

test('what the file takes is written', () => {
  expect(quietly(db, () => saveCheckpoint(db, place))).toBe(true);
  expect(checkpoints(db)).toEqual([place]);
});

test('what the file refuses is told by the answer alone', () => {
  db.run(sql`PRAGMA query_only = ON`);
  // Control: without it, the refusal is thrown.
  expect(() => saveCheckpoint(db, place)).toThrow(CaseError);
  expect(quietly(db, () => saveCheckpoint(db, place))).toBe(false);
  db.run(sql`PRAGMA query_only = OFF`);
  expect(checkpoints(db)).toEqual([]);
});

test('of work that is refused half-way nothing stays', () => {
  const work = (): void => {
    saveCheckpoint(db, place);
    throw new CaseError('disk-full', { path: db.path });
  };
  expect(quietly(db, work)).toBe(false);
  expect(checkpoints(db)).toEqual([]);
});

test('a mistake of the program is no refusal: it is thrown, and nothing stays', () => {
  const work = (): void => {
    saveCheckpoint(db, place);
    throw new TypeError('a bug');
  };
  expect(() => quietly(db, work)).toThrow('a bug');
  expect(checkpoints(db)).toEqual([]);
});
