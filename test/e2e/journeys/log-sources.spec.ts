import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { violations } from '../fixtures/axe.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { answerDialogs, lock, newIncident, typeWords, unlock } from '../fixtures/person.ts';
import { IIS_FIELDS, iisRow, writeIisLog } from '../../support/iis-lines.ts';
import { zipFile } from '../../support/zip-file.ts';

const ROWS = 250_000;
const plan = { rows: 0, seed: 3, shellEvery: 10 };

const web = (from: number, count: number): string =>
  `#Fields: ${IIS_FIELDS}\r\n${Array.from({ length: count }, (_, i) => `${iisRow(from + i, plan)}\r\n`).join('')}`;

/** A table whose columns say nothing by their names. */
const gateway = (day: number): string =>
  `wann;wer;was\n${Array.from({ length: 40 }, (_, i) => `2026-11-${day} 02:${10 + i}:00;10.0.0.${i};deny\n`).join('')}never;10.0.0.99;deny\n`;

/** Presses Pause of a job in the moment in which it is there: a small log is read before a test has asked for it. */
async function holdAtOnce(window: Page, job: string): Promise<void> {
  await window.evaluate((label) => {
    const press = (selector: string): boolean => {
      const found = document.querySelector<HTMLElement>(selector);
      found?.click();
      return found !== null;
    };
    const observer = new MutationObserver(() => {
      if (press(`[aria-label="${label}"]`)) observer.disconnect();
      else press('.jobs-status[aria-expanded=false]');
    });
    observer.observe(document.body, { childList: true, subtree: true });
  }, `Pause ${job}`);
}

test('tables, archives and broken lines: each log is asked about, held, gone on with, and says what is wrong with it', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window);
  await typeWords(window, passphrase);
  const path = onlyCase(folder);
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('gateway-16.csv'), gateway(16));
  writeFileSync(at('gateway-17.csv'), gateway(17));
  writeFileSync(
    at('night.zip'),
    zipFile([
      { name: 'W3SVC1/u_ex1.log', bytes: Buffer.from(web(0, 100)) },
      { name: 'W3SVC2/u_ex1.log', bytes: Buffer.from(web(100, 50)) },
    ]),
  );
  writeIisLog(at('large.log'), { rows: ROWS, seed: 5, shellEvery: 0 });

  await window.keyboard.press('Control+6');
  const tab = (name: string | RegExp) => window.getByRole('radio', { name });
  await tab('Search').check();
  const dialog = window.getByRole('dialog', { name: 'Add logs' });
  const start = dialog.locator('button[type=submit]');
  const add = async (...names: string[]): Promise<void> => {
    await answerDialogs(launched, names.map(at));
    await window
      .getByRole('button', { name: /^Add logs/ })
      .first()
      .click();
    await expect(dialog).toBeVisible();
  };
  const line = window.getByRole('textbox', { name: 'Search the logs' });
  const counted = window.locator('.log-count');

  // A table says by itself neither what its columns are nor its zone; an archive is a row for each member.
  await add('gateway-16.csv', 'night.zip');
  await expect(dialog.getByText('Not recognised. Choose what it is.')).toBeVisible();
  await dialog.getByLabel('Format of gateway-16.csv').selectOption('csv');
  await dialog.getByText('Columns of the table').click();
  const use = (column: string, file: string) => dialog.getByLabel(`What ${column} of ${file} is`);
  await use('wann', 'gateway-16.csv').selectOption('time');
  await use('wer', 'gateway-16.csv').selectOption('address');
  await use('was', 'gateway-16.csv').selectOption('action');
  await dialog.getByLabel('Zone of the times in gateway-16.csv').selectOption('Europe/Berlin');
  await expect(dialog.getByRole('row', { name: /W3SVC2\/u_ex1\.log/ })).toContainText('in night.zip');
  expect(await violations(window)).toEqual([]);
  await start.click();
  await expect(window.getByText(/of 3 logs were read/)).toBeVisible({ timeout: 30_000 });
  await expect(counted).toContainText('191 of 191');
  await line.fill('ip:10.0.0.7 action:deny');
  await expect(counted).toContainText('1 of');

  // The next table with this heading is read the same way without a question about its columns.
  await add('gateway-17.csv');
  await dialog.getByText('Columns of the table').click();
  await expect(use('wann', 'gateway-17.csv')).toHaveValue('time');
  await expect(use('wer', 'gateway-17.csv')).toHaveValue('address');
  await dialog.getByLabel('Zone of the times in gateway-17.csv').selectOption('Europe/Berlin');
  await start.click();
  await expect(window.getByText(/41 lines of 1 log were read/)).toBeVisible({ timeout: 30_000 });
  await expect(counted).toContainText('2 of');

  // What was found goes out of the case for a larger tool, and says what is not in it.
  await answerDialogs(launched, [at('found.jsonl')]);
  await window.getByRole('button', { name: 'Export the lines that were found' }).click();
  await window.getByRole('menuitem', { name: /JSON lines/ }).click();
  await expect(window.getByText(/^2 of 2 lines written: found\.jsonl/)).toBeVisible();
  expect(readFileSync(at('found.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2);
  expect(await violations(window)).toEqual([]);

  // A search is kept under a name, and found again after the case was locked.
  await window.getByRole('button', { name: 'Save search' }).click();
  await window.getByRole('textbox', { name: 'Name of this search' }).fill('The seventh');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('textbox', { name: 'Name of this search' })).toHaveCount(0);

  // One reading is held in its first moment and cancelled; another one is held and goes on.
  const cancel = window.getByRole('button', { name: 'Cancel Reading 1 log' });
  await add('large.log');
  await holdAtOnce(window, 'Reading 1 log');
  await start.click();
  await expect(window.getByRole('dialog').getByText('paused')).toBeVisible({ timeout: 30_000 });
  await cancel.click();
  await expect(cancel).toHaveCount(0);
  await expect(window.getByText(/lines of 1 log were read/)).toHaveCount(0);
  await add('large.log');
  await holdAtOnce(window, 'Reading 1 log');
  await start.click();
  await expect(window.getByRole('dialog').getByText('paused')).toBeVisible({ timeout: 30_000 });
  await window.getByRole('button', { name: 'Go on with Reading 1 log' }).click();
  await expect(window.getByText(/^250.000 lines of 1 log were read/)).toBeVisible({ timeout: 60_000 });
  await tab('Sources').check();
  const sources = window.getByRole('table', { name: 'Logs that are searched' });
  const large = sources.getByRole('row', { name: /EV-005.*large\.log/ });
  await expect(large).toContainText('searched as a whole');

  // What was wrong with a log: how often, where, and exactly what.
  const broken = sources.getByRole('row', { name: /gateway-16\.csv/ });
  await broken.getByRole('button', { name: '1 place: problems of EV-001' }).click();
  const problems = window.getByRole('dialog', { name: /^Problems in/ });
  await expect(problems.getByRole('row', { name: /42/ })).toContainText('A date or time that does not exist');
  expect(await violations(window)).toEqual([]);
  await window.keyboard.press('Escape');

  // Without its index a log is read again; kept searches are there after the case was locked.
  await window.getByRole('button', { name: 'Delete the index…' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Delete the index' }).click();
  await expect(sources.getByText('no index on this laptop').first()).toBeVisible();
  await lock(window);

  // A log that stayed where it lay, and an index that is on another laptop only: nothing here can read it.
  writeFileSync(at('beside.log'), web(200, 20));
  holdfast(folder, passphrase, 'log', 'import', path, at('beside.log'));
  writeFileSync(at('later.log'), web(212, 20));
  holdfast(folder, passphrase, 'log', 'import', path, at('later.log'));
  holdfast(folder, passphrase, 'log', 'index', 'drop', path);
  renameSync(at('beside.log'), at('taken-away.log'));
  expect(holdfast(folder, passphrase, 'log', 'sources', path).sources).toContainEqual(
    expect.objectContaining({ exhibit: 'EV-006', state: 'not-here', rows: 20 }),
  );
  await unlock(window, passphrase);
  await window.keyboard.press('Control+6');
  await tab('Sources').check();
  const beside = sources.getByRole('row', { name: /EV-006.*beside\.log/ });
  await expect(beside).toContainText('its bytes are not here');
  await expect(beside.getByRole('button', { name: 'Read again' })).toHaveCount(0);
  expect(await violations(window)).toEqual([]);
  renameSync(at('taken-away.log'), at('beside.log'));
  await tab('Search').check();
  await tab('Sources').check();
  await expect(beside).toContainText('no index on this laptop');
  await beside.getByRole('button', { name: 'Read again' }).click();
  await expect(beside).toContainText('searched as a whole', { timeout: 30_000 });

  // A later copy of it says what stands in both; and what it is when its file has changed since.
  const later = sources.getByRole('row', { name: /EV-007.*later\.log/ });
  await later.getByRole('button', { name: 'Read again' }).click();
  await expect(later).toContainText('8 lines are in EV-006, too', { timeout: 30_000 });
  await tab('Search').check();
  await line.fill('is:repeated');
  await expect(counted).toContainText('8 of');
  expect(await violations(window)).toEqual([]);
  await tab('Sources').check();
  writeFileSync(at('later.log'), web(212, 20).replace(' 200 0 0 ', ' 201 0 0 '));
  await later.getByRole('button', { name: 'What to do with EV-007' }).click();
  await window.getByRole('menuitem', { name: 'Read again' }).click();
  await expect(later).toContainText('not what it was', { timeout: 30_000 });
  expect(await violations(window)).toEqual([]);
  await tab('Search').check();
  await line.fill('is:changed');
  await expect(counted).toContainText('20 of');
  await line.fill('');
  await tab('Sources').check();

  const member = sources.getByRole('row', { name: /W3SVC1/ });
  await expect(member).toContainText('no index on this laptop');
  await member.getByRole('button', { name: 'Read again' }).click();
  await expect(member).toContainText('searched as a whole', { timeout: 30_000 });
  await tab('Search').check();
  await window.getByRole('button', { name: 'Save search' }).click();
  await expect(window.getByRole('button', { name: 'Search for ip:10.0.0.7 action:deny' })).toHaveText(
    'The seventh',
  );
  await window.keyboard.press('Escape');

  await lock(window);
  const { sources: read } = holdfast(folder, passphrase, 'log', 'sources', path);
  expect(read).toContainEqual(expect.objectContaining({ exhibit: 'EV-005', rows: ROWS }));
});
