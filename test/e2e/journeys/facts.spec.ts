import { expect, test } from '../fixtures/launch.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { lock, newIncident, noteLine, unlock, writeNote } from '../fixtures/person.ts';

test('facts, the phase and a clock are recorded in the window and read by the command line', async ({
  launch,
}) => {
  const { window, folder } = await launch();
  const passphrase = await newIncident(window);
  const path = onlyCase(folder);
  await window.keyboard.press('Control+4');
  await expect(window.getByRole('heading', { name: 'Facts' })).toBeVisible();
  const row = (name: string) => window.getByRole('button', { name: new RegExp(`^${name}`) });
  await expect(row('Severity')).toContainText('Not known yet');

  const state = async (value: string) => {
    await window.getByRole('combobox', { name: 'Value' }).selectOption(value);
    await window.getByRole('textbox', { name: 'Who decided' }).fill('Owner, Hosting security');
    await window.getByRole('textbox', { name: 'Grounds' }).fill(`because ${value}`);
    await window.getByRole('button', { name: 'State', exact: true }).click();
  };
  await window.getByRole('button', { name: 'State a fact' }).click();
  await window.getByRole('combobox', { name: 'Fact' }).selectOption('severity');
  await state('medium');
  await expect(row('Severity')).toContainText('Medium');
  const pane = window.getByRole('complementary', { name: 'Fact: Severity' });
  await expect(pane).toContainText('Owner, Hosting security');
  await expect(pane).toContainText('founder of the case');
  await pane.getByRole('button', { name: 'State anew…' }).click();
  await expect(window.getByText('Now: Medium. It stays in the record.')).toBeVisible();
  await state('high');
  await expect(pane.getByRole('button', { name: /Open entry/ })).toHaveCount(2);
  await expect(window.getByRole('banner')).toContainText('Severity high');

  // A fact of one's own; an error keeps what was typed.
  await window.getByRole('button', { name: 'State a fact' }).click();
  await window.getByRole('combobox', { name: 'Fact' }).selectOption('own');
  await window.getByRole('textbox', { name: 'Name' }).fill('entry-point');
  await window.getByRole('textbox', { name: 'Value' }).fill('the upload form');
  await window.getByRole('textbox', { name: 'As of' }).fill('not a time');
  await window.getByRole('button', { name: 'State', exact: true }).click();
  await expect(window.getByRole('alert').filter({ hasText: 'The fact was not saved.' })).toBeVisible();
  await expect(window.getByRole('textbox', { name: 'Value' })).toHaveValue('the upload form');
  await window.getByRole('textbox', { name: 'As of' }).fill('02:10');
  await window.getByRole('button', { name: 'State', exact: true }).click();
  await expect(row('Entry point')).toContainText('the upload form');

  await window.getByRole('button', { name: /^Phase: Identification/ }).click();
  await window.getByRole('textbox', { name: 'Why' }).fill('WEB01 is off the network');
  await window.getByRole('button', { name: 'Enter Containment' }).click();
  // The reason that was typed is the one for all lines of the gate that nobody answered.
  const gate = window.getByRole('dialog', { name: 'Gate to Containment' });
  await gate.getByRole('button', { name: 'Enter Containment' }).click();
  await expect(gate).toHaveCount(0);
  await expect(window.getByRole('button', { name: /^Phase: Containment/ })).toBeVisible();

  await window.getByRole('button', { name: 'Compare clocks…' }).click();
  await window.getByRole('textbox', { name: 'Which clock it is' }).fill('the speaking clock');
  await window.getByRole('textbox', { name: 'The other clock shows' }).fill('yesterday 12:00');
  await window.keyboard.press('Enter');
  await expect(
    window.getByRole('definition').filter({ hasText: 'ahead of the speaking clock' }),
  ).toBeVisible();
  await lock(window);

  const info = holdfast(folder, passphrase, 'info', path);
  expect(info.phase).toBe('containment');
  const fact = (name: string) => info.facts.find((known: { name: string }) => known.name === name);
  expect(fact('severity')).toMatchObject({
    value: 'high',
    by: ['Owner', 'Hosting security'],
    grounds: 'because high',
  });
  expect(fact('entry-point')).toMatchObject({ value: 'the upload form', occurred: { typed: '02:10' } });
  expect(holdfast(folder, passphrase, 'timeline', path, '--kind', 'clock-check').entries[0].source).toBe(
    'the speaking clock',
  );
});

test('a sealed case says so, keeps what is typed, and is unsealed with a reason', async ({ launch }) => {
  const { window, folder } = await launch();
  const passphrase = await newIncident(window);
  const path = onlyCase(folder);
  await writeNote(window, 'The last note');
  await window.keyboard.press('Control+4');
  await window.getByRole('button', { name: 'Seal the case…' }).click();
  await window.getByRole('dialog', { name: 'Seal this case' }).getByRole('button', { name: 'Seal' }).click();
  // The review is not approved: the reason is a record.
  await window.getByRole('textbox', { name: 'without an approved review' }).fill('a false alarm');
  await window.keyboard.press('Enter');
  const bar = window.getByRole('region', { name: 'This case is sealed.' });
  await expect(bar).toBeVisible();
  await lock(window);
  expect(holdfast(folder, passphrase, 'info', path).sealed).toBe(true);
  await unlock(window, passphrase);
  await expect(bar).toBeVisible();
  await noteLine(window).fill('One more');
  await noteLine(window).press('Enter');
  await expect(window.getByRole('alert')).toContainText('This case is sealed');
  await expect(noteLine(window)).toHaveValue('One more');
  await window.getByRole('alert').getByRole('button', { name: 'Unseal…' }).click();
  await window.getByRole('textbox', { name: 'Reason' }).fill('new evidence arrived');
  await window.keyboard.press('Enter');
  await expect(bar).toHaveCount(0);
  await window.getByRole('button', { name: 'Try again' }).click();
  await window.keyboard.press('Control+2');
  await expect(window.getByRole('option').filter({ hasText: 'One more' })).toBeVisible();
  await lock(window);
  expect(holdfast(folder, passphrase, 'info', path).sealed).toBe(false);
  const { entries } = holdfast(folder, passphrase, 'timeline', path);
  expect(entries.map(({ kind }: { kind: string }) => kind).slice(-3)).toEqual(['seal', 'unseal', 'note']);
});
