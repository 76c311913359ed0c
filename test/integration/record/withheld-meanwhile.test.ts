import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordCheck } from '../../../src-main/contract/record.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { generateCase } from '../../support/generate-record.ts';
import { openEngine } from '../../support/open-engine.ts';

let b: Bench;
beforeAll(() => (b = bench('withheld-meanwhile')));
afterAll(() => b.clean());

test('a text that is withheld while the record is checked, before its entry is read, is no fault', async () => {
  const path = b.path('case.holdfast');
  await generateCase(path, { entries: 3000, seed: 8, passphrase: PASSPHRASE });
  const withheld: Promise<unknown>[] = [];
  let entry = '';
  const engine = openEngine(b.path('profile'), {
    progress: () => {
      if (withheld.length > 0) return;
      withheld.push(engine.ask('entry.withhold', { entry, field: 'text', why: 'a card number' }));
    },
  });
  await engine.open(path);
  const note = await engine.ask('note.add', { text: 'customer 4111 1111 1111 1111' });
  ({ id: entry } = note.entry);
  const check = (await engine.job('record.verify', {})) as RecordCheck;
  expect(await Promise.all(withheld)).toHaveLength(1);
  expect(check.problems).toEqual([]);
  // The entry that withholds it was read as well.
  expect(check.checked.entries).toBeGreaterThan(3001);
  await engine.close();
});
