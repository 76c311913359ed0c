import { holdfast, onlyCase } from '../e2e/fixtures/holdfast.ts';
import { expect, test } from '../e2e/fixtures/launch.ts';
import { lock, newIncident, typeWords, unlock } from '../e2e/fixtures/person.ts';
import { camera } from './camera.ts';

const LONG = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);

/** Whom to tell, at two sizes, light and dark: to be looked at by a person. */
test('pictures of notify', async ({ launch }) => {
  test.setTimeout(600_000);
  const launched = await launch();
  const { window, folder } = launched;
  const picture = await camera(launched);
  const passphrase = await newIncident(window, 'Suspicious uploads on WEB01');
  await typeWords(window, passphrase);
  const path = onlyCase(folder);
  await lock(window);
  const run = (...args: string[]) => holdfast(folder, passphrase, ...args);
  run('fact', path, 'suspected', new Date(Date.now() - 23 * 3_600_000).toISOString());
  run('fact', path, 'organisation', 'shop.example');
  run('fact', path, 'contact', 'Owner, +49 30 5550 1105');
  run('fact', path, 'discovered', 'Files were uploaded through a web form, probably by anna@mail.example.');
  run('notify', 'needed', path, 'insurer', 'yes', '--why', 'the policy asks for it');
  run('notify', 'needed', path, 'regulator', 'undecided', '--why', 'nobody knows yet');
  run('notify', 'sent', path, 'host', '--via', 'telephone');
  run('notify', 'add', path, LONG.slice(0, 90), '--why', LONG);
  run('deadline', 'set', path, 'bank', '--title', 'Tell the insurance company', '--due', 'yesterday 18:00');
  await unlock(window, passphrase);
  await window.keyboard.press('Control+7');
  await expect(window.getByText('we report a security incident at shop.example')).toBeVisible();
  await picture('notify');
  await window.getByRole('button', { name: /^Hosting/ }).click();
  await picture('notify-told');
  await window.getByRole('button', { name: /^Donau/ }).click();
  await picture('notify-own');
  await window.getByRole('button', { name: /^Amazon/ }).click();
  await window.getByRole('button', { name: 'QR to phone' }).click();
  await picture('notify-qr');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Record as sent…' }).click();
  await picture('notify-sent');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.locator('.cell.deadline').click();
  await picture('notify-deadlines');
});
