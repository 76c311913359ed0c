import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processTree } from '../../support/canary.ts';
import { expect, type Launched, test } from '../fixtures/launch.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { runs } from '../fixtures/notes-flow.ts';
import { lock, newIncident, noteLine, typeWords, unlock, writeNote } from '../fixtures/person.ts';

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

/** The whole program ends at once, as at a power cut: nobody can write anything any more. */
async function kill({ app }: Launched): Promise<void> {
  const pid = app.process().pid ?? 0;
  const all = processTree(pid);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => all.filter((one) => runs(one)), { timeout: 10_000 }).toEqual([]);
}

test('after a kill a half-written correction is offered: it is gone on with, or discarded for good', async ({
  launch,
}) => {
  const first = await launch();
  const { folder } = first;
  const passphrase = await newIncident(first.window);
  await typeWords(first.window, passphrase);
  await writeNote(first.window, 'WEB01 off the network @02:14');
  await writeNote(first.window, 'Called the host');
  const path = onlyCase(folder);

  // Half typed, and long enough ago to be in the file.
  const halfType = async ({ window }: Launched, note: string, reason: string): Promise<void> => {
    await window.getByRole('option').filter({ hasText: note }).click();
    await window.getByRole('listbox', { name: 'Entries' }).press('c');
    const form = window.getByRole('dialog', { name: /^Correct entry/ });
    await form.getByRole('textbox', { name: 'Reason' }).pressSequentially(reason);
    await window.waitForTimeout(1000);
  };
  await halfType(first, 'WEB01', 'typed the wr');
  await kill(first);

  const second = await launch({ folder, args: [path] });
  await unlock(second.window, passphrase);
  const offer = second.window.getByRole('region', { name: 'Half-written correction' });
  await expect(offer).toContainText(/A correction of entry \d+ is half written\./);
  // The control: another note was not being corrected, and its form starts with the note.
  await noteLine(second.window).press('ArrowUp');
  const form = second.window.getByRole('dialog', { name: /^Correct entry/ });
  await expect(form.getByRole('textbox', { name: 'Text' })).toHaveValue('Called the host');
  await expect(form.getByRole('textbox', { name: 'Reason' })).toHaveValue('');
  await second.window.keyboard.press('Escape');
  await offer.getByRole('button', { name: /^Go on/ }).click();
  await expect(form.getByRole('textbox', { name: 'Reason' })).toHaveValue('typed the wr');
  await expect(offer).toBeHidden();
  await form.getByRole('textbox', { name: 'Time' }).fill('02:25');
  await form.getByRole('textbox', { name: 'Reason' }).press('End');
  await form.getByRole('textbox', { name: 'Reason' }).pressSequentially('ong time');
  await form.getByRole('textbox', { name: 'Reason' }).press('Enter');
  await expect(second.window.getByRole('option').filter({ hasText: 'typed the wrong time' })).toBeVisible();
  await expect(offer).toHaveCount(0);

  await halfType(second, 'Called the host', 'a secret that');
  await kill(second);
  const third = await launch({ folder, args: [path] });
  await unlock(third.window, passphrase);
  const again = third.window.getByRole('region', { name: 'Half-written correction' });
  await again.getByRole('button', { name: /^Discard/ }).click();
  await expect(again).toHaveCount(0);
  await expect(noteLine(third.window)).toBeFocused();
  await lock(third.window);
  await unlock(third.window, passphrase);
  await noteLine(third.window).press('ArrowUp');
  await expect(third.window.getByRole('textbox', { name: 'Reason' })).toHaveValue('');
  await third.window.keyboard.press('Escape');
  await expect(again).toHaveCount(0);
  await lock(third.window);
  const { entries } = holdfast(folder, passphrase, 'timeline', path, '--kind', 'correction');
  expect(entries).toMatchObject([{ reason: 'typed the wrong time', occurred: { typed: '02:25' } }]);
});
