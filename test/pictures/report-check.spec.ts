import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdfast, onlyCase } from '../e2e/fixtures/holdfast.ts';
import { expect, test } from '../e2e/fixtures/launch.ts';
import { answerDialogs, lock, newIncident, typeWords, writeNote } from '../e2e/fixtures/person.ts';
import { camera } from './camera.ts';

/** A report that is checked, with and without a fault: to be looked at by a person. */
test('pictures of a checked report', async ({ launch }) => {
  test.setTimeout(300_000);
  const launched = await launch();
  const { window, folder } = launched;
  const picture = await camera(launched);
  const passphrase = await newIncident(window, 'Suspicious uploads on WEB01');
  await typeWords(window, passphrase);
  await writeNote(window, 'FusionReactor alert: 412 active requests @02:14 #alert');
  await window.keyboard.press('Control+9');
  await window.getByRole('radio', { name: 'Report' }).check();
  await picture('report-form');
  await answerDialogs(launched, [join(folder, 'record.json')]);
  await window.getByRole('button', { name: 'Write STIX…' }).click();
  await window.getByText('The STIX file is written').scrollIntoViewIfNeeded();
  await window.getByRole('radiogroup', { name: 'Marking of the STIX file' }).scrollIntoViewIfNeeded();
  await picture('report-for-other-tools');
  await lock(window);
  const path = onlyCase(folder);
  const good = join(folder, 'report.html');
  holdfast(folder, passphrase, 'share', 'report', path, good, '--redact-field', `${titleEntry()}:title`);
  const bad = join(folder, 'edited.html');
  const text = readFileSync(good, 'utf8');
  writeFileSync(bad, text.replace('<bdi>FusionReactor alert: 412', '<bdi>FusionReactor alert: 214'));
  await window.getByRole('button', { name: 'Other case' }).click();
  for (const [name, file] of [
    ['good', good],
    ['edited', bad],
  ] as const) {
    await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
    await answerDialogs(launched, [file]);
    await window.keyboard.press('c');
    await expect(window.getByRole('heading', { name: /in this report/ }).first()).toBeVisible();
    await picture(`check-report-${name}`);
    await window.keyboard.press('Escape');
  }

  function titleEntry(): string {
    const { entries } = holdfast(folder, passphrase, 'timeline', path, '--kind', 'case');
    return entries[0].id;
  }
});
