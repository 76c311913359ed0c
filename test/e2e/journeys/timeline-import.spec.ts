import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from '../fixtures/axe.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { addEvidence, answerDialogs, newIncident, noteLine, writeNote } from '../fixtures/person.ts';
import { handKept } from '../../support/timelines.ts';

const KEPT = [
  'Wann;Was;Wer;Extra',
  '17.11.2026 02:14;=HYPERLINK("http://example.org");Ada;',
  '25.10.2026 02:30;exists twice;Ada;',
  'later;no time;Ada;',
  '17.11.2026 02:41;<img src=x onerror=alert(1)>;Ben;',
  '',
].join('\n');

test('a timeline that was kept elsewhere is looked at, imported, and named line by line', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window, 'Import');
  const path = onlyCase(folder);
  await writeNote(window, 'Before');
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const choose = async (name: string): Promise<void> => {
    await answerDialogs(launched, [name]);
    await window.getByRole('button', { name: 'More about the timeline' }).click();
    await window.getByRole('menuitem', { name: 'Import a timeline…' }).click();
  };
  const dialog = window.getByRole('dialog', { name: 'Import a timeline' });

  // What the names of columns do not tell is said by hand; a zone is asked for.
  await choose(file('kept.csv', KEPT));
  await expect(dialog.getByText('4 rows are not taken.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Nothing to import' })).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Read the column Wann as' }).selectOption('time');
  await dialog.getByRole('combobox', { name: 'Read the column Was as' }).selectOption('text');
  await expect(dialog.getByText('3 rows have a time without a zone.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Zone of the times' }).fill('Nowhere/Never');
  await expect(dialog.getByText('names a zone that is not known').first()).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Zone of the times' }).fill('Europe/Berlin');
  await expect(dialog.getByRole('button', { name: 'Import 2 rows' })).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'The first rows' })).toContainText('=HYPERLINK');
  await expect(dialog.getByText(/2026-10-25T00:30:00.000Z, 2026-10-25T01:30:00.000Z/)).toBeVisible();
  expect(await violations(window)).toEqual([]);
  await dialog.getByRole('button', { name: 'Import 2 rows' }).click();

  await expect(window.getByText('2 of 4 rows imported from EV-001.')).toBeVisible();
  await expect(window.getByRole('option').filter({ hasText: '<img src=x onerror=alert(1)>' })).toBeVisible();
  expect(await violations(window)).toEqual([]);
  await expect(window.getByRole('option').filter({ hasText: 'imported, line 5' })).toBeVisible();
  await window.getByRole('button', { name: 'Close', exact: true }).click();

  // The same file again says where its rows are.
  await choose(join(folder, 'kept.csv'));
  await expect(dialog.getByText('This file was imported before, as EV-001.')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // A large one: notes are written meanwhile, cancelling leaves nothing.
  await choose(file('large.csv', handKept(3000)));
  await dialog.getByRole('button', { name: 'UTC', exact: true }).click();
  await dialog.getByRole('button', { name: /^Import 3.000 rows/ }).click();
  await noteLine(window).click();
  await window.keyboard.insertText('Meanwhile');
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: /1 job running/ }).click();
  await window.getByRole('button', { name: 'Cancel large.csv' }).click();
  await expect(window.getByText('Nothing was imported.')).toBeVisible();
  await window.getByRole('button', { name: 'Look at it again' }).click();
  await dialog.getByRole('button', { name: /^Import 3.000 rows/ }).click();
  await expect(window.getByText(/^3.000 of 3.000 rows imported from EV-002/u)).toBeVisible({
    timeout: 60_000,
  });

  // A table that is taken in as evidence offers its rows; its bytes are taken in once.
  await addEvidence(launched, [file('phone.csv', 'When,What\n2026-11-17 03:00,Called the owner\n')]);
  await window.getByRole('button', { name: 'Look at its rows…' }).click();
  await dialog.getByRole('button', { name: 'UTC', exact: true }).click();
  await dialog.getByRole('button', { name: 'Import 1 row' }).click();
  await expect(window.getByText('1 of 1 rows imported from EV-003.')).toBeVisible();

  await launched.close();
  const imported = holdfast(folder, passphrase, 'timeline', path, '--kind', 'imported', '--limit', '1');
  expect(imported.total).toBe(3003);
  expect(holdfast(folder, passphrase, 'timeline', path, '--search', 'Meanwhile').total).toBe(1);
  const [said] = holdfast(folder, passphrase, 'timeline', path, '--kind', 'timeline-import').entries;
  expect(said).toMatchObject({ taken: 2, not_taken: [{ lines: [3] }, { lines: [4] }] });
  expect(holdfast(folder, passphrase, 'verify', path).ok).toBe(true);
});
