import type { Page } from '@playwright/test';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { lock, newIncident, noteLine } from '../fixtures/person.ts';

const SECTIONS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** What does not fit: parts of the page that are wider than the window, with what they are. */
const tooWide = (window: Page): Promise<string[]> =>
  window.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        const shown = width > 0 && getComputedStyle(element).position !== 'fixed';
        return (
          shown && (right > innerWidth + 1 || left < -1) && element.closest('.sr, .skip, pre, table') === null
        );
      })
      .map((element) => `${element.tagName}.${element.className} ${element.textContent.slice(0, 40)}`),
  );

/** Puts a text into the line as a paste does. */
async function paste(window: Page, text: string): Promise<void> {
  await noteLine(window).focus();
  await window.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

test('hostile and huge texts are kept whole, run nothing, and leave every screen in its frame', async ({
  launch,
}) => {
  const { window, folder, app } = await launch();
  const title = `<img src=x onerror=alert(1)>\u202Egpj.exe ${'W'.repeat(300)}`;
  const passphrase = await newIncident(window, title);
  const errors: string[] = [];
  window.on('pageerror', (error) => errors.push(error.message));
  window.on('dialog', (dialog) => errors.push(dialog.message()));

  const word = 'x'.repeat(100_000);
  const tags = Array.from({ length: 200 }, (_, i) => `#tag${i}`).join(' ');
  const megabytes = `${'GET /uploads/img_7731.cfm 203.0.113.77 200\n'.repeat(120_000)}<b>end</b>`;
  const notes = ['<script>alert(1)</script> \u202Eevil\u2066', word, tags, megabytes];
  for (const [at, note] of notes.entries()) {
    if (note.length > 8000) await paste(window, note);
    else await noteLine(window).fill(note);
    await window.keyboard.press('Enter');
    await expect(noteLine(window)).toHaveValue('');
    await expect(window.getByTestId('save-state')).toContainText('Saved');
    await expect(window.getByRole('option')).toHaveCount(at + 5, { timeout: 20_000 });
  }
  await expect(window.getByRole('option').filter({ hasText: '<script>alert(1)</script>' })).toContainText(
    '⟨U+202E⟩evil⟨U+2066⟩',
  );
  await expect(window.getByRole('banner')).toContainText('<img src=x onerror=alert(1)>⟨U+202E⟩gpj.exe');

  for (const size of [
    [1280, 800],
    [1000, 700],
  ] as const) {
    await app.evaluate(({ BrowserWindow }, [width, height]) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);
    for (const key of SECTIONS) {
      await window.keyboard.press(`Control+${key}`);
      await expect(window.locator('#screen-heading')).toBeVisible();
      expect(await tooWide(window), `section ${key} at ${size.join(' x ')}`).toEqual([]);
    }
  }
  await window.keyboard.press('Control+K');
  await window.keyboard.type('tag199');
  await expect(window.getByRole('dialog').getByRole('option')).toHaveCount(1);
  expect(await tooWide(window)).toEqual([]);
  await window.keyboard.press('Escape');
  expect(errors).toEqual([]);
  await lock(window);

  const { entries } = holdfast(folder, passphrase, 'timeline', onlyCase(folder), '--kind', 'note');
  expect(entries.map(({ text }: { text: string }) => text)).toEqual(notes);
  expect(entries[2].tags).toHaveLength(200);
  expect(holdfast(folder, passphrase, 'info', onlyCase(folder)).title).toBe(title);
});
