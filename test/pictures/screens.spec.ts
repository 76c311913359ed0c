import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../e2e/fixtures/launch.ts';
import { answerDialogs, lock, newIncident, typeWords, writeNote } from '../e2e/fixtures/person.ts';
import { camera } from './camera.ts';

/** Each screen at two sizes, light and dark: to be looked at by a person. */
test('pictures of the screens', async ({ launch }) => {
  test.setTimeout(300_000);
  const launched = await launch();
  const { window, folder } = launched;
  const picture = await camera(launched);

  await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  await picture('welcome-empty');
  await window.keyboard.press('Control+N');
  await expect(window.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await window.keyboard.press('Escape');

  const words = await newIncident(window, 'Suspicious uploads on WEB01');
  await picture('timeline-new');
  await typeWords(window, words);
  for (const text of [
    'FusionReactor alert: 412 active requests on /uploads/ #alert',
    'Called hosting security, ticket HS-48812 #phone',
    'Cloudflare: block 203.0.113.77 and `.cfm` under `/uploads/`. It worked #action',
    'WEB01 removed from the network by the host, nothing restarted #action',
    'Local users only on WEB01, remote desktop closed #action',
    'Owner told by phone. Will send the Amazon notice before 09:00 #owner',
  ]) {
    await writeNote(window, text);
  }
  const log = join(folder, 'u_ex261117.log');
  writeFileSync(log, '2026-11-17 01:11:42 GET /uploads/img_7731.cfm c=whoami 200\r\n'.repeat(2000));
  await answerDialogs(launched, [log]);
  await window.keyboard.press('Control+3');
  await picture('evidence-empty');
  await window
    .getByRole('button', { name: /^Add( evidence|$| files)/ })
    .first()
    .click();
  await expect(window.getByRole('row').filter({ hasText: 'EV-001' })).toBeVisible();
  await window.getByRole('row').filter({ hasText: 'EV-001' }).click();
  await window.getByRole('button', { name: /Hand over/ }).click();
  await picture('hand-over');
  await window.getByRole('textbox', { name: 'To', exact: true }).fill('Hosting security');
  await window.getByRole('textbox', { name: 'Seal number' }).fill('4471');
  await window.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(window.getByRole('row').filter({ hasText: 'Hosting security' })).toBeVisible();
  await picture('evidence');
  const choose = async (menu: string, item: string): Promise<void> => {
    await window.getByRole('button', { name: menu }).click();
    await window.getByRole('menuitem', { name: item }).click();
  };
  await choose('More about EV-001', 'Put on hold…');
  await window.getByRole('textbox', { name: 'Why' }).fill('insurer asked');
  await picture('hold');
  await window.keyboard.press('Enter');
  await choose('More about EV-001', 'Release bytes…');
  await picture('release');
  await window.keyboard.press('Escape');
  await choose('More about evidence', 'What may be released when…');
  await picture('retention');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+2');
  await window.getByRole('option').filter({ hasText: 'FusionReactor alert' }).click();
  await picture('timeline');
  await window.keyboard.press('Control+9');
  await picture('share');
  await window.keyboard.press('Control+Shift+A');
  await picture('authors');
  await window.keyboard.press('Control+Shift+F');
  await picture('witness');
  await lock(window);
  await picture('locked');
  await window.getByRole('textbox', { name: /Passphrase for/ }).fill('wrong words');
  await window.keyboard.press('Enter');
  await expect(window.getByText('This passphrase does not open the file.')).toBeVisible();
  await picture('wrong-passphrase');
});
