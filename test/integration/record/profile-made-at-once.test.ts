import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEncrypted } from '../../../src-main/store/open-encrypted.ts';
import { makeKeyFile, readKeySlot } from '../../../src-main/store/profile/key-file.ts';
import { openProfile } from '../../../src-main/store/profile/open-profile.ts';
import { type Bench, bench } from '../../support/cli.ts';

let b: Bench;
beforeAll(() => {
  b = bench('made-at-once');
});
afterAll(() => b.clean());

test('control: who found no profile cannot read the one that another program has made since', () => {
  const folder = b.path('control');
  mkdirSync(folder);
  makeKeyFile(folder);
  const slot = readKeySlot(folder);
  if (slot?.kind !== 'device-file') throw new Error('no key');
  const given = { key: slot.key, readOnly: false, create: true, busyTimeout: 0 };
  const early = openEncrypted(join(folder, 'profile.db'), given);
  openProfile(folder, null).close();
  expect(() => early.transaction(() => early.exec('SELECT count(*) FROM sqlite_schema')).immediate()).toThrow(
    /not a database/,
  );
  early.close();
});

test('window and command line that start for the first time at one moment both have the profile', async () => {
  for (let round = 0; round < 4; round += 1) {
    const profile = b.path(`profile-${round}`);
    const started = Array.from({ length: 4 }, () => b.start('profile', 'show', '--profile', profile));
    const ended = started.map(
      async (child) =>
        new Promise<string>((resolve) => {
          let out = '';
          child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
          child.on('close', (code) => resolve(`${code} ${out}`));
        }),
    );
    for (const answer of await Promise.all(ended)) expect(answer).toMatch(/^0 \{"ok":true/);
  }
});
