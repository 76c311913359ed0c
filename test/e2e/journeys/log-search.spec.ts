import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from '../fixtures/axe.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { answerDialogs, lock, newIncident, typeWords } from '../fixtures/person.ts';
import { writeIisLog } from '../../support/iis-lines.ts';
import { firewallLog, securityLog } from '../../support/other-logs.ts';

const ROWS = 6000;

test('logs are recognised, read, searched and narrowed, and a line is pinned with its place', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window);
  await typeWords(window, passphrase);
  const path = onlyCase(folder);
  const at = (name: string): string => join(folder, name);
  writeIisLog(at('u_ex261116.log'), { rows: ROWS, seed: 5, shellEvery: 1500 });
  writeFileSync(at('pfirewall.log'), firewallLog(300));
  writeFileSync(at('Security.evtx'), securityLog());

  // Before anything is read, what is wanted is shown; the search says how to begin.
  await window.keyboard.press('Control+6');
  await expect(window.getByRole('table', { name: 'Wanted logs' })).toBeVisible();
  await window.getByRole('radio', { name: 'Search' }).check();
  await expect(window.getByText('No log is searched yet')).toBeVisible();

  // What was recognised; a zone that no log says is asked, and nothing begins without it.
  const session = await window.context().newCDPSession(window);
  const files = ['u_ex261116.log', 'pfirewall.log', 'Security.evtx'].map(at);
  const event = { x: 600, y: 400, data: { items: [], files, dragOperationsMask: 1 } };
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...event });
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...event });
  await expect(window.getByText('You are asked how each is read first')).toBeVisible();
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...event });
  await session.detach();
  const dialog = window.getByRole('dialog', { name: 'Add logs' });
  const format = (name: string) => dialog.getByLabel(`Format of ${name}`);
  await expect(format('u_ex261116.log')).toHaveValue('iis-w3c');
  await expect(format('pfirewall.log')).toHaveValue('pfirewall');
  await expect(format('Security.evtx')).toHaveValue('evtx');
  await answerDialogs(launched, [at('gone.log')]);
  await dialog.getByRole('button', { name: 'More files…' }).click();
  await expect(dialog.getByRole('row', { name: /gone\.log/ })).toContainText('There is no file');
  const start = dialog.locator('button[type=submit]');
  await expect(start).toHaveAttribute('aria-disabled', 'true');
  await start.press('Enter');
  await expect(dialog).toBeVisible();
  expect(await violations(window)).toEqual([]);
  await dialog.getByLabel('Zone of the times in pfirewall.log').selectOption('Europe/Berlin');
  await start.click();
  await expect(window.getByText(/of 3 logs were read/)).toBeVisible({ timeout: 60_000 });
  const line = window.getByRole('textbox', { name: 'Search the logs' });
  const counted = window.locator('.log-count');
  await expect(counted).toContainText(/^6.342 of 6.342 lines/);

  // Covered from, to: taken over into the statement of what was read.
  await window.getByRole('button', { name: 'Put into the coverage statement…' }).first().click();
  const cover = window.getByRole('dialog', { name: 'What was read' });
  await expect(cover.getByLabel('Which log')).toHaveValue('log-iis');
  await expect(cover.getByLabel('From')).toHaveValue('2026-11-16 18:00:00');
  await expect(cover.getByLabel('Exhibits that hold it')).toHaveValue('EV-001');
  await window.keyboard.press('Escape');

  // A faulty search says so in words, and keeps what was found before.
  await window.keyboard.press('/');
  await expect(line).toBeFocused();
  await line.fill('status:many');
  await expect(window.locator('#log-problem')).toContainText('“status” is a number');
  await expect(counted).toContainText(/^6.342 of/);
  await line.fill('203.0.113.77 -source:pfirewall');
  await expect(counted).toContainText('45 of');

  // A press on a value narrows, and once more widens; the line says it.
  const facets = window.getByRole('region', { name: 'Most frequent values' });
  const iis = facets.getByRole('button', { name: /^Source EV-001 IIS/ });
  await expect(iis).toContainText('4');
  await iis.click();
  await expect(line).toHaveValue('203.0.113.77 -source:pfirewall source:EV-001');
  await expect(counted).toContainText('4 of');
  await expect(facets.getByRole('button', { name: /^Source EV-003/ })).toContainText('0');

  // A span by keyboard, and by brush.
  await window.getByRole('slider', { name: 'Span of the search' }).focus();
  await window.keyboard.press('Home');
  await window.keyboard.press('Shift+ArrowRight');
  await expect(counted).toContainText('0 of');
  await window.keyboard.press('Escape');
  await expect(counted).toContainText('4 of');
  const plot = window.locator('.histogram .u-over');
  const box = (await plot.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await window.mouse.move(box.x + 2, box.y + 20);
  await window.mouse.down();
  await window.mouse.move(box.x + box.width / 2, box.y + 20, { steps: 4 });
  await window.mouse.up();
  await expect(window.getByRole('button', { name: /^Drop the span/ })).toBeVisible();
  await expect(counted).toContainText(/^[1-4] of/);
  await window.getByRole('button', { name: /^Drop the span/ }).click();
  await expect(counted).toContainText('4 of');

  // The keys of the list: the pane, the value under the cursor, and the neighbours.
  await line.press('Enter');
  const grid = window.getByRole('grid', { name: 'Lines that were found' });
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(1);
  await window.keyboard.press('Enter');
  const pane = window.getByRole('complementary', { name: 'EV-001, line 1 504' });
  await expect(pane.getByLabel('As it stands in the log')).toContainText(
    'GET /uploads/img_7731.cfm c=whoami',
  );
  await expect(pane).toContainText('no correction is recorded');
  for (let i = 0; i < 3; i++) await window.keyboard.press('ArrowRight');
  await window.keyboard.press('-');
  await expect(line).toHaveValue(/ -status:200$/);
  await expect(window.getByText('No line fits this search')).toBeVisible();
  await window.getByRole('button', { name: 'Drop the search' }).click();
  await line.fill('whoami');
  await expect(counted).toContainText('4 of');
  await line.press('Enter');
  await expect(grid).toBeFocused();
  await window.keyboard.press('n');
  const around = window.getByRole('region', { name: 'Around this line, all sources' });
  await expect(around.getByRole('listitem').filter({ hasText: 'Firewall' }).first()).toBeVisible();
  expect(await violations(window)).toEqual([]);

  // Pinned by one key, and with a remark; both stand in the timeline.
  await grid.focus();
  await window.keyboard.press('Shift+ArrowDown');
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(2);
  await window.keyboard.press('p');
  await expect(window.getByText('2 lines pinned as entry')).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Shift+P');
  await window.getByRole('dialog').getByLabel('Remark').fill('A shell answers');
  await window.keyboard.press('Control+Enter');
  await expect(window.getByText(/^Pinned as entry/)).toBeVisible();
  await window.getByRole('button', { name: 'Show it in the timeline' }).click();
  const cited = window.getByRole('region', { name: 'The line' });
  await expect(cited).toContainText('c=whoami');
  await expect(
    window.getByRole('option', { name: /A shell answers: from EV-001 line 4.?504/ }),
  ).toBeVisible();
  expect(await violations(window)).toEqual([]);
  await cited.getByRole('button', { name: 'Open in the logs' }).click();
  await expect(window.getByRole('complementary', { name: 'EV-001, line 4 504' })).toBeVisible();

  // A rule found it as well; its lines are a search, and it is set aside with a reason.
  await window.getByRole('radio', { name: /^Findings/ }).check();
  const shell = window.getByRole('listitem', { name: /web shell: \/uploads\/img_7731\.cfm/ });
  await expect(shell).toContainText('T1505.003', { timeout: 30_000 });
  expect(await violations(window)).toEqual([]);
  await shell.getByRole('button', { name: 'Show its lines' }).click();
  await expect(window.getByText(/^Finding: .*img_7731/)).toBeVisible();
  await expect(counted).toContainText('4 of');
  await grid.focus();
  await window.keyboard.press('d');
  await window.getByRole('dialog').getByLabel('Why').fill('our own test');
  await window.keyboard.press('Control+Enter');
  await expect(window.getByText(/^Finding: .*img_7731/)).toHaveCount(0);
  await window.getByRole('radio', { name: /^Findings/ }).check();
  await window.getByText('1 finding was set aside').click();
  await expect(shell).toContainText('our own test');

  // The sources: what each is, and that its index can go without loss.
  await window.getByRole('radio', { name: 'Sources' }).check();
  const sources = window.getByRole('table', { name: 'Logs that are searched' });
  await expect(
    sources.getByRole('row', { name: /EV-002.*Europe\/Berlin.*300.*searched as a whole/ }),
  ).toBeVisible();
  expect(await violations(window)).toEqual([]);
  await window.getByRole('button', { name: 'Delete the index…' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Delete the index' }).click();
  await expect(sources.getByText('no index on this laptop')).toHaveCount(3);
  await sources.getByRole('button', { name: 'Read again' }).first().click();
  await expect(sources.getByText('searched as a whole')).toHaveCount(1, { timeout: 30_000 });

  // The command line reads the same record, and the report holds the lines with exhibit, hash and place.
  await lock(window);
  const { entries } = holdfast(folder, passphrase, 'timeline', path, '--kind', 'citation');
  expect(entries).toHaveLength(2);
  const [first] = entries;
  const [row, second] = first.rows;
  expect([row.line, second.line]).toEqual([1504, 3004]);
  const raw = readFileSync(at('u_ex261116.log'), 'utf8').split('\r\n');
  expect(row.text).toBe(raw[row.line - 1]);
  holdfast(folder, passphrase, 'share', 'report', path, at('report.html'));
  const report = readFileSync(at('report.html'), 'utf8');
  expect(report).toContain('EV-001 line 1504');
  expect(report).toContain(row.sha256);
  expect(report).toContain('/uploads/img_7731.cfm c=whoami');
});
