import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/launch.ts';
import { addEvidence, answerDialogs, lock, newIncident, noteLine, writeNote } from './fixtures/person.ts';

/** Violations of a screen in both themes, as a list that a person can read. */
async function violations(window: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme });
    // The legacy mode needs no second page, which Electron does not open for a driver.
    const { violations: list } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
    found.push(
      ...list.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    );
  }
  return found;
}

test('no screen has a violation that axe can find, in either theme', async ({ launch }) => {
  test.setTimeout(300_000);
  const launched = await launch();
  const { window, folder } = launched;
  await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  expect(await violations(window)).toEqual([]);
  await window.keyboard.press('Control+N');
  await expect(window.getByRole('textbox', { name: 'Title' })).toBeFocused();
  expect(await violations(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await newIncident(window);
  await writeNote(window, 'A note with a #tag');
  expect(await violations(window)).toEqual([]);
  const log = join(folder, 'a.log');
  writeFileSync(log, 'line\n');
  await addEvidence(launched, [log]);
  await window.getByRole('row').filter({ hasText: 'EV-001' }).click();
  await window.getByRole('button', { name: 'Say more…' }).click();
  await window.getByRole('textbox', { name: 'Its clock was off' }).fill('no number');
  expect(await violations(window)).toEqual([]);
  const second = join(folder, 'b.log');
  writeFileSync(second, 'another line\n');
  await answerDialogs(launched, [log, second]);
  await window.getByRole('button', { name: /^Add evidence/ }).click();
  await expect(window.getByRole('radio', { name: 'All as one exhibit' })).toBeVisible();
  expect(await violations(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+3');
  await expect(window.getByRole('heading', { name: 'Share' })).toBeVisible();
  expect(await violations(window)).toEqual([]);
  await window.keyboard.press('Control+4');
  await expect(window.getByRole('heading', { name: 'This device' })).toBeVisible();
  await window.getByRole('button', { name: /^Set a passphrase/ }).click();
  expect(await violations(window)).toEqual([]);
  await window.keyboard.press('Control+5');
  await expect(window.getByRole('list', { name: 'Ten words of the fingerprint' })).toBeVisible();
  expect(await violations(window)).toEqual([]);
  await window.keyboard.press('Control+6');
  await window.getByRole('button', { name: 'State a fact' }).click();
  await window.getByRole('combobox', { name: 'Fact' }).selectOption('severity');
  await window.getByRole('combobox', { name: 'Value' }).selectOption('high');
  expect(await violations(window)).toEqual([]);
  await window.getByRole('button', { name: 'State', exact: true }).click();
  await expect(window.getByRole('complementary', { name: 'Fact: Severity' })).toBeVisible();
  await window.getByRole('button', { name: /^Phase: Identification/ }).click();
  expect(await violations(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+3');
  await window.getByRole('radio', { name: 'Merge', exact: true }).check({ force: true });
  await window.getByRole('button', { name: 'Choose the file…' }).click();
  expect(await violations(window)).toEqual([]);
  await window.keyboard.press('Control+1');
  await window.getByRole('option').filter({ hasText: 'A note with a' }).click();
  for (const [button, dialog] of [
    ['Correct…', /^Correct entry/],
    ['Link exhibit…', /^Link an exhibit/],
    ['Withhold…', /^Withhold from/],
  ] as const) {
    await window.getByRole('button', { name: button }).click();
    await expect(window.getByRole('dialog', { name: dialog })).toBeVisible();
    expect(await violations(window)).toEqual([]);
    await window.keyboard.press('Escape');
  }
  await noteLine(window).press('ArrowUp');
  await window.getByRole('textbox', { name: 'Text' }).fill('Corrected');
  await window.getByRole('textbox', { name: 'Reason' }).fill('a test');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('option').filter({ hasText: 'corrected by' })).toBeVisible();
  expect(await violations(window)).toEqual([]);
  await lock(window);
  expect(await violations(window)).toEqual([]);
});

test('a planted violation is found', async ({ launch }) => {
  const { window } = await launch();
  await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  await window.evaluate(() => {
    document.body.append(document.createElement('button'));
  });
  expect((await violations(window)).join()).toContain('button-name');
});
