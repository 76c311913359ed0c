import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from './fixtures/axe.ts';
import { expect, test } from './fixtures/launch.ts';
import {
  addEvidence,
  answerDialogs,
  lock,
  newIncident,
  noteLine,
  typeWords,
  writeNote,
} from './fixtures/person.ts';

test('no screen has a violation that axe can find, in either theme or with forced colours', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  expect(await violations(window, 'forced colours')).toEqual([]);
  await window.keyboard.press('Control+N');
  await expect(window.getByRole('textbox', { name: 'Title' })).toBeFocused();
  expect(await violations(window, 'forced colours')).toEqual([]);
  await window.keyboard.press('Escape');
  await newIncident(window);
  await writeNote(window, 'A note with a #tag');
  expect(await violations(window, 'forced colours')).toEqual([]);
  const log = join(folder, 'a.log');
  writeFileSync(log, 'line\n');
  await addEvidence(launched, [log]);
  await window.getByRole('row').filter({ hasText: 'EV-001' }).click();
  await window.getByRole('button', { name: 'Say more…' }).click();
  await window.getByRole('textbox', { name: 'Its clock was off' }).fill('no number');
  expect(await violations(window, 'forced colours')).toEqual([]);
  const second = join(folder, 'b.log');
  writeFileSync(second, 'another line\n');
  await answerDialogs(launched, [log, second]);
  await window.getByRole('button', { name: /^Add evidence/ }).click();
  await expect(window.getByRole('radio', { name: 'All as one exhibit' })).toBeVisible();
  expect(await violations(window, 'forced colours')).toEqual([]);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+9');
  await expect(window.getByRole('heading', { name: 'Share' })).toBeVisible();
  expect(await violations(window, 'forced colours')).toEqual([]);
  await window.keyboard.press('Control+Shift+A');
  await expect(window.getByRole('heading', { name: 'This device' })).toBeVisible();
  await window.getByRole('button', { name: /^Set a passphrase/ }).click();
  expect(await violations(window, 'forced colours')).toEqual([]);
  await window.keyboard.press('Control+1');
  await expect(window.getByRole('region', { name: 'Evidence' })).toBeVisible();
  await expect(window.getByText('Nobody has said that they are here.')).toBeVisible();
  await window.getByRole('region', { name: 'In the room' }).getByRole('heading').click();
  await window.keyboard.press('p');
  await expect(window.getByRole('region', { name: 'In the room' }).getByRole('listitem')).toHaveCount(1);
  expect(await violations(window, 'forced colours')).toEqual([]);
  await window.keyboard.press('t');
  await expect(window.getByRole('dialog', { name: 'A phone call' })).toBeVisible();
  expect(await violations(window, 'forced colours')).toEqual([]);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+K');
  await window.keyboard.type('note');
  await expect(window.getByRole('dialog').getByRole('group', { name: 'Entries' })).toBeVisible();
  expect(await violations(window, 'forced colours')).toEqual([]);
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await noteLine(window).pressSequentially('#t');
  await expect(window.getByRole('option', { name: '#tag' })).toBeVisible();
  await noteLine(window).press('ArrowDown');
  await expect(window.getByRole('option', { name: '#tag', selected: true })).toBeVisible();
  expect(await violations(window, 'forced colours')).toEqual([]);
  await noteLine(window).fill('');
  await window.keyboard.press('Control+Shift+F');
  await expect(window.getByRole('list', { name: 'Ten words of the fingerprint' })).toBeVisible();
  expect(await violations(window, 'forced colours')).toEqual([]);
  await window.keyboard.press('Control+4');
  await window.getByRole('button', { name: 'State a fact' }).click();
  await window.getByRole('combobox', { name: 'Fact' }).selectOption('severity');
  await window.getByRole('combobox', { name: 'Value' }).selectOption('high');
  expect(await violations(window, 'forced colours')).toEqual([]);
  await window.getByRole('button', { name: 'State', exact: true }).click();
  await expect(window.getByRole('complementary', { name: 'Fact: Severity' })).toBeVisible();
  await window.getByRole('button', { name: /^Phase: Identification/ }).click();
  expect(await violations(window, 'forced colours')).toEqual([]);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+9');
  await window.getByRole('radio', { name: 'Merge', exact: true }).check({ force: true });
  await window.getByRole('button', { name: 'Choose the file…' }).click();
  expect(await violations(window, 'forced colours')).toEqual([]);
  await window.keyboard.press('Control+2');
  await window.getByRole('option').filter({ hasText: 'A note with a' }).click();
  for (const [button, dialog] of [
    ['Correct…', /^Correct entry/],
    ['Link exhibit…', /^Link an exhibit/],
    ['Withhold…', /^Withhold from/],
  ] as const) {
    await window.getByRole('button', { name: button }).click();
    await expect(window.getByRole('dialog', { name: dialog })).toBeVisible();
    expect(await violations(window, 'forced colours')).toEqual([]);
    await window.keyboard.press('Escape');
  }
  await noteLine(window).press('ArrowUp');
  await window.getByRole('textbox', { name: 'Text' }).fill('Corrected');
  await window.getByRole('textbox', { name: 'Reason' }).fill('a test');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('option').filter({ hasText: 'corrected by' })).toBeVisible();
  expect(await violations(window, 'forced colours')).toEqual([]);
  await lock(window);
  expect(await violations(window, 'forced colours')).toEqual([]);
});

test('at 200 % zoom nothing scrolls sideways, and the sections are behind one button', async ({ launch }) => {
  const launched = await launch();
  const { app, window, folder } = launched;
  const words = await newIncident(
    window,
    'Suspicious uploads on WEB01, and a title that is longer than half a window',
  );
  await typeWords(window, words);
  const log = join(folder, 'a.log');
  writeFileSync(log, 'line\n');
  await addEvidence(launched, [log]);
  await expect(window.getByRole('row').filter({ hasText: 'EV-001' })).toBeVisible();
  const rail = window.getByRole('navigation', { name: 'Sections' });
  // The control: with room, each section is in sight.
  await expect(rail.getByRole('button', { name: /^Facts/ })).toBeVisible();
  const frame = await app.browserWindow(window);
  await frame.evaluate((browser) => {
    browser.setContentSize(1280, 800);
    browser.webContents.setZoomFactor(2);
  });
  const menu = rail.getByRole('button', { name: 'Sections, now Evidence' });
  await expect(menu).toBeVisible();
  await expect(rail.getByRole('button', { name: /^Facts/ })).toHaveCount(0);
  const wide = async (): Promise<string[]> =>
    window.evaluate(() =>
      ['html', '.topbar', '.main', '.line-area'].filter((name) => {
        const element = document.querySelector(name);
        return element === null || element.scrollWidth > element.clientWidth + 1;
      }),
    );
  for (const section of ['Overview', 'Timeline', 'Evidence', 'Share', 'Authors', 'Witness', 'Facts']) {
    await rail.getByRole('button', { name: /^Sections, now/ }).focus();
    await window.keyboard.press('Enter');
    const list = window.getByRole('dialog', { name: 'Sections' });
    await expect(list.getByRole('button', { name: /^Facts/ })).toBeVisible();
    if (section === 'Overview') expect(await violations(window, 'forced colours')).toEqual([]);
    await list.getByRole('button', { name: new RegExp(`^${section}`, 'u') }).press('Enter');
    await expect(window.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(section);
    await expect(list).toHaveCount(0);
    expect(await wide(), section).toEqual([]);
  }
  expect(await violations(window, 'forced colours')).toEqual([]);
  // Esc closes it and gives the focus back.
  const now = rail.getByRole('button', { name: 'Sections, now Facts' });
  await now.click();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog', { name: 'Sections' })).toHaveCount(0);
  await expect(now).toBeFocused();
});

test('a planted violation is found, and so is a colour that fails in one look alone', async ({ launch }) => {
  const { window } = await launch();
  await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  await window.evaluate(() => {
    document.body.append(document.createElement('button'));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      .planted { position: fixed; top: 0; color: black; background: white; forced-color-adjust: none; }
      .planted.forced { top: 60px; }
      @media (prefers-color-scheme: dark) { .planted.dark { color: #eee; } }
      @media (forced-colors: active) {
        .planted.dark { color: black; }
        .planted.forced { color: #eee; }
      }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    for (const name of ['dark', 'forced']) {
      const planted = Object.assign(document.createElement('p'), { className: `planted ${name}` });
      planted.textContent = name;
      document.body.append(planted);
    }
  });
  const found = await violations(window, 'forced colours');
  expect(found.filter((text) => text.includes('button-name'))).toHaveLength(1);
  const contrast = found.filter((text) => text.includes('color-contrast')).join('\n');
  expect(contrast).toMatch(/^dark: color-contrast: .*planted dark[^\n]*\nforced colours: .*planted forced/u);
});
