import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stixProblems } from '../../support/stix-rules.ts';
import { violations } from '../fixtures/axe.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { answerDialogs, lock, newIncident, writeNote } from '../fixtures/person.ts';

test('a report is written with and without personal data, and checked by the window and by the command line', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window, 'Secretive title');
  await writeNote(window, 'Zyxcanary 4711 was seen');
  const path = onlyCase(folder);

  await window.keyboard.press('Control+9');
  await window.getByRole('radio', { name: 'Report' }).check();
  const make = async (name: string): Promise<string> => {
    const file = join(folder, name);
    await answerDialogs(launched, [file]);
    await window.getByRole('button', { name: 'Make the report…' }).click();
    await expect(window.getByRole('note').filter({ hasText: name })).toBeVisible({ timeout: 40_000 });
    return file;
  };
  const whole = await make('whole.html');
  await window.getByRole('checkbox', { name: /Leave personal data out/ }).check();
  const without = await make('without.html');
  const paper = await make('without.pdf');
  expect(await violations(window)).toEqual([]);
  expect(readFileSync(whole, 'utf8')).toContain('Zyxcanary 4711');
  expect(readFileSync(without, 'utf8')).not.toMatch(/Zyxcanary|4711|Secretive/u);
  const text = spawnSync('pdftotext', [paper, '-'], { encoding: 'utf8' }).stdout;
  expect(text).toContain('Left out of this report on purpose');
  expect(text).not.toMatch(/Zyxcanary|4711|Secretive/u);

  // The same case as a bag, for whoever has no Holdfast.
  const bag = join(folder, 'case-bag');
  await answerDialogs(launched, [bag]);
  await window.getByRole('button', { name: 'Write a bag…' }).click();
  await expect(window.getByText('The bag is written')).toBeVisible();
  await expect(window.getByText(bag)).toBeVisible();
  expect(await violations(window)).toEqual([]);
  const sums = spawnSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: bag });
  expect(sums.status).toBe(0);
  await window.getByRole('button', { name: 'Write a bag…' }).click();
  await expect(window.getByText('The bag was not written')).toBeVisible();

  // And for other tools: what is in it, and what has no place there.
  const stix = join(folder, 'stix.json');
  await answerDialogs(launched, [stix]);
  await window.getByRole('radio', { name: 'TLP:GREEN' }).check();
  await window.getByRole('button', { name: 'Write STIX…' }).click();
  await expect(window.getByText('The STIX file is written')).toBeVisible();
  await expect(window.getByText(/entries that it has no place for \(.*Plan 1/)).toBeVisible();
  expect(stixProblems(readFileSync(stix, 'utf8'))).toEqual([]);
  expect(await violations(window)).toEqual([]);
  const graph = join(folder, 'graph.jsonld');
  await answerDialogs(launched, [graph]);
  await window.getByRole('button', { name: 'Write CASE/UCO…' }).click();
  await expect(window.getByText('The CASE/UCO file is written')).toBeVisible();
  await window.getByRole('button', { name: 'Write CASE/UCO…' }).click();
  await expect(window.getByText('The file was not written')).toBeVisible();

  await lock(window);
  // The command line writes the same bytes of the same record.
  holdfast(folder, passphrase, 'share', 'case-uco', path, join(folder, 'again.jsonld'));
  expect(readFileSync(join(folder, 'again.jsonld')).equals(readFileSync(graph))).toBe(true);
  await window.getByRole('button', { name: 'Other case' }).click();
  const checkFile = async (file: string): Promise<void> => {
    await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
    await answerDialogs(launched, [file]);
    await window.keyboard.press('c');
  };
  const good = window.getByRole('heading', { name: 'No change was found in this report' });
  await checkFile(without);
  await expect(good).toBeVisible();
  await expect(window.getByText(/Left out of this report on purpose/)).toBeVisible();
  expect(await violations(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await checkFile(whole);
  await expect(good).toBeVisible();
  const told = await window.getByRole('main').innerText();
  const check = holdfast(folder, '', 'check', whole);
  expect(check).toMatchObject({ ok: true, program: true, leftOut: 0 });
  for (const word of check.fingerprint.words) expect(told).toContain(word);
  await window.getByRole('textbox', { name: /Words or code/ }).fill(check.fingerprint.words.join(' '));
  await window.keyboard.press('Enter');
  await expect(window.getByText(/^Known: they fix \d+ entries/)).toBeVisible();
  // What the window found is what the case says of this file.
  const { entries } = holdfast(folder, passphrase, 'timeline', path, '--kind', 'report');
  expect(entries.map((entry: { sha256: string }) => entry.sha256)).toContain(check.sha256);

  // One letter, as an editor would; and a page that is no report.
  const edited = join(folder, 'edited.html');
  writeFileSync(edited, readFileSync(whole, 'utf8').replace('<bdi>Zyxcanary 4711', '<bdi>Zyxcanary 4712'));
  await window.keyboard.press('Escape');
  await checkFile(edited);
  await expect(window.getByRole('heading', { name: 'One problem was found in this report' })).toBeVisible();
  await expect(window.getByText(/reads “.*4712.*the record says “.*4711/)).toBeVisible();
  expect(await violations(window)).toEqual([]);
  expect(holdfast(folder, '', 'check', edited)).toMatchObject({ ok: false, problemCount: 1 });
  const other = join(folder, 'other.html');
  writeFileSync(other, '<!doctype html><title>x</title>');
  await window.keyboard.press('Escape');
  await checkFile(other);
  await expect(window.getByRole('heading', { name: 'This file cannot be checked' })).toBeVisible();

  // A bag is checked by its list of names, and turns red with the file that was changed.
  await window.keyboard.press('Escape');
  await checkFile(join(bag, 'bagit.txt'));
  await expect(window.getByRole('heading', { name: 'No change was found in this bag' })).toBeVisible();
  await expect(window.getByText(/entries of its record are signed and in sequence/)).toBeVisible();
  expect(await violations(window)).toEqual([]);
  appendFileSync(join(bag, 'data', 'custody', 'custody.json'), ' ');
  await window.keyboard.press('Escape');
  await checkFile(join(bag, 'bagit.txt'));
  await expect(window.getByRole('heading', { name: /found in this bag/ })).toBeVisible();
  await expect(window.getByText(/custody\.json/).first()).toBeVisible();
  expect(await violations(window)).toEqual([]);
});
