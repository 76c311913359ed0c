import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures/launch.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { lock, newIncident, noteLine, unlock, writeNote } from '../fixtures/person.ts';

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

test('a note is corrected, withheld and linked in the window, by keys and from its pane', async ({
  launch,
}) => {
  const { window, folder } = await launch();
  const passphrase = await newIncident(window);
  const path = onlyCase(folder);
  await writeNote(window, 'WEB01 off the network @02:14 #actoin');
  await writeNote(window, 'The password is hunter2');

  // Up in the empty line: the last own note.
  await noteLine(window).press('ArrowUp');
  await expect(window.getByRole('dialog', { name: /^Correct entry/ })).toBeVisible();
  await window.keyboard.press('Escape');

  await window.getByRole('option').filter({ hasText: 'WEB01' }).click();
  await window.getByRole('listbox', { name: 'Entries' }).press('c');
  const form = window.getByRole('dialog', { name: /^Correct entry/ });
  await form.getByRole('textbox', { name: 'Text' }).fill('WEB01 off the network @02:25 #action');
  await expect(form.getByRole('textbox', { name: 'Time' })).toHaveValue('02:25');
  await expect(form.getByRole('textbox', { name: 'Tags' })).toHaveValue('#action');
  // Half typed, a lock from inside the form: it stands there again, word for word.
  await form.getByRole('textbox', { name: 'Reason' }).pressSequentially('typed the');
  await lock(window);
  expect(await window.evaluate(() => document.documentElement.outerHTML)).not.toContain('typed the');
  await unlock(window, passphrase);
  await expect(form.getByRole('textbox', { name: 'Reason' })).toHaveValue('typed the');
  await expect(form.getByRole('textbox', { name: 'Text' })).toHaveValue(
    'WEB01 off the network @02:25 #action',
  );
  await form.getByRole('textbox', { name: 'Time' }).fill('two in the morning');
  await form.getByRole('textbox', { name: 'Reason' }).fill('typed the wrong time');
  await form.getByRole('button', { name: 'Correct', exact: true }).click();
  // A failed save keeps what was typed.
  await expect(form.getByRole('alert').filter({ hasText: 'The correction was not saved.' })).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Reason' })).toHaveValue('typed the wrong time');
  await form.getByRole('textbox', { name: 'Time' }).fill('02:25');
  await form.getByRole('textbox', { name: 'Reason' }).press('Enter');
  const struck = window.getByRole('option').filter({ hasText: '#actoin' });
  await expect(struck).toContainText(/corrected by \d+: typed the wrong time/);

  await window.getByRole('option').filter({ hasText: 'hunter2' }).click();
  await window.getByRole('button', { name: 'Withhold…' }).click();
  const withhold = window.getByRole('dialog', { name: /^Withhold from entry/ });
  await withhold.getByRole('textbox', { name: 'Reason' }).fill('a password');
  await withhold.getByRole('textbox', { name: 'Reason' }).press('Enter');
  // Nothing happens until somebody says that it may be taken away.
  await expect(withhold.getByRole('button', { name: 'Withhold' })).toHaveAttribute('aria-disabled', 'true');
  await withhold.getByRole('checkbox').check();
  await withhold.getByRole('button', { name: 'Withhold' }).click();
  await expect(window.getByRole('option').filter({ hasText: /withheld by \d+: a password/ })).toBeVisible();
  await expect(window.getByText('hunter2')).toHaveCount(0);

  await window.getByRole('option').filter({ hasText: '#actoin' }).click();
  await window.getByRole('listbox', { name: 'Entries' }).press('l');
  await expect(window.getByRole('dialog', { name: /^Link an exhibit/ })).toContainText('Add evidence first');
  await window.keyboard.press('Escape');
  await lock(window);

  const { entries } = holdfast(folder, passphrase, 'timeline', path);
  const note = entries.find(({ text }: { text: string }) => text.includes('#actoin'));
  const correction = entries.find(({ kind }: { kind: string }) => kind === 'correction');
  expect(note.correctedBy).toBe(correction.id);
  expect(correction).toMatchObject({
    text: 'WEB01 off the network @02:25 #action',
    tags: ['action'],
    reason: 'typed the wrong time',
    occurred: { typed: '02:25' },
  });
  expect(JSON.stringify(entries)).not.toContain('hunter2');

  // A linked exhibit is shown at once.
  const log = join(folder, 'a.log');
  writeFileSync(log, 'line\n');
  holdfast(folder, passphrase, 'evidence', 'add', path, log);
  await unlock(window, passphrase);
  await window.getByRole('option').filter({ hasText: '#actoin' }).click();
  await window.getByRole('listbox', { name: 'Entries' }).press('l');
  await window.getByRole('button', { name: 'Link EV-001' }).click();
  await expect(window.getByRole('option').filter({ hasText: '#actoin' })).toContainText('EV-001');
  await lock(window);
  const shown = holdfast(folder, passphrase, 'timeline', path, '--search', 'actoin').entries[0];
  expect(shown.exhibits).toEqual(['EV-001']);
});

test('a time that is emptied in the form is taken away, and the old note keeps it', async ({ launch }) => {
  const { window, folder } = await launch();
  const passphrase = await newIncident(window);
  await writeNote(window, 'Called the host @02:14 #phone');
  await noteLine(window).press('ArrowUp');
  const form = window.getByRole('dialog', { name: /^Correct entry/ });
  await expect(form.getByRole('textbox', { name: 'Time' })).toHaveValue('02:14');
  await form.getByRole('textbox', { name: 'Time' }).fill('');
  await form.getByRole('textbox', { name: 'Reason' }).fill('nobody looked at a clock');
  await form.getByRole('textbox', { name: 'Reason' }).press('Enter');
  await expect(form).toBeHidden();
  const path = onlyCase(folder);
  await lock(window);
  const { entries } = holdfast(folder, passphrase, 'timeline', path);
  expect(entries.slice(-2)).toMatchObject([
    { kind: 'note', occurred: { typed: '02:14' } },
    { kind: 'correction', reason: 'nobody looked at a clock', tags: ['phone'], occurred: null },
  ]);
});
