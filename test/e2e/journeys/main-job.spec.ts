import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Launched, expect, test } from '../fixtures/launch.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import {
  addEvidence,
  answerDialogs,
  lock,
  newIncident,
  noteLine,
  toTimeline,
  unlock,
  writeNote,
} from '../fixtures/person.ts';

/** The case on which all of it is done, one thing after the other. */
interface Job extends Launched {
  readonly passphrase: string;
  readonly path: string;
}

/** Starting a window costs seconds: the main job is done in one, as a person does it. */
test('the main job: notes, evidence, a copy, a lock and a check, each read by the command line', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window, 'Canary title');
  const job: Job = { ...launched, passphrase, path: onlyCase(folder) };
  await test.step('a note written in the window is read by the command line, and the other way round', async () =>
    noteBothWays(job));
  await test.step('evidence added in the window has the hash that stock tools find, and can be handed over and verified', async () =>
    evidenceIsHandedOver(job));
  await test.step('a copy made in the window opens with its own words and is read by somebody else', async () =>
    copyIsRead(job));
  await test.step('locking keeps the half-typed note, hides everything, and says it plainly when the passphrase is wrong', async () =>
    lockingHides(job));
  await test.step('the record can be checked in the window, and the answer says how far it goes', async () =>
    recordIsChecked(job));
});

async function noteBothWays(job: Job): Promise<void> {
  const { window, folder, passphrase, path } = job;
  await writeNote(window, 'FusionReactor alert: 412 requests @02:14 #alert');
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
}

async function evidenceIsHandedOver(job: Job): Promise<void> {
  const { window, folder, passphrase, path } = job;
  const log = join(folder, 'u_ex261117.log');
  writeFileSync(log, '2026-11-17 01:11:42 GET /uploads/img_7731.cfm 200\n'.repeat(500));
  await addEvidence(job, [log]);
  await expect(window.getByRole('row').filter({ hasText: 'EV-001' })).toBeVisible();
  await window.getByRole('row').filter({ hasText: 'EV-001' }).click();
  await window.getByRole('button', { name: /Hand over/ }).click();
  await window.getByRole('textbox', { name: 'To', exact: true }).fill('Hosting security');
  await window.getByRole('textbox', { name: 'Seal number' }).fill('4471');
  await window.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(window.getByRole('row').filter({ hasText: 'Hosting security' })).toBeVisible();
  await window.getByRole('button', { name: /^Verify EV-001/ }).click();
  await expect(window.getByRole('row').filter({ hasText: /verified \d\d:\d\d/ })).toBeVisible();
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
}

async function copyIsRead(job: Job): Promise<void> {
  const { window, folder, passphrase, path } = job;
  await toTimeline(window);
  await writeNote(window, 'For the owner');
  const copy = join(folder, 'for-the-owner.holdfast');
  await answerDialogs(job, [copy]);
  await window.keyboard.press('Control+9');
  const list = window.getByRole('list', { name: 'Passphrase of the copy' }).getByRole('listitem');
  await expect(list).toHaveCount(6);
  const words = (await list.allInnerTexts()).map((text) => text.replace(/[\d\s]/g, '')).join(' ');
  await window.getByRole('button', { name: /make the copy/ }).click();
  await expect(window.getByRole('heading', { name: 'The copy is ready' })).toBeVisible();
  const { entries } = holdfast(folder, words, 'timeline', copy);
  expect(entries.map(({ text }: { text: string }) => text)).toContain('For the owner');
  expect(holdfast(folder, words, 'verify', copy).ok).toBe(true);
  await lock(window);
  expect(holdfast(folder, passphrase, 'verify', path).ok).toBe(true);
  expect(holdfast(folder, passphrase, 'timeline', path, '--kind', 'copy-made').total).toBe(1);
}

async function lockingHides(job: Job): Promise<void> {
  const { window, passphrase } = job;
  await unlock(window, passphrase);
  await toTimeline(window);
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
}

async function recordIsChecked(job: Job): Promise<void> {
  const { window } = job;
  await noteLine(window).fill('');
  await writeNote(window, 'One note');
  await window.getByRole('button', { name: /^Record:/ }).click();
  await expect(window.getByRole('button', { name: /Record: \d+ entries consistent/ })).toBeVisible();
}
