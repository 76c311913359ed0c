import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handKept, timesketchCsv } from '../support/timelines.ts';
import { holdfast, onlyCase } from '../e2e/fixtures/holdfast.ts';
import { expect, test } from '../e2e/fixtures/launch.ts';
import { answerDialogs, lock, newIncident, typeWords, unlock } from '../e2e/fixtures/person.ts';
import { camera } from './camera.ts';

/** Importing a timeline, marked exhibits, and a look at one: to be looked at by a person. */
test('pictures of importing a timeline and of the table of exhibits', async ({ launch }) => {
  test.setTimeout(300_000);
  const launched = await launch();
  const { window, folder } = launched;
  const picture = await camera(launched);
  const passphrase = await newIncident(window, 'Suspicious uploads on WEB01');
  await typeWords(window, passphrase);
  const path = onlyCase(folder);
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
  const broken = ',no time,Ada,WEB01\r\n25.10.2026 02:30,Ada,twice,WEB01\r\nlater,Ada,no date,WEB02\r\n';
  await choose(file('timeline-of-the-night-shift.csv', handKept(12) + broken));
  await expect(dialog).toBeVisible();
  await picture('import-zone');
  await dialog.getByRole('textbox', { name: 'Zone of the times' }).fill('Europe/Berlin');
  await expect(dialog.getByRole('button', { name: 'Import 12 rows' })).toBeVisible();
  await picture('import', { zoomed: true });
  await dialog.getByRole('button', { name: 'Import 12 rows' }).click();
  await expect(window.getByText(/12 of 15 rows imported/)).toBeVisible();
  await picture('imported');
  await window.getByRole('button', { name: 'Close', exact: true }).click();
  await choose(
    file('slashes.csv', 'When,What\n05/11/2026 02:14,Called the host\n06/11/2026 02:31,Called back\n'),
  );
  await expect(dialog.getByRole('radiogroup', { name: 'What stands first in dates' })).toBeVisible();
  await picture('import-order', { zoomed: true });
  await window.keyboard.press('Escape');
  await choose(file('timesketch-export.csv', timesketchCsv(40)));
  await expect(dialog).toBeVisible();
  await picture('import-timesketch');
  await window.keyboard.press('Escape');
  await lock(window);
  const logs = Array.from({ length: 14 }, (_, i) =>
    file(`u_ex2611${10 + i}.log`, `GET /uploads/${i}\n`.repeat(50 * (i + 1))),
  );
  holdfast(folder, passphrase, 'evidence', 'add', path, '--store', ...logs);
  await unlock(window, passphrase);
  await window.keyboard.press('Control+3');
  await window.getByRole('button', { name: 'Size', exact: true }).click();
  await window.getByRole('checkbox', { name: 'Mark EV-003' }).check();
  await window.getByRole('checkbox', { name: 'Mark EV-005' }).check();
  await window.getByRole('row').filter({ hasText: 'EV-004' }).click();
  await window.getByRole('button', { name: 'Look at it' }).click();
  await expect(window.getByRole('region', { name: 'Preview' })).toContainText('GET /uploads');
  await picture('exhibits-marked', { zoomed: true });
});
