import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { addEvidence, answerDialogs, lock, newIncident } from '../fixtures/person.ts';

const hasTools = ['age', 'zstd'].every((tool) => spawnSync(tool, ['--version']).status === 0);

/** Shrinks, but not below what the case file takes. */
const log = Buffer.from(
  Array.from({ length: 900_000 }, (_, i) => `${i} GET /${(i * 2_654_435_761) % 4_294_967_296} 200\n`).join(
    '',
  ),
);

test('what the window sealed is checked by stock tools with the key that it saved', async ({ launch }) => {
  test.skip(!hasTools, 'skipped: no age');
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window, 'Suspicious uploads on WEB01');
  const file = join(folder, 'access.log');
  writeFileSync(file, log);
  await addEvidence(launched, [file]);
  await window.getByRole('row').filter({ hasText: 'EV-001' }).click();
  const save = async (): Promise<void> => {
    await window.getByRole('button', { name: 'More about EV-001' }).click();
    await window.getByRole('menuitem', { name: 'Save key…' }).click();
  };
  const key = join(folder, 'key-EV-001.txt');
  // No place chosen: nothing happens, and nothing is said.
  await answerDialogs(launched, []);
  await save();
  await answerDialogs(launched, [key]);
  await save();
  await expect(window.getByText('Key written, not encrypted: key-EV-001.txt')).toBeVisible();
  expect(statSync(key).mode & 0o777).toBe(0o600);
  const said = readFileSync(key, 'utf8');
  // A second time it is refused, with the reason, and the file stays.
  await save();
  await expect(window.getByText('The key was not written.')).toBeVisible();
  await expect(window.getByText(/There is already a file at/)).toBeVisible();
  expect(readFileSync(key, 'utf8')).toBe(said);

  const path = onlyCase(folder);
  await lock(window);
  const [, script = '', printed] = /^# (age .*) prints ([0-9a-f]{64})$/m.exec(said) ?? [];
  const sha256 = createHash('sha256').update(log).digest('hex');
  expect(printed).toBe(sha256);
  const { exhibit } = holdfast(folder, passphrase, 'evidence', 'show', path, 'EV-001');
  expect(exhibit).toMatchObject({ storedIn: 'evidence-folder', sha256 });
  const run = (command: string): string =>
    execFileSync('bash', ['-c', command.replace('KEY', `'${key}'`)], {
      cwd: `${path}-evidence`,
      encoding: 'utf8',
    });
  expect(run(script).split(' ')[0]).toBe(sha256);
  // The command line writes the same key.
  const again = join(folder, 'again.txt');
  const answer = holdfast(folder, passphrase, 'evidence', 'key', path, 'EV-001', '--out', again);
  expect(answer).toMatchObject({ path: again, sha256 });
  expect(dirname(answer.file)).toBe(`${path}-evidence`);
  expect(script).toContain(basename(answer.file));
  expect(existsSync(answer.file)).toBe(true);
  expect(readFileSync(again, 'utf8')).toBe(said);
});
