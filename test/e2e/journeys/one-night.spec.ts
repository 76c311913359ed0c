import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from '../fixtures/axe.ts';
import { toldBySystem } from '../fixtures/notifications.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { type Launched, expect, test } from '../fixtures/launch.ts';
import { addEvidence, answerDialogs, newIncident } from '../fixtures/person.ts';

const CANARY = 'CANARY-7731';

/** Eighty entries of one night, one of a year before, and one whose date is of the other order. */
const NIGHT = [
  'When,What',
  `11/05/2025 02:14,${CANARY} an old one`,
  ...Array.from({ length: 80 }, (_, i) => {
    const clock = new Date(i * 60_000).toISOString().slice(11, 16);
    return `11/05/2026 ${clock},${CANARY} event ${i}`;
  }),
  '17/11/2026 02:14,does not fit',
  '',
].join('\n');

/** Whether the window is in front is what the system says; without a window manager, the test. */
async function setInFront(launched: Launched, inFront: boolean): Promise<void> {
  const frame = await launched.app.browserWindow(launched.window);
  await frame.evaluate((window, is) => {
    window.isFocused = () => is;
  }, inFront);
}

test('one night is imported, spread out and read as a table; an original is looked at; a long job is told of', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window, `Title ${CANARY}`);
  const told = toldBySystem(launched);
  const path = onlyCase(folder);

  // Dates that contradict each other wait for an answer; what does not fit it is named.
  const kept = join(folder, 'night.csv');
  writeFileSync(kept, NIGHT);
  await answerDialogs(launched, [kept]);
  await window.getByRole('button', { name: 'More about the timeline' }).click();
  await window.getByRole('menuitem', { name: 'Import a timeline…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Import a timeline' });
  await dialog.getByRole('textbox', { name: 'Zone of the times' }).fill('UTC');
  await expect(dialog.getByText(/They contradict each other/)).toHaveCount(0);
  await expect(
    dialog.getByText(/82 rows have dates with slashes\. Read as day first: 17\/11\/2026/),
  ).toBeVisible();
  const order = dialog.getByRole('radiogroup', { name: 'What stands first in dates' });
  await order.getByRole('radio', { name: 'Month first' }).check({ force: true });
  await expect(dialog.getByText(/Read as you said: month first/)).toBeVisible();
  await expect(dialog.getByText('has a time that is not understood: “17/11/2026 02:14”')).toBeVisible();
  // Colours that fade are looked at when they are there.
  await window.waitForFunction(() => document.getAnimations().length === 0);
  expect(await violations(window)).toEqual([]);
  await dialog.getByRole('button', { name: 'Import 81 rows' }).click();
  await expect(window.getByText('81 of 82 rows imported from EV-001.')).toBeVisible();
  await window.getByRole('button', { name: 'Close', exact: true }).click();

  // The strip: flat, spread out by key, and back.
  const start = window.getByRole('slider', { name: 'Start of the span' });
  await expect(start).toHaveAttribute('aria-valuetext', /5 Nov 2025/);
  await window.getByRole('listbox', { name: 'Entries' }).focus();
  await window.keyboard.press('+');
  await expect(window.getByText(/^\d+ outside$/)).toBeVisible();
  await expect(start).toHaveAttribute('aria-valuetext', /5 Nov 2025/);
  await expect
    .poll(async () => Number(await start.getAttribute('aria-valuemin')))
    .toBeGreaterThan(Date.parse('2026-11-01'));
  expect(await violations(window)).toEqual([]);
  await window.keyboard.press('-');
  await expect(window.getByText(/^\d+ outside$/)).toHaveCount(0);

  // The same as a table: taken apart by steps, down to what the list is narrowed to.
  await window.getByRole('button', { name: 'Show as a table' }).click();
  const table = window.getByRole('dialog', { name: 'Entries over time, as a table' });
  const counted = async (): Promise<number> => {
    const cells = await table.locator('td.count').allTextContents();
    return cells.reduce((sum, text) => sum + Number(text), 0);
  };
  const all = Number.parseInt(
    await window
      .locator('#main')
      .getByText(/^\d+ entries$/)
      .innerText(),
    10,
  );
  await expect.poll(counted).toBe(all);
  expect(await violations(window)).toEqual([]);
  const night = table.getByRole('row').filter({ has: window.getByRole('cell', { name: /^8\d$/ }) });
  await night.getByRole('button', { name: /^Closer/ }).press('Enter');
  await expect(table.getByRole('button', { name: 'The whole time' })).toBeVisible();
  await expect.poll(counted).toBeGreaterThanOrEqual(80);
  expect(await counted()).toBeLessThan(all);
  await table
    .getByRole('button', { name: /^Show these, from .*5 Nov 2026/ })
    .first()
    .press('Enter');
  await expect(table).toHaveCount(0);
  await expect(window.getByText(/ of .* shown$/)).toBeVisible();
  await window.keyboard.press('Shift+F');
  await window.getByRole('button', { name: /^Show the whole time/ }).click();

  // An original that stayed where it was: shown, and after a change nothing of it.
  const original = join(folder, `iis-${CANARY}.log`);
  writeFileSync(original, 'GET /uploads/img_7731.cfm\n');
  await window.keyboard.press('Control+3');
  await answerDialogs(launched, [original]);
  await window.getByRole('button', { name: 'More about evidence' }).click();
  await window.getByRole('menuitem', { name: 'Add files, choosing how…' }).click();
  await window.getByRole('radio', { name: /Leave it where it lies/ }).check();
  await window.getByRole('button', { name: 'Add', exact: true }).last().click();
  await window.getByRole('row').filter({ hasText: 'EV-002' }).click();
  const preview = window.getByRole('region', { name: 'Preview' });
  await preview.getByRole('button', { name: 'Look at it' }).click();
  await expect(preview).toContainText('GET /uploads/img_7731.cfm');
  await expect(preview).toContainText('all of its bytes have the recorded hash');
  writeFileSync(original, 'GET /uploads/img_0000.cfm\n');
  await preview.getByRole('button', { name: 'Hide it' }).click();
  await preview.getByRole('button', { name: 'Look at it' }).click();
  await expect(preview.getByRole('alert')).toContainText('The original is not what was registered');
  await expect(preview).not.toContainText('GET /uploads');
  expect(await violations(window)).toEqual([]);

  // A job of some seconds: held, then ended by a file that became short. In front nothing is told, behind once, and
  // nothing once that is switched off.
  const longJob = async (name: string): Promise<void> => {
    const large = join(folder, `${CANARY}-${name}`);
    writeFileSync(large, '');
    truncateSync(large, 3 * 1024 ** 3);
    await addEvidence(launched, [large]);
    await window.getByRole('button', { name: `Pause ${CANARY}-${name}` }).click();
    await window.waitForTimeout(3200);
    truncateSync(large, 1000);
    await window.getByRole('button', { name: `Go on with ${CANARY}-${name}` }).click();
    // The row of its job may still be there for a moment.
    const rows = window.getByRole('row').filter({ hasText: `${CANARY}-${name}` });
    await expect(rows.filter({ hasText: 'EV-' })).toHaveCount(1);
  };
  await setInFront(launched, true);
  await longJob('a.bin');
  await setInFront(launched, false);
  expect(await told()).toEqual([]);
  await longJob('b.bin');
  await expect.poll(told).toEqual([{ title: 'Holdfast', body: 'A job has ended in Holdfast.' }]);
  await window.keyboard.press('Control+,');
  await window.getByRole('checkbox', { name: /Let the system tell me/ }).press('Space');
  await expect(window.getByText('Nothing is told outside this window.')).toBeVisible();
  await longJob('c.bin');
  expect(await told()).toHaveLength(1);
  expect(JSON.stringify(await told())).not.toContain(CANARY);
  await launched.close();

  const rows = holdfast(
    folder,
    passphrase,
    'timeline',
    path,
    '--kind',
    'imported',
    '--by',
    'occurred',
  ).entries;
  expect(rows).toHaveLength(81);
  expect(rows[0].occurred).toMatchObject({ utc: '2025-11-05T02:14:00.000Z', typed: '11/05/2025 02:14' });
  expect(holdfast(folder, passphrase, 'evidence', 'list', path).exhibits).toHaveLength(5);
  // The original changed, and only the check of the evidence says so.
  const checked = holdfast(folder, passphrase, 'evidence', 'verify', path, 'EV-002');
  expect(checked.results).toMatchObject([{ ok: false }]);
});
