import { copyFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectionTables } from '../../../src-main/domain/projection/rows.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { forge } from '../../support/independent.ts';
import { openEngine } from '../../support/open-engine.ts';
import { expectRefusal } from '../../support/refusal.ts';
import { smallCase } from '../../support/small-case.ts';

let b: Bench;
let path = '';

beforeAll(async () => {
  b = bench('tail', 'served');
  path = await smallCase(b.path('case.holdfast'), b.path('profile'));
  // Somebody with the passphrase takes the last note away, and everything that would show it inside the file.
  forge(path, (db) => {
    const last = '(SELECT max(seq) FROM entry)';
    const hash = `(SELECT hash FROM entry WHERE seq = ${last})`;
    for (const table of Object.keys(projectionTables)) {
      db.exec(`DELETE FROM ${table} WHERE number = (SELECT number FROM timeline WHERE entry = lower(hex(${hash})))
        AND '${table}' <> 'timeline'`);
    }
    db.exec(`DELETE FROM timeline WHERE entry = lower(hex(${hash}));
      DELETE FROM field WHERE entry = ${hash};
      DELETE FROM entry WHERE seq = ${last};
      DELETE FROM tip; INSERT INTO tip SELECT hash FROM entry WHERE seq = ${last}`);
  });
});

afterAll(() => b.clean());

describe('an end that was cut off', () => {
  test('is found by the device that saw it: verify exits 1, and reading mentions it', () => {
    const verified = b.cli('verify', path);
    expect(verified.status).toBe(1);
    expect(verified.json.data.problems).toMatchObject([{ code: 'older-than-seen' }]);
    expect(verified.json.data.problems[0].message).toMatch(/has seen 1 newer entries/);
    expect(b.cli('info', path).json.data.olderThanSeen).toMatchObject({ missing: 1 });
  });

  test('is not written on silently: exit 1, and how to go on', async () => {
    expectRefusal(b.cli('note', path, 'on top'), {
      code: 'older-than-seen',
      status: 1,
      names: path,
      advice:
        /1 entries since .* are missing.*Look for the newer file, or go on with this one\. `--continue-older`/,
    });
    const copy = b.path('continued.holdfast');
    copyFileSync(path, copy);
    expect(b.cli('note', copy, 'on top', '--continue-older').json).toMatchObject({ ok: true });
  });

  test('is not found by a device that never saw it: that is the documented limit (FORMAT.md §7.5)', async () => {
    const fresh = openEngine(b.path('fresh'));
    expect(await fresh.verify(path, PASSPHRASE)).toMatchObject({ ok: true, anchored: null, unanchored: 5 });
    await fresh.close();
  });
});
