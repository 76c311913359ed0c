import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, openSync, statSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';
import { expect, test } from '../e2e/fixtures/launch.ts';
import { answerDialogs, lock, noteLine, unlock } from '../e2e/fixtures/person.ts';
import { camera, target } from './camera.ts';

const WORDS = 'passport brigade graceful wham appliance stoneware';

/** A night as it could have been, at two sizes and at 200 % zoom, light and dark: to be looked at by a person. */
test('pictures of a whole night', async ({ launch }) => {
  test.setTimeout(600_000);
  const launched = await launch();
  const { window, folder } = launched;
  const picture = await camera(launched);
  const program = join(root, 'test', 'pictures', 'rich-case.ts');
  const made = spawnSync(process.execPath, [program, folder, WORDS], { encoding: 'utf8' });
  expect(made.stderr.replaceAll(/.*ExperimentalWarning.*\n|.*--trace-warnings.*\n/g, '')).toBe('');
  const path = join(folder, 'web01.holdfast');
  await answerDialogs(launched, [path]);
  await window.keyboard.press('Control+O');
  await unlock(window, WORDS);
  const alert = window.getByRole('option').filter({ hasText: 'FusionReactor alert' });
  await window.getByRole('listbox', { name: 'Entries' }).press('Home');
  await alert.click();
  await window.getByRole('button', { name: /^Record:/ }).click();
  await expect(window.getByRole('dialog', { name: 'Result of the check' })).toContainText('Signatures');
  await picture('check-good');
  await window.keyboard.press('Escape');
  await noteLine(window).focus();
  await picture('night-timeline', { zoomed: true });
  // The README shows this one.
  mkdirSync(join(root, 'docs', 'images'), { recursive: true });
  copyFileSync(join(target(), 'night-timeline-1280-light.png'), join(root, 'docs', 'images', 'timeline.png'));
  await window.keyboard.press('Control+2');
  await window.getByRole('row').filter({ hasText: 'EV-002' }).click();
  await picture('night-evidence', { zoomed: true });
  await window.keyboard.press('Control+4');
  await picture('night-authors', { zoomed: true });
  await window.keyboard.press('Control+5');
  await expect(window.getByText('Hosting security, shift lead')).toBeVisible();
  await picture('night-witness', { zoomed: true });
  await window.keyboard.press('Control+6');
  await picture('night-facts', { zoomed: true });
  await window.keyboard.press('Control+3');
  await answerDialogs(launched, [join(folder, 'for-the-owner.holdfast')]);
  await window.getByRole('button', { name: 'Choose a place and make the copy…' }).click();
  await expect(window.getByRole('heading', { name: 'The copy is ready' })).toBeVisible();
  await picture('share-done', { zoomed: true });
  await lock(window);
  await picture('night-locked', { zoomed: true });
  await window.getByRole('button', { name: 'Other case' }).click();
  await expect(window.getByText('web01.holdfast')).toBeVisible();
  await picture('welcome', { zoomed: true });

  const damaged = join(folder, 'web01-from-a-stick.holdfast');
  copyFileSync(path, damaged);
  const bytes = openSync(damaged, 'r+');
  for (let at = 24_000; at < statSync(damaged).size; at += 8192) writeSync(bytes, 'damaged', at);
  closeSync(bytes);
  await answerDialogs(launched, [damaged]);
  await window.keyboard.press('Control+O');
  await window.getByRole('textbox', { name: /Passphrase for/ }).fill(WORDS);
  await window.keyboard.press('Enter');
  await window.waitForTimeout(3000);
  await picture('check-damaged', { zoomed: true });
});
