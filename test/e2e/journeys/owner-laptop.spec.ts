import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { violations } from '../fixtures/axe.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, type Launched, test } from '../fixtures/launch.ts';
import { answerDialogs, lock, newIncident, noteLine, writeNote } from '../fixtures/person.ts';
import { removeFolder } from '../fixtures/remove-folder.ts';

/** Makes a copy by the form that is open. @returns its words */
async function makeCopy(launched: Launched, path: string): Promise<string> {
  const { window } = launched;
  const shown = window.getByRole('list', { name: 'Passphrase of the copy' }).locator('.words-w');
  await expect(shown).toHaveCount(6);
  const words = (await shown.allInnerTexts()).join(' ');
  await answerDialogs(launched, [path]);
  const form = window.getByRole('form', { name: 'Copy' });
  await form.getByRole('button', { name: /make the copy/ }).click();
  await expect(window.getByText('The copy is ready')).toBeVisible({ timeout: 30_000 });
  return words;
}

const entry = (window: Page, text: string) => window.getByRole('option').filter({ hasText: text });

test('the owner opens a copy on another laptop, remarks on it, and the remark is in the first record', async ({
  launch,
}) => {
  const first = await launch();
  const passphrase = await newIncident(first.window, 'Suspicious uploads on WEB01');
  await writeNote(first.window, 'WEB01 is off the network');
  const path = onlyCase(first.folder);
  const copy = join(first.folder, 'for-the-owner.holdfast');
  await first.window.keyboard.press('Control+9');
  const words = await makeCopy(first, copy);

  // The other laptop: a profile of its own, and the file that was double-clicked.
  const home = mkdtempSync(join(tmpdir(), 'holdfast-owner-'));
  try {
    holdfast(home, '', 'author', 'add', 'Owner');
    const second = await launch({ folder: home, args: [copy] });
    const { window } = second;
    await window.getByRole('textbox', { name: /Passphrase for/ }).fill(words);
    await window.keyboard.press('Enter');
    await expect(noteLine(window)).toBeVisible();
    await window.keyboard.press('Control+1');
    await window.getByRole('button', { name: 'For the owner', exact: true }).click();
    await expect(window.getByRole('heading', { name: 'Where we are' })).toBeVisible();
    await noteLine(window).fill('The bank called me at noon');
    await noteLine(window).press('Enter');
    await expect(noteLine(window)).toHaveValue('');
    await window.getByRole('button', { name: 'All sections' }).click();
    await window.keyboard.press('Control+2');
    await expect(entry(window, 'WEB01 is off the network')).toBeVisible();
    await expect(entry(window, 'The bank called me at noon')).toBeVisible();
    await window.keyboard.press('Control+1');
    await window.getByRole('button', { name: 'For the owner', exact: true }).click();
    await window.getByRole('button', { name: 'Send my copy back…' }).click();
    const back = join(home, 'back.holdfast');
    const backWords = await makeCopy(second, back);
    await lock(window);

    // The first laptop looks at it, takes it in, and confirms the key by its words.
    await first.window.keyboard.press('Control+9');
    await first.window.getByRole('radio', { name: 'Merge', exact: true }).check({ force: true });
    await answerDialogs(first, [back]);
    await first.window.getByRole('button', { name: 'Choose the file…' }).click();
    await first.window.getByRole('textbox', { name: 'Passphrase of the other copy' }).fill(backWords);
    await first.window.keyboard.press('Enter');
    const preview = first.window.getByRole('region', { name: 'What would come in' });
    const keyWords = preview.getByRole('list', { name: 'Key words of Owner' }).locator('.words-w');
    await expect(keyWords).toHaveCount(4);
    const four = await keyWords.allInnerTexts();
    expect(await violations(first.window)).toEqual([]);
    await first.window.getByRole('button', { name: /^Take in \d+ entries$/ }).click();
    await expect(first.window.getByText('The copy was merged:')).toBeVisible();
    await first.window.keyboard.press('Control+2');
    const remark = entry(first.window, 'The bank called me at noon');
    await expect(remark).toContainText('key not confirmed');
    await first.window.keyboard.press('Control+Shift+A');
    await first.window.getByRole('button', { name: 'Confirm… Owner' }).click();
    await first.window.getByRole('textbox', { name: 'Why' }).fill('read out by telephone');
    await first.window.keyboard.press('Enter');
    await first.window.keyboard.press('Control+2');
    await expect(remark).not.toContainText('key not confirmed');
    await lock(first.window);

    const { entries } = holdfast(first.folder, passphrase, 'timeline', path, '--author', 'Owner');
    expect(entries.map(({ text }: { text: string }) => text)).toContain('The bank called me at noon');
    const { authors } = holdfast(first.folder, passphrase, 'author', 'list', path);
    const owner = authors.find(({ name }: { name: string }) => name === 'Owner');
    expect(owner).toMatchObject({ trust: 'confirmed', words: four, thisDevice: false });
    expect(holdfast(first.folder, passphrase, 'verify', path).ok).toBe(true);
    await second.close();
  } finally {
    removeFolder(home);
  }
});
