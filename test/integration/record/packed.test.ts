import { copyFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passphraseBytes } from '../../../src-main/domain/passphrase.ts';
import { readBatches } from '../../../src-main/engine/record/read-batches.ts';
import { unpack } from '../../../src-main/engine/record/unpack.ts';
import { keyOfFile, openCaseForReading } from '../../../src-main/store/open-case.ts';
import { LARGE } from '../../../src-main/store/queries/packed.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { forge } from '../../support/independent.ts';
import { openEngine } from '../../support/open-engine.ts';
import { smallCase } from '../../support/small-case.ts';

/** Sizes around the one from which values are read one by one, in bytes of UTF-8. */
const TEXTS = [
  '',
  'ü',
  '🔥'.repeat(LARGE / 4 - 10),
  ...[-40, -26, -25, -24, -23, -1, 0, 1].map((more) => 'x'.repeat(LARGE + more)),
  // Together more than is read at once.
  ...Array.from({ length: 4 }, (_, i) => `${i}`.repeat(5_000_000)),
];

let b: Bench;
let path = '';

beforeAll(async () => {
  b = bench('packed');
  path = await smallCase(b.path('case.holdfast'), b.path('profile'));
  const engine = openEngine(b.path('profile'));
  await engine.ask('case.open', { path, passphrase: PASSPHRASE });
  for (const text of TEXTS.slice(1)) await engine.ask('note.add', { text });
  await engine.close();
});

afterAll(() => b.clean());

async function verified(file: string) {
  const engine = openEngine(b.path('reader'));
  try {
    return await engine.verify(file, PASSPHRASE);
  } finally {
    await engine.close();
  }
}

test('values of every size come out of a batch as they stand in the file', async () => {
  const db = openCaseForReading(path, { key: await keyOfFile(path, passphraseBytes(PASSPHRASE)) });
  try {
    const batches = [...readBatches(db, 'views')];
    expect(batches.length, 'large values are read in several batches').toBeGreaterThan(1);
    const entries = batches.flatMap((batch) => unpack(batch));
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1));
    expect(entries.every(({ number, stored }) => number !== null && (stored ?? []).length > 0)).toBe(true);
    const texts = entries
      .flatMap(({ fields }) => fields.filter(([name]) => name === 'text'))
      .map(([, , value]) => JSON.parse(value) as string);
    expect(texts.slice(-TEXTS.length + 1)).toEqual(TEXTS.slice(1));
  } finally {
    db.close();
  }
  expect(await verified(path)).toMatchObject({ ok: true });
});

test('a value that is no UTF-8 is named, also where it looks the same as text', async () => {
  const copy = b.path('bytes.holdfast');
  copyFileSync(path, copy);
  forge(copy, (db) => {
    db.exec(`UPDATE field SET value = CAST(x'22ff22' AS TEXT) WHERE value = '"ü"'`);
  });
  const found = await verified(copy);
  expect(found).toMatchObject({ ok: false, counts: { 'field-not-canonical': 1, 'field-wrong': 1 } });
});

test('a value of a view that is no text is named', async () => {
  const copy = b.path('view.holdfast');
  copyFileSync(path, copy);
  forge(copy, (db) => {
    db.exec(`UPDATE timeline SET phase = CAST(x'00' AS TEXT) WHERE number = 2`);
  });
  expect(await verified(copy)).toMatchObject({ ok: false, counts: { 'projection-wrong': 1 } });
});
