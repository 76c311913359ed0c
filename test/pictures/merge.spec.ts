import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { elsewhere, holdfast, onlyCase } from '../e2e/fixtures/holdfast.ts';
import { expect, test } from '../e2e/fixtures/launch.ts';
import { answerDialogs, lock, newIncident, typeWords, unlock, writeNote } from '../e2e/fixtures/person.ts';
import { Authority, hasOpenssl } from '../support/stamp.ts';
import { camera } from './camera.ts';

/** What another copy would bring, what came in, what only one has, and the witness: to be looked at by a person. */
test('pictures of merging, comparing and the witness', async ({ launch }) => {
  test.setTimeout(600_000);
  const launched = await launch();
  const { window, folder } = launched;
  const picture = await camera(launched);
  const passphrase = await newIncident(window, 'Suspicious uploads on WEB01');
  await typeWords(window, passphrase);
  await writeNote(window, 'FusionReactor alert: 412 active requests');
  const path = onlyCase(folder);
  await lock(window);
  const copy = join(folder, 'web01-hosting-security.holdfast');
  holdfast(
    folder,
    passphrase,
    'clock',
    path,
    '--reference',
    new Date().toISOString(),
    '--source',
    'telephone',
  );
  writeFileSync(join(folder, 'words.txt'), `${passphrase}\n`);
  holdfast(
    folder,
    passphrase,
    'share',
    'copy',
    path,
    copy,
    '--new-passphrase-file',
    join(folder, 'words.txt'),
  );
  const there = (...args: string[]): void =>
    elsewhere(folder, passphrase, ...args, '--as', 'Hosting security');
  const noted = holdfast(folder, passphrase, 'timeline', path, '--search', '412').entries[0].id;
  there('note', copy, 'WEB01 removed from the network; the firewall blocks 203.0.113.77 '.repeat(4));
  there('fact', copy, 'severity', 'critical', '--grounds', 'customer data was reached');
  there('phase', copy, 'containment', '--why', 'WEB01 is off the network');
  there('correct', copy, noted, 'FusionReactor alert: 421 active requests', '--reason', 'digits swapped');
  there('clock', copy, '--reference', new Date(Date.now() + 4000).toISOString(), '--source', 'GPS');
  for (const name of ['u_ex261117.log', 'firewall.csv']) {
    writeFileSync(join(folder, name), 'GET / 200\n'.repeat(4000));
    there('evidence', 'add', copy, join(folder, name));
  }
  for (let i = 0; i < 3; i += 1) there('note', copy, `Called the owner, no answer (${i + 1})`);
  const here = (...args: string[]): void => void holdfast(folder, passphrase, ...args);
  here('fact', path, 'severity', 'high', '--grounds', 'a web shell was found');
  here('phase', path, 'eradication', '--why', 'the server is replaced');
  here('correct', path, noted, 'FusionReactor alert: 142 active requests', '--reason', 'misread');
  await unlock(window, passphrase);
  const open = async (task: 'Merge' | 'Compare'): Promise<void> => {
    await window.keyboard.press('Control+9');
    await window.getByRole('radio', { name: task, exact: true }).check({ force: true });
    await answerDialogs(launched, [copy]);
    await window.getByRole('button', { name: 'Choose the file…' }).click();
    await window.getByRole('textbox', { name: 'Passphrase of the other copy' }).fill(passphrase);
    await picture(`${task.toLowerCase()}-form`);
    await window.keyboard.press('Enter');
  };
  await open('Compare');
  await expect(window.getByRole('table', { name: 'Only here' })).toBeVisible();
  await picture('compare-done');
  await window.getByRole('button', { name: 'Another copy…' }).click();
  await open('Merge');
  await expect(window.getByRole('region', { name: 'What would come in' })).toBeVisible();
  await picture('merge-preview', { zoomed: true });
  await window.locator('.body.share').evaluate((body) => body.scrollTo(0, body.scrollHeight));
  await picture('merge-preview-end');
  await window.getByRole('button', { name: /^Take in/ }).click();
  await expect(window.getByText('The copy was merged:')).toBeVisible();
  await picture('merge-done');
  await window.locator('.body.share').evaluate((body) => body.scrollTo(0, body.scrollHeight));
  await picture('merge-done-end');

  await window.keyboard.press('Control+Shift+F');
  await expect(window.getByRole('heading', { name: 'Witness', exact: true })).toBeVisible();
  await window.getByRole('textbox', { name: 'Told to' }).fill('Hosting security, shift lead');
  await window.keyboard.press('Enter');
  if (hasOpenssl) {
    await answerDialogs(launched, [join(folder, 'q.tsq')]);
    await window.getByRole('button', { name: 'Ask for a time stamp…' }).click();
    await expect(window.getByText(/q\.tsq asks/)).toBeVisible();
    await picture('witness-asked');
    new Authority(folder).answer(join(folder, 'q.tsq'), join(folder, 'a.tsr'));
    await answerDialogs(launched, [join(folder, 'a.tsr')]);
    await window.getByRole('button', { name: 'Bring in the answer…' }).click();
    await expect(window.getByText('by Test stamps, Example')).toBeVisible();
  }
  const words = await window
    .getByRole('list', { name: 'Ten words of the fingerprint' })
    .locator('.words-w')
    .allInnerTexts();
  await window.getByRole('textbox', { name: 'Words or code' }).fill(words.join(' '));
  await window.keyboard.press('Enter');
  await expect(window.getByText(/^Known:/)).toBeVisible();
  await picture('witness-checked', { zoomed: true });
  await window.getByRole('button', { name: 'Show it large' }).click();
  await picture('witness-large');
});
