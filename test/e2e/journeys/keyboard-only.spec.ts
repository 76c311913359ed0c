import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { answerDialogs, noteLine, shownWords, wordsOfCopy } from '../fixtures/person.ts';

/** Presses Tab until the focus is where a person wants it. */
async function tabTo(window: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    const focused = await window.evaluate(() => {
      const element = document.activeElement;
      const label =
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
          ? element.labels?.[0]
          : null;
      return element?.getAttribute('aria-label') ?? label?.textContent ?? element?.textContent ?? '';
    });
    if (name.test(focused)) return;
    await window.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${String(name)}`);
}

/** Does something by its name in the palette. */
async function command(window: Page, words: string): Promise<void> {
  await window.keyboard.press('Control+K');
  await expect(window.getByRole('combobox')).toBeFocused();
  await window.keyboard.type(words);
  await window.keyboard.press('Enter');
}

test('from a cold start to a shared copy without a mouse', async ({ launch }) => {
  const launched = await launch();
  const { window, folder } = launched;
  await window.evaluate(() => {
    addEventListener('pointerdown', () => document.body.setAttribute('data-pointer', 'used'), true);
  });
  await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  await window.keyboard.press('n');
  await expect(window.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(noteLine(window)).toBeFocused();
  const words = await shownWords(window);
  await window.keyboard.type('FusionReactor alert @02:14 #alert');
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('save-state')).toContainText('Saved');

  // Evidence, from wherever one is.
  const log = join(folder, 'u_ex261117.log');
  writeFileSync(log, 'GET /uploads/img_7731.cfm\n');
  await answerDialogs(launched, [log]);
  await command(window, 'add evidence');
  await expect(window.getByRole('row').filter({ hasText: 'EV-001' })).toBeVisible();

  // What is next, by the first of its buttons.
  await window.keyboard.press('Control+1');
  await window.keyboard.press('F6');
  await tabTo(window, /^State it/);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: /^State:/ })).toBeVisible();
  await tabTo(window, /^Value/);
  await window.keyboard.type('web developer');
  await window.keyboard.press('Enter');
  await expect(window.getByText('Found by stated')).toBeVisible();

  // The note is found again and corrected.
  await window.keyboard.press('Control+J');
  await expect(noteLine(window)).toBeFocused();
  await window.keyboard.press('ArrowUp');
  await expect(window.getByRole('dialog', { name: /^Correct entry/ })).toBeVisible();
  await tabTo(window, /^Text/);
  await window.keyboard.press('Control+A');
  await window.keyboard.type('FusionReactor alert: 412 requests');
  await tabTo(window, /^Reason/);
  await window.keyboard.type('the number');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toHaveCount(0);

  await answerDialogs(launched, [join(folder, 'for-the-owner.holdfast')]);
  await command(window, 'make a copy');
  await expect(window.getByRole('heading', { name: 'Share' })).toBeVisible();
  await tabTo(window, /^Choose a place and make the copy/);
  const copyWords = await wordsOfCopy(window);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'The copy is ready' })).toBeVisible();
  await window.keyboard.press('Control+L');
  await expect(window.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(window.getByText('The key is gone from memory.')).toBeVisible();
  expect(await window.evaluate(() => document.body.getAttribute('data-pointer'))).toBeNull();

  const copy = join(folder, 'for-the-owner.holdfast');
  const { entries } = holdfast(folder, copyWords, 'timeline', copy, '--kind', 'note');
  expect(entries[0]).toMatchObject({ text: 'FusionReactor alert @02:14 #alert', tags: ['alert'] });
  expect(entries[0].correctedBy).toMatch(/^[0-9a-f]{64}$/);
  expect(holdfast(folder, words, 'verify', onlyCase(folder)).ok).toBe(true);
});
