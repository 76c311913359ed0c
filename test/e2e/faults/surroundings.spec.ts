import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { engineOf } from '../fixtures/notes-flow.ts';
import { answerDialogs, newIncident, noteLine, toTimeline, writeNote } from '../fixtures/person.ts';
import { isRoot, ROOT_ONLY, volume } from '../../support/mounts.ts';

const PASSPHRASE = 'six plain words for a test';

test('a volume that goes away while a case on it is open: the window says so and keeps what was typed', async ({
  launch,
}) => {
  test.skip(!isRoot, ROOT_ONLY);
  const seed = await launch();
  const { folder } = seed;
  await seed.close();
  const stick = volume(folder, 'stick');
  const path = join(stick.path, 'a.holdfast');
  holdfast(folder, PASSPHRASE, 'new', path, '--title', 'On a stick');
  const launched = await launch({ folder, args: [path] });
  const { window } = launched;
  await window.getByRole('textbox', { name: /Passphrase for/ }).fill(PASSPHRASE);
  await window.keyboard.press('Enter');
  await writeNote(window, 'While it was there');
  const saved = join(folder, 'saved.holdfast');
  copyFileSync(path, saved);
  stick.unmount();
  expect(existsSync(path)).toBe(false);
  await noteLine(window).click();
  await window.keyboard.insertText('After it was pulled');
  await window.keyboard.press('Enter');
  const notice = window.getByRole('alert').filter({ hasText: 'Not saved' });
  await expect(notice).toContainText(/a\.holdfast/);
  await expect(noteLine(window)).toHaveValue('After it was pulled');
  await expect(window.getByText('The draft could not be kept:')).toBeVisible();
  // Locked, it is not in the next case that is opened here, and in its own again.
  await window.keyboard.press('Control+L');
  await expect(
    window.getByText(/could not be written into the file. This window still holds it/),
  ).toBeVisible();
  await window.getByRole('button', { name: 'Other case' }).click();
  await newIncident(window, 'Another case');
  await expect(noteLine(window)).toHaveValue('');
  await window.keyboard.press('Control+L');
  await window.getByRole('button', { name: 'Other case' }).click();
  const copy = join(folder, 'copy.holdfast');
  copyFileSync(saved, copy);
  await answerDialogs(launched, [copy]);
  await window.getByRole('button', { name: /^Open a case file/ }).click();
  await window.getByRole('textbox', { name: /Passphrase for/ }).fill(PASSPHRASE);
  await window.keyboard.press('Enter');
  await expect(noteLine(window)).toHaveValue('After it was pulled');
  await expect(window.getByText(/^Not confirmed when the engine ended/)).toBeVisible();
});

test('a clock that goes back is recorded, and the person is told at once', async ({ launch }) => {
  const noon = await launch({ env: { HOLDFAST_NOW: '2026-11-27T12:00:00.000Z' } });
  const { folder } = noon;
  const passphrase = await newIncident(noon.window, 'A case');
  await writeNote(noon.window, 'At noon');
  await expect(noon.window.getByRole('status', { name: 'Clock of this device' })).toHaveCount(0);
  await noon.close();
  const path = onlyCase(folder);
  const early = await launch({
    folder,
    args: [path],
    env: { HOLDFAST_NOW: '2026-11-27T11:00:00.000Z' },
  });
  const { window } = early;
  await window.getByRole('textbox', { name: /Passphrase for/ }).fill(passphrase);
  await window.keyboard.press('Enter');
  await writeNote(window, 'An hour earlier');
  const bar = window.getByRole('status', { name: 'Clock of this device' });
  await expect(bar).toContainText('moved by -3600 s');
  await toTimeline(window);
  await expect(window.getByRole('option').filter({ hasText: 'moved by -3600 s' })).toBeVisible();
  await bar.getByRole('button', { name: 'Compare…' }).click();
  await window.keyboard.press('Escape');
  await bar.getByRole('button', { name: 'Dismiss' }).click();
  await expect(bar).toHaveCount(0);
  await early.close();
  const { entries } = holdfast(folder, passphrase, 'timeline', path);
  expect(entries.map(({ kind }: { kind: string }) => kind)).toContain('clock-moved');
});

test('an engine that dies in the middle of typing is said, and what was typed is there again', async ({
  launch,
}) => {
  const { app, window, folder } = await launch();
  const passphrase = await newIncident(window, 'A case');
  await writeNote(window, 'Saved');
  await noteLine(window).click();
  await window.keyboard.insertText('half a thou');
  process.kill(engineOf(app.process().pid ?? 0) ?? 0, 'SIGKILL');
  await expect(window.getByText('The part of Holdfast that writes has ended.')).toBeVisible();
  await expect(window.getByText('half a thou')).toBeVisible();
  await window.getByRole('textbox', { name: /Passphrase for/ }).fill(passphrase);
  await window.keyboard.press('Enter');
  await expect(noteLine(window)).toHaveValue('half a thou');
  await noteLine(window).press('End');
  await window.keyboard.type('ght');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('option').filter({ hasText: 'half a thought' })).toBeVisible();
  await window.keyboard.press('Control+L');
  await expect(window.getByText('The key is gone from memory.')).toBeVisible();
  const { entries } = holdfast(folder, passphrase, 'timeline', onlyCase(folder));
  expect(entries.slice(-2).map(({ text }: { text: string }) => text)).toEqual(['Saved', 'half a thought']);
});
