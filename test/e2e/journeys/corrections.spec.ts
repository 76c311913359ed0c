import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures/launch.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { lock, newIncident, unlock, writeNote } from '../fixtures/person.ts';

test('corrections, withheld texts and linked exhibits of the command line are shown with their reasons', async ({
  launch,
}) => {
  const { window, folder } = await launch();
  const passphrase = await newIncident(window);
  await writeNote(window, 'FusionReactor alert: 412 requests');
  await writeNote(window, 'The password is hunter2');
  const path = onlyCase(folder);
  await lock(window);
  const run = (...args: string[]) => holdfast(folder, passphrase, ...args);
  const [note, secret] = run('timeline', path, '--kind', 'note').entries;
  run('correct', path, note.id, 'FusionReactor alert: 421 requests', '--reason', 'digits swapped');
  run('withhold', path, secret.id, 'text', '--why', 'a password');
  const log = join(folder, 'a.log');
  writeFileSync(log, 'line\n');
  run('evidence', 'add', path, log);
  run('attach', path, note.id, 'EV-001');
  await unlock(window, passphrase);

  const struck = window.getByRole('option').filter({ hasText: '412 requests' });
  await expect(struck.locator('s')).toHaveText('FusionReactor alert: 412 requests');
  await expect(struck).toContainText(/corrected by \d+: digits swapped/);
  await expect(struck).toContainText('EV-001');
  const corrected = window.getByRole('option').filter({ hasText: '421 requests' });
  await expect(corrected).toContainText(`corrects ${note.number}`);
  await expect(corrected.locator('s')).toHaveCount(0);
  const withheld = window.getByRole('option').filter({ hasText: /withheld by \d+: a password/ });
  await expect(withheld).toContainText('“withheld”');
  await expect(window.getByText('hunter2')).toHaveCount(0);

  await struck.click();
  const pane = window.getByRole('complementary', { name: `Entry ${note.number}` });
  await expect(pane).toContainText('Reads now');
  await expect(pane).toContainText('FusionReactor alert: 421 requests');
  await pane.getByRole('button', { name: /^Go to entry/ }).click();
  await expect(corrected).toHaveAttribute('aria-selected', 'true');
});
