import { copyFileSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { extendCase, generateCase } from '../../support/generate-record.ts';
import { bytes, forge } from '../../support/independent.ts';
import { full } from '../../support/scale.ts';

const ENTRIES = full ? 50_000 : 1500;

let b: Bench;

beforeAll(async () => {
  b = bench('one-bad', 'served');
  await generateCase(b.path('one.holdfast'), { entries: 20, seed: 31, passphrase: PASSPHRASE });
  copyFileSync(b.path('one.holdfast'), b.path('other.holdfast'));
  await extendCase(b.path('other.holdfast'), {
    entries: ENTRIES,
    seed: 32,
    passphrase: PASSPHRASE,
    authors: 3,
  });
});

afterAll(() => b.clean());

/** The other file with one bit of one signature turned; the entry's hash, hex. */
function withOneBad(path: string): string {
  copyFileSync(b.path('other.holdfast'), path);
  let named = '';
  forge(path, (db) => {
    const row = db
      .prepare('SELECT hash, signature FROM entry WHERE seq = ?')
      .get<{ hash: Uint8Array<ArrayBuffer>; signature: Uint8Array<ArrayBuffer> }>([20 + ENTRIES - 7]);
    if (row === undefined) throw new Error('there is no such entry');
    const signature = bytes(row.signature);
    signature[9] = (signature[9] ?? 0) ^ 4;
    named = Buffer.from(row.hash).toString('hex');
    db.prepare('UPDATE entry SET signature = ? WHERE hash = ?').run([signature, bytes(row.hash)]);
  });
  return named;
}

test(`one signature that is not its author's among ${ENTRIES} entries: it is named, and nothing is taken in`, () => {
  const bad = withOneBad(b.path('bad.holdfast'));
  const before = readFileSync(b.path('one.holdfast'));
  const refused = b.cli('merge', b.path('one.holdfast'), b.path('bad.holdfast'));
  expect(refused.status).toBe(1);
  expect(refused.json.data.added.entries).toBe(0);
  expect(refused.json.data.problems).toEqual([
    expect.objectContaining({ code: 'signature-wrong', entry: bad }),
  ]);
  expect(readFileSync(b.path('one.holdfast')).equals(before)).toBe(true);
});

test('the same file without that bit is taken in as a whole', () => {
  copyFileSync(b.path('one.holdfast'), b.path('good.holdfast'));
  const merged = b.cli('merge', b.path('good.holdfast'), b.path('other.holdfast'));
  expect(merged.status).toBe(0);
  expect(merged.json.data).toMatchObject({ added: { entries: ENTRIES }, problems: [] });
});
