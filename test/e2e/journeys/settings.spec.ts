import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test, type Launched } from '../fixtures/launch.ts';
import { answerDialogs, lock, newIncident, writeNote } from '../fixtures/person.ts';

/** How a window looks now, as Electron has it: the driver overrules the page's own media queries. */
const look = async ({ app }: Launched): Promise<{ theme: string; zoom: number[] }> =>
  app.evaluate(({ BrowserWindow, nativeTheme }) => ({
    theme: nativeTheme.themeSource,
    zoom: BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getZoomFactor()),
  }));

test('settings apply at once and at the next start; switching the list off forgets it', async ({
  launch,
}) => {
  const first = await launch();
  const { window, folder } = first;
  const file = join(folder, 'profile', 'settings.json');
  const passphrase = await newIncident(window, 'A case');
  await lock(window);
  await window.getByRole('button', { name: 'Other case' }).click();
  await expect(window.getByRole('button', { name: /^Open .*a-case/ })).toBeVisible();
  await window.keyboard.press('Control+,');
  await expect(window.getByRole('heading', { name: 'This device' })).toBeVisible();
  await window.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await window.getByRole('combobox', { name: 'Text size' }).selectOption('125 %');
  await expect.poll(async () => look(first)).toEqual({ theme: 'dark', zoom: [1.25] });
  // By key, because the driver points beside what is zoomed.
  await window.getByRole('checkbox', { name: /Remember/ }).press('Space');
  await expect(window.getByText(/the list was erased/)).toBeVisible();
  // Who writes, without a case.
  await window.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await window.getByRole('textbox', { name: 'Your role' }).fill('web developer');
  await window.getByRole('textbox', { name: 'Your role' }).press('Enter');
  await expect(window.getByText('Name and role are changed')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByText('The list of recent cases is switched off')).toBeVisible();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    format: 'holdfast/settings/1',
    lockAfter: 15,
    theme: 'dark',
    textSize: 125,
    recent: false,
    notify: true,
  });
  expect(await window.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await first.close();

  const path = onlyCase(folder);
  const second = await launch({ folder, args: [path] });
  expect(await look(second)).toEqual({ theme: 'dark', zoom: [1.25] });
  await second.window.getByRole('textbox', { name: /Passphrase for/ }).fill(passphrase);
  await second.window.keyboard.press('Enter');
  await writeNote(second.window, 'As Ada');
  await second.close();
  const { entries } = holdfast(folder, passphrase, 'timeline', path);
  expect(entries.at(-1).author.name).toBe('Ada');

  // A file that nobody can read is left alone until somebody says what to do.
  writeFileSync(file, '{"format":"holdfast/settings/7"}');
  const third = await launch({ folder });
  expect(await look(third)).toEqual({ theme: 'system', zoom: [1] });
  await expect(third.window.getByRole('button', { name: /New incident/ })).toBeVisible();
  await third.window.keyboard.press('Control+,');
  await expect(third.window.getByText(/written by a newer Holdfast/)).toBeVisible();
  await third.window.getByRole('radio', { name: 'Light' }).check({ force: true });
  await expect.poll(async () => look(third)).toEqual({ theme: 'light', zoom: [1] });
  expect(readFileSync(file, 'utf8')).toBe('{"format":"holdfast/settings/7"}');
  await third.window.getByRole('button', { name: 'Start a new file' }).click();
  await expect(third.window.getByText(/written by a newer Holdfast/)).toHaveCount(0);
  expect(readFileSync(`${file}.aside`, 'utf8')).toBe('{"format":"holdfast/settings/7"}');
  expect(JSON.parse(readFileSync(file, 'utf8')).theme).toBe('light');
});

test('the words of a new case stay in sight until they were typed, or stand on a sheet that says what it is', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const words = await newIncident(window, 'A case');
  const bar = window.getByRole('region', { name: 'Passphrase of this case' });
  await window.getByRole('button', { name: 'Type them once…' }).click();
  const field = window.getByRole('textbox', { name: 'The six words' });
  await expect(field).toBeFocused();
  await expect(window.getByText(words)).toHaveCount(0);
  await window.keyboard.insertText(words.replace(/^\w+/u, 'another'));
  await window.keyboard.press('Enter');
  await expect(window.getByText('These words do not open this file.')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(bar).toContainText(words);
  // A place that nobody can write to: the bar stays, and says why.
  const saveAs = async (path: string): Promise<void> => {
    await answerDialogs(launched, [path]);
    await window.getByRole('button', { name: 'Key sheet…' }).click();
  };
  await saveAs(join(folder, 'nowhere', 'sheet.html'));
  await expect(bar).toContainText('The key sheet was not saved.');
  const sheet = join(folder, 'sheet.html');
  await saveAs(sheet);
  await expect(bar).toHaveCount(0);
  const html = readFileSync(sheet, 'utf8');
  for (const word of words.split(' ')) expect(html).toContain(`${word}</li>`);
  for (const said of ['a-case.holdfast', 'plain text', 'Where it is kept']) expect(html).toContain(said);
  await lock(window);
  await window.getByRole('textbox', { name: /Passphrase for/ }).fill(words);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Timeline' })).toBeVisible();
  await expect(bar).toHaveCount(0);
  await lock(window);
  expect(holdfast(folder, words, 'verify', onlyCase(folder)).ok).toBe(true);
  // The next case, on paper.
  await window.getByRole('button', { name: 'Other case' }).click();
  await newIncident(window, 'Another');
  const paper = join(folder, 'sheet.pdf');
  await saveAs(paper);
  await expect(bar).toHaveCount(0);
  expect(readFileSync(paper, 'latin1').slice(0, 5)).toBe('%PDF-');
});
