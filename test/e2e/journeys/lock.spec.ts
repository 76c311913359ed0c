import { existsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test, type Launched } from '../fixtures/launch.ts';
import { addEvidence, lock, newIncident, noteLine, unlock, writeNote } from '../fixtures/person.ts';

const curtain = (window: Page) => window.getByRole('heading', { name: 'Out of sight' });
const locked = (window: Page) => window.getByRole('heading', { name: 'Locked' });

const lockScreen = async ({ app }: Launched): Promise<void> =>
  app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));

const enginePid = async ({ app }: Launched): Promise<number> =>
  app.evaluate(
    ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'Holdfast engine')?.pid ?? 0,
  );

/** A file that takes long to hash and little of the disk. */
function hugeFile(folder: string, name: string, bytes: number): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  truncateSync(path, bytes);
  return path;
}

test('with a job running a locked screen draws a curtain; whoever knows the passphrase goes on where they were', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window, 'Secret title');
  await writeNote(window, 'Secret note');
  await addEvidence(launched, [hugeFile(folder, 'secret-name.bin', 20_000_000_000)]);
  await expect(window.getByText(/of 20.0 GB/).first()).toBeVisible();
  await noteLine(window).click();
  await window.keyboard.type('half a sec');
  const pid = await enginePid(launched);
  // The control: all of it is in the page before.
  const page = async (): Promise<string> => window.evaluate(() => document.documentElement.outerHTML);
  for (const secret of ['Secret title', 'secret-name', 'half a sec']) expect(await page()).toContain(secret);

  await lockScreen(launched);
  await expect(curtain(window)).toBeVisible();
  await expect(window.getByText('the screen was locked')).toBeVisible();
  await expect(window.getByText(/hashing, .* of 20.0 GB/)).toBeVisible();
  const hidden = await page();
  for (const secret of ['Secret title', 'Secret note', 'secret-name', 'half a sec', 'EV-']) {
    expect(hidden).not.toContain(secret);
  }
  // Whoever does not know the passphrase can neither come back nor go elsewhere.
  await window.keyboard.press('Control+N');
  await window.keyboard.press('Control+L');
  const field = window.getByRole('textbox', { name: /Passphrase for/ });
  await field.fill('not the passphrase');
  await window.keyboard.press('Enter');
  await expect(window.getByText('This passphrase does not open the file.')).toBeVisible();
  await expect(curtain(window)).toBeVisible();
  await field.fill(passphrase);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Evidence' })).toBeVisible();
  await expect(noteLine(window)).toHaveValue('half a sec');
  expect(await enginePid(launched)).toBe(pid);

  // The lock key asks; held for two seconds it does not.
  await window.keyboard.press('Control+L');
  await expect(window.getByRole('dialog', { name: 'A job is running' })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByText(/of 20.0 GB/).first()).toBeVisible();
  await window.keyboard.press('Control+L');
  await window.getByRole('button', { name: 'Hide now, lock when it is done' }).click();
  await expect(curtain(window)).toBeVisible();
  await window.keyboard.down('Control');
  await window.keyboard.down('l');
  await expect(locked(window)).toBeVisible();
  await window.keyboard.up('l');
  await window.keyboard.up('Control');
  await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
  await unlock(window, passphrase);
  await expect(noteLine(window)).toHaveValue('half a sec');

  // A job that ends behind the curtain takes the engine with it.
  await addEvidence(launched, [hugeFile(folder, 'second.bin', 1_000_000_000)]);
  await expect(window.getByText(/of 1.00 GB/).first()).toBeVisible();
  const second = await enginePid(launched);
  await lockScreen(launched);
  await expect(curtain(window)).toBeVisible();
  await expect(locked(window)).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => existsSync(`/proc/${second}`)).toBe(false);
  const path = onlyCase(folder);
  const { exhibits } = holdfast(folder, passphrase, 'evidence', 'list', path);
  expect(exhibits.map(({ title }: { title: string }) => title)).toEqual(['second.bin']);
  const { entries } = holdfast(folder, passphrase, 'timeline', path);
  expect(entries.map(({ text }: { text: string }) => text)).toContain('Secret note');
});

test('a case that nobody touches is locked after the time of the settings, and typing puts it off', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window, 'Secret title');
  await window.keyboard.press('Control+,');
  await window.clock.install();
  const lockAfter = async (name: string): Promise<void> => {
    // Checked once the setting is kept, not at once with the click.
    await window.getByRole('radio', { name, exact: true }).click({ force: true });
    await expect(window.getByRole('radio', { name, exact: true })).toBeChecked();
  };
  await lockAfter('5 min');
  await noteLine(window).click();
  await window.keyboard.type('half a sen');
  await window.clock.fastForward('04:50');
  await window.keyboard.type('tence');
  await window.clock.fastForward('04:50');
  await expect(noteLine(window)).toHaveValue('half a sentence');
  await window.clock.fastForward('00:20');
  await expect(locked(window)).toBeVisible();
  await expect(window.getByText('nobody touched key or mouse')).toBeVisible();
  await expect(window.getByText('Secret title')).toHaveCount(0);
  await window.getByRole('textbox', { name: /Passphrase for/ }).fill(passphrase);
  await window.keyboard.press('Enter');
  await expect(noteLine(window)).toHaveValue('half a sentence');
  // Place too: the settings were open.
  await expect(window.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await lockAfter('Never');
  await window.clock.fastForward('59:00');
  await expect(noteLine(window)).toBeVisible();
  await lock(window);
  expect(holdfast(folder, passphrase, 'info', onlyCase(folder)).title).toBe('Secret title');
});
