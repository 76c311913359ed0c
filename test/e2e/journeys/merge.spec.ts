import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';
import { violations } from '../fixtures/axe.ts';
import { elsewhere, holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { otherCopy, shareTask } from '../fixtures/other-copy.ts';
import { answerDialogs, lock, newIncident, noteLine, unlock, writeNote } from '../fixtures/person.ts';

test('what somebody wrote in a copy is compared, merged, and its conflict settled', async ({ launch }) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window);
  await writeNote(window, 'Before the copy');
  const path = onlyCase(folder);
  const copy = join(folder, 'for-the-owner.holdfast');
  await answerDialogs(launched, [copy]);
  await window.keyboard.press('Control+9');
  const list = window.getByRole('list', { name: 'Passphrase of the copy' }).getByRole('listitem');
  await expect(list).toHaveCount(6);
  const words = (await list.allInnerTexts()).map((text) => text.replace(/[\d\s]/g, '')).join(' ');
  await window.getByRole('button', { name: /make the copy/ }).click();
  await expect(window.getByRole('heading', { name: 'The copy is ready' })).toBeVisible();
  elsewhere(folder, words, 'note', copy, 'Written by the owner', '--as', 'Owner');
  elsewhere(folder, words, 'fact', copy, 'severity', 'critical', '--as', 'Owner');
  await lock(window);
  holdfast(folder, passphrase, 'fact', path, 'severity', 'low');
  await unlock(window, passphrase);

  await shareTask(window, 'Compare');
  await otherCopy(launched, copy, 'not these words');
  await window.keyboard.press('Enter');
  await expect(window.getByText(/This passphrase does not open/)).toBeVisible();
  await window.getByRole('textbox', { name: 'Passphrase of the other copy' }).fill(words);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Compared' })).toBeVisible();
  const there = window.getByRole('table', { name: 'Only in the other copy' });
  await expect(there.getByRole('row').filter({ hasText: 'Written by the owner' })).toContainText('Note');
  await expect(window.getByRole('table', { name: 'Only here' }).getByRole('row')).toHaveCount(3);
  await window.getByRole('button', { name: 'Look at what would come in' }).click();

  // Before anything is changed: who, how much, and every difference with both sides.
  const preview = window.getByRole('region', { name: 'What would come in' });
  await expect(preview).toContainText('All hashes and signatures of the copy hold.');
  await expect(preview.getByRole('list', { name: 'Key words of Owner' }).getByRole('listitem')).toHaveCount(
    4,
  );
  const notes = preview.getByRole('table', { name: 'Entries' }).getByRole('row', { name: /^Note/ });
  await expect(notes.getByRole('cell')).toHaveText(['0', '1']);
  await expect(preview).toContainText('The clock of Owner');
  await expect(preview.getByText('Severity: critical')).toBeVisible();
  await expect(preview.getByText('Severity: low')).toBeVisible();
  expect(await violations(window)).toEqual([]);
  await window.getByRole('button', { name: 'Leave it' }).click();
  await window.keyboard.press('Control+2');
  await expect(window.getByRole('option').filter({ hasText: 'Written by the owner' })).toHaveCount(0);

  await shareTask(window, 'Merge');
  await otherCopy(launched, copy, words);
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: /^Take in \d+ entries$/ }).press('Enter');
  await expect(window.getByText('The copy was merged:')).toBeVisible();
  await expect(window.getByRole('list', { name: 'Key words of Owner' }).getByRole('listitem')).toHaveCount(4);
  await expect(window.getByRole('definition').filter({ hasText: 'Severity: critical' })).toContainText(
    'Severity: low',
  );
  await window.keyboard.press('Control+2');
  await expect(window.getByRole('option').filter({ hasText: 'Written by the owner' })).toBeVisible();

  // One press from the list to the entry that settles it.
  await shareTask(window, 'Merge');
  await window.getByRole('button', { name: 'Settle… Severity' }).click();
  await window.getByRole('combobox', { name: 'Value' }).selectOption('critical');
  await window.getByRole('button', { name: 'State', exact: true }).click();
  await shareTask(window, 'Merge');
  await expect(window.getByRole('definition').filter({ hasText: 'Severity: critical' })).toContainText(
    'Settled',
  );
  await lock(window);
  const info = holdfast(folder, passphrase, 'info', path);
  expect(info.facts.find(({ name }: { name: string }) => name === 'severity')).toMatchObject({
    value: 'critical',
    conflict: [],
  });
  expect(holdfast(folder, passphrase, 'verify', path).ok).toBe(true);
});

test('a fork is red, can be saved as a file, and is admitted with a reason', async ({ launch }) => {
  const launched = await launch();
  const { window, folder } = launched;
  const program = join(root, 'test', 'support', 'programs', 'fork-files.ts');
  const made = spawnSync(process.execPath, [program, folder, 'forks'], { encoding: 'utf8' });
  expect(made.status, made.stderr).toBe(0);
  const path = join(folder, 'ada.holdfast');
  const resumed = join(folder, 'resumed.holdfast');
  await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  await answerDialogs(launched, [path]);
  await window.keyboard.press('Control+O');
  await unlock(window, 'forks');
  await noteLine(window).press('Escape');

  await shareTask(window, 'Merge');
  await otherCopy(launched, resumed, 'forks');
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: 'Keep what waits' }).click();
  await expect(window.getByRole('heading', { name: 'Forks that wait' })).toBeVisible();
  const alert = window.getByRole('alert').filter({ hasText: '1 position was written twice' });
  await expect(alert).toContainText('2 entries wait');
  const saved = join(folder, 'fork.json');
  await answerDialogs(launched, [saved]);
  await window.getByRole('button', { name: 'Save the waiting entries…' }).click();
  await expect(window.getByText('Saved to fork.json')).toBeVisible();
  expect(readFileSync(saved, 'utf8')).toContain('in the resumed machine');
  await window.getByRole('button', { name: 'Admit…' }).click();
  await window.getByRole('textbox', { name: 'Reason' }).fill('the machine was resumed');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Forks that wait' })).toHaveCount(0);
  await window.keyboard.press('Control+2');
  await expect(window.getByRole('option').filter({ hasText: 'in the resumed machine' })).toBeVisible();
  await lock(window);
  const { entries } = holdfast(folder, 'forks', 'timeline', path);
  expect(entries.map(({ text }: { text: string }) => text)).toContain('in the resumed machine');
  expect(holdfast(folder, 'forks', 'verify', path).ok).toBe(true);
});
