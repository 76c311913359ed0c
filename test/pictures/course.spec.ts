import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';
import { elsewhere, holdfast, onlyCase } from '../e2e/fixtures/holdfast.ts';
import { expect, test } from '../e2e/fixtures/launch.ts';
import { answerDialogs, lock, newIncident, typeWords, unlock, writeNote } from '../e2e/fixtures/person.ts';
import { camera } from './camera.ts';

const LONG = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);

/** Corrections, facts, merges and forks at two sizes, light and dark: to be looked at by a person. */
test('pictures of corrections, facts and copies', async ({ launch }) => {
  test.setTimeout(600_000);
  const launched = await launch();
  const { window, folder } = launched;
  const picture = await camera(launched);
  const passphrase = await newIncident(window, 'Suspicious uploads on WEB01');
  await typeWords(window, passphrase);
  await window.keyboard.press('Control+4');
  await picture('facts-empty');
  await window.keyboard.press('Control+2');
  await writeNote(window, 'WEB01 off the network @02:25 #action');
  await writeNote(window, 'The password is hunter2');
  await writeNote(window, LONG);
  const path = onlyCase(folder);
  const words = 'one two three four five six';
  const copy = join(folder, 'web01-hosting-security.holdfast');
  await lock(window);
  const made = spawnSync(
    process.execPath,
    [join(root, 'dist', 'main', 'cli.cjs'), 'share', 'copy', path, copy],
    {
      env: {
        PATH: process.env.PATH ?? '',
        HOME: folder,
        HOLDFAST_PROFILE: join(folder, 'profile'),
        HOLDFAST_PASSPHRASE: passphrase,
        HOLDFAST_NEW_PASSPHRASE: words,
      },
    },
  );
  expect(made.status).toBe(0);
  const run = (...args: string[]) => holdfast(folder, passphrase, ...args);
  const notes = run('timeline', path, '--kind', 'note').entries;
  run(
    'correct',
    path,
    notes[0].id,
    'WEB01 off the network @02:52 #action',
    '--reason',
    'typed the wrong time',
  );
  run('withhold', path, notes[1].id, 'text', '--why', 'a password');
  run('fact', path, 'penetrated', 'yes', '--by', 'Web developer', '--by', 'Owner', '--grounds', 'web shell');
  run('fact', path, 'severity', 'high');
  run('fact', path, 'extent', `WEB01 only, as far as we have read ${LONG}`);
  const them = ['--as', 'Hosting security'];
  elsewhere(folder, words, 'fact', copy, 'severity', 'critical', ...them);
  elsewhere(folder, words, 'correct', copy, notes[0].id, 'Off the network', '--reason', 'shorter', ...them);
  elsewhere(folder, words, 'phase', copy, 'containment', '--why', 'it spreads', ...them);
  run('phase', path, 'eradication', '--why', 'it is contained');
  await unlock(window, passphrase);
  await window.getByRole('option').filter({ hasText: 'corrected by' }).click();
  await picture('corrected');
  await window.getByRole('button', { name: 'Correct…' }).click();
  await picture('correct');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Withhold…' }).click();
  await picture('withhold');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+9');
  await window.getByRole('radio', { name: 'Merge', exact: true }).check({ force: true });
  await answerDialogs(launched, [copy]);
  await window.getByRole('button', { name: 'Choose the file…' }).click();
  await window.getByRole('textbox', { name: 'Passphrase of the other copy' }).fill('wrong words');
  await window.keyboard.press('Enter');
  await expect(window.getByText(/This passphrase does not open/)).toBeVisible();
  await picture('merge');
  await window.getByRole('textbox', { name: 'Passphrase of the other copy' }).fill(words);
  await window.keyboard.press('Enter');
  await expect(window.getByText('The copy was merged:')).toBeVisible();
  await picture('merged');
  await window.keyboard.press('Control+2');
  await expect(window.getByRole('option').filter({ hasText: 'in conflict' }).first()).toBeVisible();
  await picture('correction-conflict');
  await window.keyboard.press('Control+4');
  await window.getByRole('button', { name: /^Severity/ }).click();
  await picture('facts');
  await window.getByRole('button', { name: 'Settle…' }).click();
  await picture('fact-form');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: /^Phase: In conflict/ }).click();
  await picture('phase');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Compare clocks…' }).click();
  await picture('clock');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Seal the case…' }).click();
  await picture('seal');
  await window.getByRole('dialog', { name: 'Seal this case' }).getByRole('button', { name: 'Seal' }).click();
  await expect(window.getByRole('region', { name: 'This case is sealed.' })).toBeVisible();
  await window.getByRole('textbox', { name: 'Note', exact: true }).fill('One more note');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Try again' })).toBeVisible();
  await picture('sealed');
  await lock(window);
  const program = join(root, 'test', 'support', 'programs', 'fork-files.ts');
  expect(spawnSync(process.execPath, [program, folder, 'forks']).status).toBe(0);
  await answerDialogs(launched, [join(folder, 'ada.holdfast')]);
  await window.keyboard.press('Control+O');
  await unlock(window, 'forks');
  await window.keyboard.press('Control+9');
  await window.getByRole('radio', { name: 'Merge', exact: true }).check({ force: true });
  await answerDialogs(launched, [join(folder, 'resumed.holdfast')]);
  await window.getByRole('button', { name: 'Choose the file…' }).click();
  await window.getByRole('textbox', { name: 'Passphrase of the other copy' }).fill('forks');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Forks that wait' })).toBeVisible();
  await picture('forks');
});
