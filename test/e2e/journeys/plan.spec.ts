import { expect, test } from '../fixtures/launch.ts';
import { violations } from '../fixtures/axe.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { toldBySystem } from '../fixtures/notifications.ts';
import { lock, newIncident, unlock } from '../fixtures/person.ts';

test('the plan is worked through by keyboard, its deadline runs, and the command line reads the same', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const told = toldBySystem(launched);
  const passphrase = await newIncident(window);
  const path = onlyCase(folder);
  const cell = window.getByRole('banner').locator('.cell.deadline');
  await expect(cell).toContainText('No deadline runs');

  // Suspicion alone starts the clock.
  await cell.click();
  await window.getByRole('button', { name: 'Start the 24 hours…' }).click();
  await window.getByRole('textbox', { name: 'Since when is it suspected?' }).fill('not a time');
  await window.getByRole('button', { name: 'Start the clock' }).click();
  await expect(window.getByRole('alert')).toContainText('was not understood');
  await window.getByRole('textbox', { name: 'Since when is it suspected?' }).fill('now');
  await window.getByRole('textbox', { name: 'On what grounds' }).fill('three unknown files');
  await window.keyboard.press('Control+Enter');
  await expect(cell).toContainText(/Tell Amazon:.*2[34] h/);

  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.keyboard.press('Control+5');
  await expect(window.getByRole('heading', { name: 'Plan', exact: true })).toBeVisible();
  const steps = window.getByRole('list', { name: 'Steps of Identification' });
  await expect(steps.getByRole('listitem')).toHaveCount(12);
  expect(await violations(window)).toEqual([]);

  // Space, S and R on a step; each is an entry.
  await steps.getByRole('button').first().focus();
  await window.keyboard.press('Space');
  await window.getByRole('textbox', { name: 'Who did it' }).fill('Ada');
  await window.keyboard.press('Control+Enter');
  await expect(steps.getByRole('button').first()).toContainText(/Ada.*done/s);
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await steps.getByRole('button').first().focus();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('s');
  await window.getByRole('textbox', { name: 'Why is it not done?' }).fill('we are the host');
  await window.keyboard.press('Enter');
  await expect(steps.getByRole('button').nth(1)).toContainText('we are the host');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await steps.getByRole('button').nth(1).focus();
  await window.keyboard.press('r');
  await window.getByRole('textbox', { name: 'Why is it open again?' }).fill('we are not');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('complementary', { name: 'Step' })).toContainText('we are not');
  await window.keyboard.press('Escape');

  await window.getByRole('button', { name: 'Add a step' }).click();
  await window.getByRole('textbox', { name: 'What is to be done' }).fill('Call the bank <b>now</b>');
  await window.getByRole('combobox', { name: 'Who' }).selectOption({ label: 'Owner' });
  await window.keyboard.press('Control+Enter');
  await expect(steps.getByRole('listitem')).toHaveCount(13);
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await expect(steps).toContainText('Call the bank <b>now</b>');

  // What destroys evidence is not recorded before it is collected, or a reason is given.
  await window.getByRole('button', { name: /^4 Eradication/ }).click();
  await window.getByRole('button', { name: 'Record an action…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Record an action' });
  await dialog.getByLabel('Which', { exact: true }).selectOption({ label: 'Replace or rebuild a server' });
  await dialog.getByRole('textbox', { name: 'System' }).fill('WEB01');
  await dialog.getByRole('textbox', { name: 'What exactly' }).fill('rebuilt from the image of May');
  await expect(dialog.getByText('This would destroy evidence')).toBeVisible();
  expect(await violations(window)).toEqual([]);
  await window.keyboard.press('Control+Enter');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Or say why it has to be done now' }).fill('the disk is failing');
  await window.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(window.getByRole('region', { name: 'Actions' })).toContainText('the disk is failing');

  await lock(window);
  // A bare countdown, no word of what it is.
  await expect(window.getByText(/Next deadline: 2[34] h/)).toBeVisible();
  await expect(window.getByText('Amazon')).toHaveCount(0);
  const shown = holdfast(folder, passphrase, 'plan', 'show', path);
  const all = (shown.phases as { steps: { id: string; state: string }[] }[]).flatMap((phase) => phase.steps);
  const stateOf = (id: string) => all.find((step) => step.id === id)?.state;
  expect([stateOf('identify-discovery'), stateOf('identify-host-told')]).toEqual(['done', 'reopened']);
  const due = holdfast(folder, passphrase, 'deadline', 'list', path);
  expect(due.deadlines).toMatchObject([{ id: 'amazon-notice', state: 'running' }]);
  holdfast(folder, passphrase, 'notify', 'sent', path, 'amazon', '--via', 'e-mail');
  const soon = new Date(Date.now() + 12_000).toISOString();
  const own = ['--title', 'Call the bank', '--due', soon];
  holdfast(folder, passphrase, 'deadline', 'set', path, 'bank', ...own);
  await unlock(window, passphrase);
  await expect(cell).toContainText('Call the bank: 0 h 0 min left');
  // The moment itself: the bar is red within a second, and the system tells it without a word of the case.
  await expect(cell).toContainText('Call the bank: late by 0 h 0 min', { timeout: 15_000 });
  expect(Date.now() - Date.parse(soon)).toBeLessThan(1500);
  await expect.poll(told).toContainEqual({ title: 'Holdfast', body: 'A deadline has come in Holdfast.' });
  await expect.poll(told).toContainEqual({ title: 'Holdfast', body: 'A deadline is very near in Holdfast.' });
  // A screen reader hears it without being interrupted.
  await expect(window.getByRole('status').filter({ hasText: 'the deadline has come' })).toHaveCount(1);
  expect(JSON.stringify(await told())).not.toContain('bank');
  await lock(window);
  expect(holdfast(folder, passphrase, 'verify', path).ok).toBe(true);
});
