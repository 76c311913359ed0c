import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures/launch.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import {
  addEvidence,
  answerDialogs,
  lock,
  newIncident,
  noteLine,
  unlock,
  writeNote,
} from '../fixtures/person.ts';

test('a note written in the window is read by the command line, and the other way round', async ({
  launch,
}) => {
  const { window, folder } = await launch();
  const passphrase = await newIncident(window, 'Suspicious uploads on WEB01');
  await writeNote(window, 'FusionReactor alert: 412 requests @02:14 #alert');
  const path = onlyCase(folder);
  await lock(window);
  const { entries } = holdfast(folder, passphrase, 'timeline', path);
  expect(entries.at(-1)).toMatchObject({
    text: 'FusionReactor alert: 412 requests @02:14 #alert',
    tags: ['alert'],
    occurred: { precision: 'minute' },
  });
  holdfast(folder, passphrase, 'note', path, 'Written on the command line');
  await unlock(window, passphrase);
  await expect(window.getByRole('option').filter({ hasText: 'Written on the command line' })).toBeVisible();
});

test('evidence added in the window has the hash that stock tools find, and can be handed over and verified', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window);
  const log = join(folder, 'u_ex261117.log');
  writeFileSync(log, '2026-11-17 01:11:42 GET /uploads/img_7731.cfm 200\n'.repeat(500));
  await addEvidence(launched, [log]);
  await expect(window.getByRole('row').filter({ hasText: 'EV-001' })).toBeVisible();
  await window.getByRole('row').filter({ hasText: 'EV-001' }).click();
  await window.getByRole('button', { name: /Hand over/ }).click();
  await window.getByRole('textbox', { name: 'To', exact: true }).fill('Hosting security');
  await window.getByRole('textbox', { name: 'Seal number' }).fill('4471');
  await window.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(window.getByRole('row').filter({ hasText: 'Hosting security' })).toBeVisible();
  await window.getByRole('button', { name: /^Verify EV-001/ }).click();
  await expect(window.getByRole('row').filter({ hasText: /verified \d\d:\d\d/ })).toBeVisible();
  const path = onlyCase(folder);
  await lock(window);
  const shown = holdfast(folder, passphrase, 'evidence', 'show', path, 'EV-001');
  expect(shown.custody.map(({ event }: { event: string }) => event)).toEqual([
    'collected',
    'transferred',
    'verified',
  ]);
  expect(shown.holder).toBe('Hosting security');
  expect(shown.custody[1].seal).toBe('4471');
  holdfast(folder, passphrase, 'custody', path, 'EV-001', 'returned', '--to', 'Web developer');
  await unlock(window, passphrase);
  await window.keyboard.press('Control+3');
  await expect(
    window.getByRole('row').filter({ hasText: 'EV-001' }).filter({ hasText: 'Web developer' }),
  ).toBeVisible();
});

test('a copy made in the window opens with its own words and is read by somebody else', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window);
  await writeNote(window, 'For the owner');
  const copy = join(folder, 'for-the-owner.holdfast');
  await answerDialogs(launched, [copy]);
  await window.keyboard.press('Control+5');
  const list = window.getByRole('list', { name: 'Passphrase of the copy' }).getByRole('listitem');
  await expect(list).toHaveCount(6);
  const words = (await list.allInnerTexts()).map((text) => text.replace(/[\d\s]/g, '')).join(' ');
  await window.getByRole('button', { name: /make the copy/ }).click();
  await expect(window.getByRole('heading', { name: 'The copy is ready' })).toBeVisible();
  const { entries } = holdfast(folder, words, 'timeline', copy);
  expect(entries.map(({ text }: { text: string }) => text)).toContain('For the owner');
  expect(holdfast(folder, words, 'verify', copy).ok).toBe(true);
  const path = onlyCase(folder);
  await lock(window);
  expect(holdfast(folder, passphrase, 'verify', path).ok).toBe(true);
  expect(holdfast(folder, passphrase, 'timeline', path, '--kind', 'copy-made').total).toBe(1);
});

test('locking keeps the half-typed note, hides everything, and says it plainly when the passphrase is wrong', async ({
  launch,
}) => {
  const { window } = await launch();
  const passphrase = await newIncident(window, 'Canary title');
  await writeNote(window, 'Canary note');
  await noteLine(window).click();
  await window.keyboard.type('half-typed');
  await lock(window);
  const page = await window.evaluate(() => document.documentElement.outerHTML);
  for (const secret of ['Canary title', 'Canary note', 'half-typed', passphrase]) {
    expect(page).not.toContain(secret);
  }
  await window.getByRole('textbox', { name: /Passphrase for/ }).fill('wrong words');
  await window.keyboard.press('Enter');
  await expect(window.getByText('This passphrase does not open the file.')).toBeVisible();
  await unlock(window, passphrase);
  await expect(noteLine(window)).toHaveValue('half-typed');
});

test('the record can be checked in the window, and the answer says how far it goes', async ({ launch }) => {
  const { window } = await launch();
  await newIncident(window);
  await writeNote(window, 'One note');
  await window.getByRole('button', { name: /^Record:/ }).click();
  await expect(window.getByRole('button', { name: /Record: \d+ entries consistent/ })).toBeVisible();
});
