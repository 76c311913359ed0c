import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';
import { holdfast } from '../fixtures/holdfast.ts';
import { full } from '../../support/scale.ts';
import { expect, test } from '../fixtures/launch.ts';
import { otherCopy, shareTask } from '../fixtures/other-copy.ts';
import { answerDialogs, lock, noteLine, unlock } from '../fixtures/person.ts';

/** Entries that take long enough to come in for a person to do something meanwhile. */
const MANY = full ? 20_000 : 10_000;

test('a merge is cancelled, a damaged copy is refused, and a note is written while another one runs', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const words = 'words for all three copies';
  const program = join(root, 'test', 'support', 'programs', 'copies-to-merge.ts');
  const made = spawnSync(process.execPath, [program, folder, words, String(MANY)], { encoding: 'utf8' });
  expect(made.status, made.stderr).toBe(0);
  const path = join(folder, 'here.holdfast');
  const { entries } = holdfast(folder, words, 'info', path);
  await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  await answerDialogs(launched, [path]);
  await window.keyboard.press('Control+O');
  await unlock(window, words);
  await shareTask(window, 'Merge');

  // What does not hold together changes nothing, and says so.
  await otherCopy(launched, join(folder, 'damaged.holdfast'), words);
  await window.keyboard.press('Enter');
  const refused = window.getByRole('alert').filter({ hasText: 'the two files do not hold together' });
  await expect(refused).toContainText('This file is as it was.');
  await expect(refused.getByRole('listitem').first()).toBeVisible();
  await expect(window.getByRole('button', { name: /^Take/ })).toHaveCount(0);
  await window.getByRole('button', { name: 'Leave it' }).click();

  await otherCopy(launched, join(folder, 'long.holdfast'), words);
  await window.keyboard.press('Enter');
  const take = window.getByRole('button', { name: /^Take in/ });
  await take.click({ timeout: 30_000 });
  await window.getByRole('button', { name: 'Cancel Merging' }).click();
  await expect(window.getByText('Nothing was taken in.')).toBeVisible();
  await lock(window);
  expect(holdfast(folder, words, 'info', path).entries).toBe(entries);

  await unlock(window, words);
  await shareTask(window, 'Merge');
  await otherCopy(launched, join(folder, 'long.holdfast'), words);
  await window.keyboard.press('Enter');
  await take.click({ timeout: 30_000 });
  await expect(window.getByRole('button', { name: 'Cancel Merging' })).toBeVisible();
  await noteLine(window).fill('Written while a copy came in');
  await noteLine(window).press('Enter');
  await expect(window.getByTestId('save-state')).toContainText('Saved');
  await expect(window.getByText('The copy was merged:')).toBeVisible({ timeout: 30_000 });
  await window.keyboard.press('Control+2');
  await expect(window.getByRole('option').filter({ hasText: 'Written while a copy' })).toBeVisible();
  await lock(window);
  const after = holdfast(folder, words, 'info', path);
  expect(after.entries).toBeGreaterThan(entries + MANY);
  expect(holdfast(folder, words, 'timeline', path, '--search', 'Written while a copy').entries).toHaveLength(
    1,
  );
  expect(holdfast(folder, words, 'verify', path).ok).toBe(true);
});
