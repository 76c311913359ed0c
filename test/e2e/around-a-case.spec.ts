import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from './fixtures/axe.ts';
import { onlyCase } from './fixtures/holdfast.ts';
import { expect, test } from './fixtures/launch.ts';
import { addEvidence, answerDialogs, newIncident, writeNote } from './fixtures/person.ts';

/** Runs in the page: what moves although nothing should, and texts that nobody can scroll to. */
function trouble(): string[] {
  const found: string[] = [];
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  if (document.documentElement.scrollWidth > width + 1) found.push('the page scrolls sideways');
  const scrolls = (from: Element): boolean => {
    for (let element: Element | null = from; element !== null; element = element.parentElement) {
      const { overflowY } = getComputedStyle(element);
      const canScroll = overflowY === 'auto' || overflowY === 'scroll';
      if (canScroll && element.scrollHeight > element.clientHeight && element.clientHeight >= 40) return true;
    }
    return false;
  };
  for (const element of document.querySelectorAll('button, input, textarea, select, h1, h2, p, li, label')) {
    if (!element.checkVisibility() || element.closest('.sr, .skip, [aria-hidden="true"]') !== null) continue;
    const style = getComputedStyle(element);
    const name = `${element.tagName.toLowerCase()}.${element.className}: ${(element.textContent ?? '').slice(0, 40)}`;
    const seconds = [style.transitionDuration, style.animationDuration].flatMap((given) => given.split(', '));
    if (seconds.some((given) => Number.parseFloat(given) > 0)) found.push(`moves: ${name}`);
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const outside = box.top >= height || box.bottom <= 0;
    if (outside && !scrolls(element)) found.push(`out of reach: ${name}`);
  }
  return found;
}

test('settings, curtain, check and its verdict: axe, and what is needed at 200 % in 1000×700 is in reach', async ({
  launch,
}) => {
  const launched = await launch();
  const { app, window, folder } = launched;
  const frame = await app.browserWindow(window);
  const zoomed = async (): Promise<string[]> => {
    await frame.evaluate((browser) => {
      browser.setContentSize(1000, 700);
      browser.webContents.setZoomFactor(2);
    });
    await window.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
    await window.waitForTimeout(200);
    const found = await window.evaluate(trouble);
    await window.emulateMedia({ reducedMotion: 'no-preference', forcedColors: 'none' });
    await frame.evaluate((browser) => browser.webContents.setZoomFactor(1));
    return found;
  };
  const looked = async (): Promise<void> => {
    expect(await violations(window)).toEqual([]);
    expect(await zoomed()).toEqual([]);
  };

  await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  // The control: with motion, the page has some.
  expect((await window.evaluate(trouble)).join('\n')).toContain('moves: button.start');
  expect(await zoomed()).toEqual([]);
  await window.keyboard.press('Control+,');
  await expect(window.getByRole('heading', { name: 'This device' })).toBeVisible();
  await looked();
  await window.keyboard.press('Escape');
  const words = await newIncident(window, 'Suspicious uploads on WEB01');
  await expect(window.getByRole('region', { name: 'Passphrase of this case' })).toBeVisible();
  expect(await zoomed()).toEqual([]);
  await window.getByRole('button', { name: 'Type them once…' }).click();
  await looked();
  await window.keyboard.press('Escape');
  await writeNote(window, 'A note');
  await window.keyboard.press('Control+,');
  await looked();
  for (const key of ['1', '2', '3', '4', '5', '6']) {
    await window.keyboard.press(`Control+${key}`);
    expect(await zoomed(), `section ${key}`).toEqual([]);
  }
  // The section that is shown has a sign of its own where the system chooses the colours.
  await window.emulateMedia({ forcedColors: 'active' });
  const outline = await window
    .locator('.rail-item[aria-current]')
    .evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).toBe('solid');
  await window.emulateMedia({ forcedColors: 'none' });

  const huge = join(folder, 'huge.bin');
  writeFileSync(huge, '');
  truncateSync(huge, 60_000_000_000);
  await addEvidence(launched, [huge]);
  await expect(window.getByText(/of 60.0 GB/).first()).toBeVisible();
  await window.keyboard.press('Control+L');
  await expect(window.getByRole('dialog', { name: 'A job is running' })).toBeVisible();
  await looked();
  await window.getByRole('button', { name: 'Hide now, lock when it is done' }).press('Enter');
  await expect(window.getByRole('heading', { name: 'Out of sight' })).toBeVisible();
  await looked();
  await window.keyboard.down('Control');
  await window.keyboard.down('l');
  await expect(window.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await window.keyboard.up('l');
  await window.keyboard.up('Control');
  await expect(window.getByText('The key is gone from memory.')).toBeVisible();
  expect(await zoomed()).toEqual([]);
  await window.getByRole('button', { name: 'Other case' }).press('Enter');
  await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  await answerDialogs(launched, [onlyCase(folder)]);
  await window.keyboard.press('c');
  const field = window.getByRole('textbox', { name: /Passphrase for/ });
  await expect(field).toBeFocused();
  await looked();
  await field.fill(words);
  await field.press('Enter');
  await expect(window.getByRole('heading', { name: 'No change was found in this file' })).toBeVisible();
  await looked();
});
