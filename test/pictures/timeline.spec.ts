import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';
import { expect, test } from '../e2e/fixtures/launch.ts';
import { answerDialogs, unlock } from '../e2e/fixtures/person.ts';
import { camera } from './camera.ts';

const WORDS = 'passport brigade graceful wham appliance stoneware';

/** A long timeline: narrowed, searched, and with nothing left. */
test('pictures of a long timeline', async ({ launch }) => {
  test.setTimeout(300_000);
  const launched = await launch();
  const { window, folder } = launched;
  const picture = await camera(launched);
  const path = join(folder, 'long.holdfast');
  const program = join(root, 'test', 'support', 'generate-case.ts');
  expect(spawnSync(process.execPath, [program, path, '5000', WORDS]).status).toBe(0);
  await answerDialogs(launched, [path]);
  await window.keyboard.press('Control+O');
  await unlock(window, WORDS);
  const list = window.getByRole('listbox', { name: 'Entries' });
  await list.focus();
  await list.press('Home');
  await list.press('Shift+ArrowDown');
  await list.press('Shift+ArrowDown');
  await picture('timeline-long');
  await list.press('f');
  await list.press('a');
  await window.keyboard.type('person 1');
  await window.keyboard.press('Enter');
  await picture('timeline-menu');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+F');
  await window.keyboard.type('web0');
  await window.getByRole('slider', { name: 'Start of the span' }).press('PageUp');
  await window.getByRole('slider', { name: 'Start of the span' }).press('PageUp');
  await expect(window.getByText(/ of .* shown$/)).toBeVisible();
  await picture('timeline-narrowed', { zoomed: true });
  await window.keyboard.press('Control+F');
  await window.keyboard.type('no such thing');
  await expect(window.getByText('No entry fits all of these filters')).toBeVisible();
  await picture('timeline-nothing');
});
