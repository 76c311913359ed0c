import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../../../scripts/paths.ts';
import { violations } from '../fixtures/axe.ts';
import { holdfast } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { answerDialogs, lock, unlock } from '../fixtures/person.ts';

const WORDS = 'passport brigade graceful wham appliance stoneware';
const ENTRIES = 3000;

/** Ctrl+C on a terminal reaches everything that the command started. */
async function interrupted(command: ChildProcess): Promise<void> {
  const ended = once(command, 'exit');
  process.kill(-(command.pid ?? 0), 'SIGINT');
  await ended;
}

test('a PDF that takes long is cancelled in the window and by Ctrl+C, and leaves no file', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const path = join(folder, 'long.holdfast');
  const program = join(root, 'test', 'support', 'generate-case.ts');
  expect(spawnSync(process.execPath, [program, path, String(ENTRIES), WORDS]).status).toBe(0);
  const out = join(folder, 'out');
  mkdirSync(out);
  const pdf = join(out, 'long.pdf');

  await answerDialogs(launched, [path]);
  await window.keyboard.press('Control+O');
  await unlock(window, WORDS);
  await answerDialogs(launched, [pdf]);
  await window.getByRole('button', { name: /^Print or export/ }).click();
  await window.getByRole('menuitem', { name: 'Print as PDF…' }).click();
  await window.getByRole('button', { name: '1 job running' }).click();
  const jobs = window.getByRole('dialog', { name: 'Jobs that run' });
  await expect(jobs).toContainText('Printing the PDF');
  expect(await violations(window)).toEqual([]);
  await jobs.getByRole('button', { name: /^Cancel/ }).click();
  await expect(window.getByText('Cancelled. No file was written.')).toBeVisible();
  await expect(window.getByRole('button', { name: '1 job running' })).toHaveCount(0);
  expect(readdirSync(out)).toEqual([]);

  // The control: what is not cancelled is written.
  await window.getByRole('listbox', { name: 'Entries' }).press('End');
  await window.getByRole('listbox', { name: 'Entries' }).press('Shift+ArrowUp');
  await window.getByRole('button', { name: 'Print or export: The 2 selected entries' }).click();
  await window.getByRole('menuitem', { name: 'Print as PDF…' }).click();
  await expect(window.getByText('Written: long.pdf. It is not encrypted.')).toBeVisible();
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  await lock(window);
  expect(holdfast(folder, WORDS, 'timeline', path, '--kind', 'report').total).toBe(0);

  const report = join(out, 'report.pdf');
  const command = spawn(
    process.execPath,
    [join(root, 'scripts', 'run.mjs'), 'holdfast', 'share', 'report', path, report],
    {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        HOLDFAST_PROFILE: join(folder, 'profile'),
        HOLDFAST_PASSPHRASE: WORDS,
      },
    },
  );
  // It says how far it is: the record is read, and its pages are begun soon after.
  await once(command.stderr, 'data');
  await wait(4000);
  expect(command.exitCode).toBeNull();
  await interrupted(command);
  expect(readdirSync(out)).toEqual(['long.pdf']);
  expect(holdfast(folder, WORDS, 'timeline', path, '--kind', 'report').total).toBe(0);
});
