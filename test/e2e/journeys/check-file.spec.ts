import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { answerDialogs, lock, newIncident, writeNote } from '../fixtures/person.ts';

const ALT = 1;

/** Lets a file fall on the window with Alt held, as the system does; once more where the drop was lost on the way, as a hand does. */
async function dropToCheck(window: Page, path: string): Promise<void> {
  await expect(async () => {
    await dropOnce(window, path);
    await expect(window.getByRole('textbox', { name: /Passphrase for/ })).toBeVisible({ timeout: 3000 });
  }).toPass();
}

async function dropOnce(window: Page, path: string): Promise<void> {
  const session = await window.context().newCDPSession(window);
  const at = { x: 600, y: 400, data: { items: [], files: [path], dragOperationsMask: 1 }, modifiers: ALT };
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at });
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...at });
  await expect(window.getByText('Drop to check this file')).toBeVisible();
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...at });
  await session.detach();
}

test('a file is checked from the first screen, says what that proves, and compares words that somebody kept', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window, 'Secret title');
  await writeNote(window, 'First');
  await lock(window);
  const path = onlyCase(folder);
  const told = holdfast(folder, passphrase, 'witness', path).words.join(' ');
  holdfast(folder, passphrase, 'witness', 'record', path, '--person', 'Insurer', '--by', 'telephone');
  holdfast(folder, passphrase, 'note', path, 'After the witness');
  const before = readFileSync(path);
  await window.getByRole('button', { name: 'Other case' }).click();
  await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  await answerDialogs(launched, [path]);
  await window.keyboard.press('c');
  const field = window.getByRole('textbox', { name: /Passphrase for/ });
  await expect(field).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByText('Type the passphrase first.')).toBeVisible();
  await field.fill('another');
  await window.keyboard.press('Enter');
  await expect(window.getByText('This passphrase does not open the file.')).toBeVisible();
  await field.fill(passphrase);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'No change was found in this file' })).toBeVisible();
  const checked = holdfast(folder, passphrase, 'verify', path).checked;
  await expect(window.getByText(`${checked.entries} entries`, { exact: true })).toBeVisible();
  await expect(
    window.getByText(/did not rewrite 2 entries: no witness and no time stamp fixes them/),
  ).toBeVisible();
  await window.getByRole('textbox', { name: /Words or code/ }).fill(told);
  await window.keyboard.press('Enter');
  await expect(window.getByText(/^Known: they fix \d entries of this file/)).toBeVisible();
  await window.getByRole('textbox', { name: /Words or code/ }).fill(told.split(' ').toReversed().join(' '));
  await window.keyboard.press('Enter');
  await expect(window.getByRole('alert').filter({ hasText: /Not (known|understood)/ })).toBeVisible();
  expect(readFileSync(path)).toEqual(before);

  // A copy in which one byte of the first page, or of an inner one, was changed; a letter; and nothing at all.
  const copies = join(folder, 'copies');
  mkdirSync(copies);
  const changed = (name: string, place: number): string => {
    const copy = join(copies, name);
    copyFileSync(path, copy);
    const bytes = readFileSync(copy);
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    writeFileSync(copy, bytes);
    return copy;
  };
  const toWelcome = async (): Promise<void> => {
    await window.keyboard.press('Escape');
    await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  };
  await toWelcome();
  await dropToCheck(window, changed('page-one.holdfast', 2000));
  await field.fill(passphrase);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'The first page of this file is damaged' })).toBeVisible();
  await toWelcome();
  await dropToCheck(window, changed('inner.holdfast', before.length - 100));
  await field.fill(passphrase);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: /found in this file|file is damaged/ })).toBeVisible();
  await expect(window.getByRole('heading', { name: 'No change was found in this file' })).toHaveCount(0);
  await toWelcome();
  const letter = join(copies, 'letter.holdfast');
  writeFileSync(letter, 'Dear insurer');
  await dropToCheck(window, letter);
  await field.fill(passphrase);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('alert')).toContainText('is not a Holdfast case file');
  // No author came of it but the one who wrote, and no case is on the list but the one that was opened.
  await toWelcome();
  await expect(window.getByRole('button', { name: /^Open .*holdfast/ })).toHaveCount(1);
});
