import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, expect } from '../e2e/fixtures/launch.ts';
import { answerDialogs, newIncident, typeWords } from '../e2e/fixtures/person.ts';
import { writeIisLog } from '../support/iis-lines.ts';
import { firewallLog, securityLog } from '../support/other-logs.ts';
import { camera } from './camera.ts';

/** Searched logs at two sizes, light and dark: to be looked at by a person. */
test('pictures of searched logs', async ({ launch }) => {
  test.setTimeout(600_000);
  const launched = await launch();
  const { window, folder } = launched;
  const picture = await camera(launched);
  await typeWords(window, await newIncident(window, 'Suspicious uploads on WEB01'));
  await window.keyboard.press('Control+6');
  await window.getByRole('radio', { name: 'Search' }).check();
  await picture('log-search-empty');
  const at = (name: string): string => join(folder, name);
  writeIisLog(at('u_ex261116.log'), { rows: 20_000, seed: 5, shellEvery: 1500 });
  writeFileSync(at('pfirewall.log'), firewallLog(4000));
  writeFileSync(at('Security.evtx'), securityLog());
  writeFileSync(at('fusionreactor-notification.log'), 'no row of anything\nnor this one\n');
  const names = [
    'u_ex261116.log',
    'pfirewall.log',
    'Security.evtx',
    'fusionreactor-notification.log',
    'gone.log',
  ];
  await answerDialogs(launched, names.map(at));
  await window.getByRole('button', { name: 'Add logs' }).first().click();
  const dialog = window.getByRole('dialog', { name: 'Add logs' });
  await expect(dialog.getByRole('row')).not.toHaveCount(1);
  await picture('log-search-add');
  await dialog.getByLabel('Format of fusionreactor-notification.log').selectOption('fusionreactor');
  await dialog.getByLabel('Zone of the times in pfirewall.log').selectOption('Europe/Berlin');
  await dialog.getByLabel('Read fusionreactor-notification.log').uncheck();
  await picture('log-search-answered');
  await dialog.getByRole('button', { name: 'Read 3 logs' }).click();
  await expect(window.getByText('of 3 logs were read')).toBeVisible({ timeout: 60_000 });
  await picture('log-search-read');
  await window.getByRole('button', { name: 'Dismiss' }).click();
  const line = window.getByRole('textbox', { name: 'Search the logs' });
  await line.fill('ip:203.0.113.0/24');
  await expect(window.locator('.log-count')).toContainText('of 24');
  await window.keyboard.press('Enter');
  await expect(window.locator('.log-row.selected')).toHaveCount(1);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('complementary')).toBeVisible();
  await window.waitForTimeout(800);
  await picture('log-search-pane');
  await line.fill('path:/uploads/*.cfm ip:203.0.113.0/24');
  await expect(window.locator('.log-count')).toContainText('13 of');
  await window.keyboard.press('Enter');
  await expect(window.locator('.log-row.selected')).toHaveCount(1);
  await window.keyboard.press('Enter');
  await window.waitForTimeout(800);
  await window.keyboard.press('p');
  await expect(window.getByText(/Pinned as entry/)).toBeVisible();
  await picture('log-search-pinned');
  await window.keyboard.press('n');
  await window.getByRole('slider', { name: 'Span of the search' }).focus();
  await window.keyboard.press('Home');
  for (let i = 0; i < 9; i++) await window.keyboard.press('Shift+ArrowRight');
  await expect(window.getByRole('button', { name: /^Drop the span/ })).toBeVisible();
  await picture('log-search-span');
  await window.getByRole('button', { name: 'Show it in the timeline' }).click();
  await picture('log-search-timeline');
  await window.keyboard.press('Control+6');
  await window.getByRole('button', { name: /^Drop the span/ }).click();
  await window.getByRole('button', { name: 'How to search' }).click();
  await picture('log-search-help');
  await window.keyboard.press('Escape');
  await line.fill('status:abc');
  await expect(window.getByRole('alert')).toBeVisible();
  await picture('log-search-error');
  await line.fill('nobodywritesthis');
  await expect(window.getByText('No line fits this search')).toBeVisible();
  await picture('log-search-nothing');
  await window.getByRole('radio', { name: 'Sources' }).check();
  await picture('log-search-sources');
});
