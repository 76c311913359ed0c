import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Authority, hasOpenssl } from '../../support/stamp.ts';
import { violations } from '../fixtures/axe.ts';
import { elsewhere, holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { answerDialogs, lock, newIncident, unlock, writeNote } from '../fixtures/person.ts';

const card = (window: Page, name: string) =>
  window.getByRole('list', { name: 'Authors of this case' }).getByRole('listitem', { name, exact: true });

test('an author from another device is marked, confirmed by the four words, and disowned with a reason', async ({
  launch,
}) => {
  const { window, folder } = await launch();
  const passphrase = await newIncident(window);
  await writeNote(window, 'From this laptop');
  const path = onlyCase(folder);
  await lock(window);
  const note = ['note', path, 'From the hosting company', '--as', 'Hosting security', '--role', 'hosting'];
  elsewhere(folder, passphrase, ...note);
  await unlock(window, passphrase);

  const row = window.getByRole('option').filter({ hasText: 'From the hosting company' });
  await expect(row).toContainText('key not confirmed');
  await expect(window.getByRole('option').filter({ hasText: 'From this laptop' })).not.toContainText(
    'key not confirmed',
  );
  await window.keyboard.press('Control+Shift+A');
  const stranger = card(window, 'Hosting security');
  await expect(stranger).toContainText('Not confirmed');
  const words = await stranger
    .getByRole('list', { name: 'Key words of Hosting security' })
    .getByRole('listitem')
    .allInnerTexts();
  await stranger.getByRole('button', { name: 'Confirm… Hosting security' }).click();
  const form = window.getByRole('form', { name: 'Confirm Hosting security' });
  await expect(form.getByRole('textbox', { name: 'Why' })).toBeFocused();
  await window.keyboard.type('called them back');
  await window.keyboard.press('Enter');
  await expect(stranger).toContainText('Confirmed by');
  await expect(stranger).toContainText('called them back');
  await window.keyboard.press('Control+2');
  await expect(row).not.toContainText('key not confirmed');

  await window.keyboard.press('Control+Shift+A');
  await stranger.getByRole('button', { name: 'Disown… Hosting security' }).click();
  await window.getByRole('button', { name: 'Disown this key' }).click();
  await expect(window.getByText('Say why.')).toBeVisible();
  await window.getByRole('textbox', { name: 'Why' }).fill('their laptop was stolen');
  await window.getByRole('button', { name: 'Disown this key' }).click();
  await expect(stranger).toContainText('Disowned by');
  await window.keyboard.press('Control+2');
  await expect(row).toContainText('key disowned');

  await lock(window);
  const { authors } = holdfast(folder, passphrase, 'author', 'list', path);
  expect(authors).toMatchObject([
    { trust: 'founder', thisDevice: true },
    {
      name: 'Hosting security',
      role: 'hosting',
      trust: 'disowned',
      judgements: [{ says: 'disowned', why: 'their laptop was stolen' }],
    },
  ]);
  expect(words.map((word) => word.replace(/[\d\s]/g, ''))).toEqual(authors[1].words);
});

test('the fingerprint is read out, recorded, stamped by an authority, and known again by its words', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window);
  await writeNote(window, 'Alert');
  // From the state of the record to the words.
  await window.getByRole('button', { name: /^Record:/ }).click();
  await window.getByRole('button', { name: 'Witness', exact: true }).last().click();
  const list = window.getByRole('list', { name: 'Ten words of the fingerprint' }).getByRole('listitem');
  await expect(list).toHaveCount(10);
  const words = (await list.allInnerTexts()).map((text) => text.replace(/[\d\s]/g, ''));
  await window.getByRole('button', { name: 'Record who was told' }).click();
  await expect(window.getByText('Say who was told.')).toBeVisible();
  // They were told before somebody found the time to write it down; a wrong time clears nothing.
  const toldTo = window.getByRole('textbox', { name: 'Told to' });
  await toldTo.fill('Hosting security, shift lead');
  const when = window.getByRole('textbox', { name: 'When', exact: true });
  await when.fill('half past');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('alert')).toContainText('Not recorded.');
  await expect(toldTo).toHaveValue('Hosting security, shift lead');
  await when.fill('yesterday 23:10');
  await expect(window.getByText(/understood: .*23:10/)).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(window.getByText(/Hosting security, shift lead, phone, entries 1 to \d+/)).toBeVisible();

  await window.getByRole('button', { name: 'Show it large' }).click();
  const large = window.getByRole('dialog', { name: /^Fingerprint of all/ });
  await expect(large.getByRole('img', { name: /^QR code of the fingerprint/ })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(large).toHaveCount(0);

  // A request leaves as a file, the answer comes back as one; an authority of this machine signs it.
  if (hasOpenssl) {
    await answerDialogs(launched, [join(folder, 'q.tsq')]);
    await window.getByRole('button', { name: 'Ask for a time stamp…' }).click();
    await expect(window.getByText(/q\.tsq asks for a stamp of \d+ entries/)).toBeVisible();
    const authority = new Authority(folder);
    authority.answer(join(folder, 'q.tsq'), join(folder, 'a.tsr'));
    await window.getByRole('button', { name: 'Bring in the answer…' }).click();
    await expect(window.getByRole('alert').filter({ hasText: 'The answer was not taken in.' })).toBeVisible();
    await answerDialogs(launched, [join(folder, 'a.tsr')]);
    await window.getByRole('button', { name: 'Bring in the answer…' }).click();
    const stamps = window.getByRole('list', { name: 'Time stamps of an authority' }).getByRole('listitem');
    await expect(stamps).toContainText('by Test stamps, Example');
    await expect(window.getByText('anybody can make one')).toBeVisible();
    await answerDialogs(launched, [authority.ca]);
    await window.getByRole('button', { name: 'Check with a certificate…' }).click();
    await expect(window.getByText(/^Checked with ca\.pem/)).toBeVisible();
    await expect(stamps).toContainText('entries stood like this');
  }
  expect(await violations(window)).toEqual([]);

  const field = window.getByRole('textbox', { name: 'Words or code' });
  await field.fill(words.join(' '));
  await window.keyboard.press('Enter');
  await expect(window.getByText(/^Known: the first \d+ entries stand/)).toBeVisible();
  const since = window.getByRole('region', { name: 'What came since' });
  await expect(since.getByRole('listitem').first()).toContainText('was told the fingerprint');
  await field.fill('E582 94F2 E9A2 2748 6E8B');
  await window.keyboard.press('Enter');
  await expect(window.getByText('Not known: this record has no such fingerprint.')).toBeVisible();
  await field.fill(words.slice(0, 9).join(' '));
  await window.keyboard.press('Enter');
  await expect(window.getByText('10 words are needed, and 9 are here')).toBeVisible();

  const path = onlyCase(folder);
  await lock(window);
  const check = holdfast(folder, passphrase, 'verify', path);
  expect(check.anchored).toMatchObject({ kind: hasOpenssl ? 'timestamp' : 'witness' });
  expect(check.unanchored).toBe(1);
  const told = holdfast(folder, passphrase, 'timeline', path, '--kind', 'witness').entries;
  expect(told).toMatchObject([{ occurred: { typed: 'yesterday 23:10' } }]);
  expect(holdfast(folder, passphrase, 'timestamp', 'check', path).stamps).toHaveLength(hasOpenssl ? 1 : 0);
  expect(holdfast(folder, passphrase, 'witness', 'check', path, ...words).known).toBe(true);
});

test('name and role are given in the window, a second author writes, and a passphrase guards the keys', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window);
  await window.keyboard.press('Control+Shift+A');
  const rename = window.getByRole('form', { name: 'Change name and role' });
  await rename.getByRole('textbox', { name: 'Your name' }).fill('Ada Lovelace');
  await rename.getByRole('textbox', { name: 'Your role' }).fill('web developer');
  await window.keyboard.press('Enter');
  await expect(card(window, 'Ada Lovelace')).toContainText('web developer');
  await window.getByRole('button', { name: 'Add an author…' }).click();
  const added = window.getByRole('form', { name: 'Another person on this device' });
  await added.getByRole('textbox', { name: 'Your name' }).fill('Owner');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('radio', { name: 'Owner' })).toBeChecked();
  await window.keyboard.press('Control+2');
  await writeNote(window, 'Written by the owner');

  await window.keyboard.press('Control+Shift+A');
  await window.getByRole('button', { name: 'Set a passphrase…' }).click();
  await window.getByRole('textbox', { name: 'New passphrase of the profile' }).fill('guards my keys');
  await expect(window.getByText(/^From the next start on/)).toBeVisible();
  await window.getByRole('button', { name: 'Set the passphrase' }).click();
  await expect(window.getByText('The keys of this device are under a passphrase.')).toBeVisible();

  const path = onlyCase(folder);
  await lock(window);
  await window.getByRole('textbox', { name: /Passphrase for/ }).fill(passphrase);
  await window.keyboard.press('Enter');
  const field = window.getByRole('textbox', { name: 'Passphrase of the profile' });
  await field.fill('not this one');
  await window.keyboard.press('Enter');
  await expect(window.getByText(/This passphrase does not open the profile/)).toBeVisible();
  await field.fill('guards my keys');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('list', { name: 'Authors of this case' })).toBeVisible();

  // At the next start the profile is asked for at once. A machine for tests has no keyring; where one is, it is offered.
  await launched.close();
  const { window: again } = await launch({ folder });
  const question = again.getByRole('dialog', { name: 'Passphrase of the profile' });
  const none = question.getByText(/no key store that deserves the name/);
  await expect(none.or(question.getByRole('checkbox', { name: /^Let .+ keep it/ }))).toBeVisible();
  await question.getByRole('textbox', { name: 'Passphrase of the profile' }).fill('guards my keys');
  await again.keyboard.press('Enter');
  await expect(again.locator('.recent-open')).toBeVisible();
  await again.keyboard.press('1');
  await unlock(again, passphrase);
  await again.keyboard.press('Control+Shift+A');
  await again.getByRole('button', { name: 'Remove the passphrase' }).click();
  await expect(again.getByText(/lie in a file that your account can read/)).toBeVisible();
  await lock(again);
  const { entries } = holdfast(folder, passphrase, 'timeline', path, '--kind', 'note');
  expect(entries.at(-1).author).toMatchObject({ name: 'Owner', trust: 'unconfirmed' });
  const { authors } = holdfast(folder, passphrase, 'author', 'list', path);
  expect(authors[0]).toMatchObject({ name: 'Ada Lovelace', role: 'web developer', trust: 'founder' });
});
