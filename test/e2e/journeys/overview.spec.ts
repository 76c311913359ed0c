import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { answerDialogs, lock, newIncident, noteLine, unlock } from '../fixtures/person.ts';

test('the overview says what is next, what is known and who is here; each thing is one key or one press away', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window);
  await window.keyboard.press('Control+1');
  const next = window.getByRole('region', { name: 'Next' });
  await expect(next.getByRole('listitem')).toHaveCount(3);
  await expect(next.getByRole('listitem').first()).toContainText('Found by');

  // One press leads to the form of the question; what was said is on the overview.
  await next.getByRole('button', { name: /^State it/ }).click();
  await expect(window.getByRole('heading', { name: 'State: Found by' })).toBeVisible();
  await window.getByRole('textbox', { name: 'Value' }).fill('web developer');
  await window.getByRole('button', { name: 'State', exact: true }).click();
  await expect(window.getByText('Found by stated')).toBeVisible();
  await window.keyboard.press('Control+1');
  const known = window.getByRole('region', { name: 'What we know' });
  await expect(known.getByRole('button', { name: /^Found by/ })).toContainText('web developer');
  await expect(next.getByRole('listitem').first()).toContainText('What was found');

  // The first evidence, by the button of its line.
  const log = join(folder, 'u_ex261117.log');
  writeFileSync(log, 'GET /uploads/img_7731.cfm\n');
  await answerDialogs(launched, [log]);
  await next.getByRole('button', { name: /^Add evidence/ }).click();
  await expect(window.getByRole('row').filter({ hasText: 'EV-001' })).toBeVisible();
  await window.keyboard.press('Control+1');
  await expect(window.getByText('1 hashed when taken in')).toBeVisible();
  await expect(next).toContainText('EV-001: still missing');

  // Who is here: one key for oneself, a name for others.
  const room = window.getByRole('region', { name: 'In the room' });
  await room.getByRole('heading').click();
  await window.keyboard.press('p');
  await expect(room.getByRole('listitem')).toHaveCount(1);
  await room.getByRole('textbox', { name: 'Somebody else came' }).fill('Hosting security');
  await window.keyboard.press('Enter');
  await expect(room.getByRole('listitem').filter({ hasText: 'Hosting security' })).toContainText('since');
  await room.getByRole('button', { name: 'Hosting security leaves' }).click();
  await expect(room.getByRole('listitem').filter({ hasText: 'Hosting security' })).toContainText('left');

  // A call that nobody took, and one with a duration that is none: what was typed stays.
  await room.getByRole('heading').click();
  await window.keyboard.press('t');
  const call = window.getByRole('dialog', { name: 'A phone call' });
  await call.getByRole('textbox', { name: 'With whom' }).fill('Owner');
  await call.getByRole('textbox', { name: 'How long' }).fill('a while');
  await window.keyboard.press('Control+Enter');
  await expect(call.getByRole('alert')).toContainText('“a while” is no duration');
  await expect(call.getByRole('textbox', { name: 'With whom' })).toHaveValue('Owner');
  await call.getByRole('radio', { name: 'No answer' }).check();
  await window.keyboard.press('Control+Enter');
  await expect(call).toBeHidden();
  await expect(window.getByRole('region', { name: 'Latest' })).toContainText('Call to Owner, not answered');

  // A note from here appears here, and leads to its place.
  await noteLine(window).fill('Owner does not answer, trying again at 03:00');
  await window.keyboard.press('Enter');
  await window.getByRole('region', { name: 'Latest' }).getByText('trying again').click();
  await expect(window.getByRole('heading', { name: 'Timeline', exact: true })).toBeVisible();
  await expect(window.getByRole('option', { selected: true })).toContainText('trying again');

  // The palette finds what can be done, exhibits and entries; a lock closes it.
  const palette = window.getByRole('dialog', { name: 'Do or find' });
  const find = async (words: string) => {
    await window.keyboard.press('Control+K');
    await expect(palette.getByRole('combobox')).toBeFocused();
    await window.keyboard.type(words);
  };
  await find('phone');
  await expect(palette.getByRole('option', { selected: true })).toContainText('Record a phone call…');
  await window.keyboard.press('Enter');
  await expect(call).toBeVisible();
  await window.keyboard.press('Escape');
  await find('u_ex');
  await expect(palette.getByRole('option')).toContainText('EV-001');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Evidence', exact: true })).toBeVisible();
  await find('trying again');
  await expect(palette.getByRole('option')).toContainText('Owner does not answer');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('option', { selected: true })).toContainText('trying again');
  // What the record refuses stays in sight until it is read.
  await find('i leave');
  await window.keyboard.press('Enter');
  await find('i leave');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog', { name: 'Not done: I leave' })).toContainText('not here');
  await window.keyboard.press('Escape');
  await find('no such thing');
  await expect(palette).toContainText('Nothing is called “no such thing”');
  await lock(window);
  await unlock(window, passphrase);
  await expect(palette).toBeHidden();
  await lock(window);
  const path = onlyCase(folder);
  const people = holdfast(folder, passphrase, 'room', path).people;
  expect(people.map(({ here }: { here: boolean }) => here)).toEqual([false, false]);
  const calls = holdfast(folder, passphrase, 'timeline', path, '--kind', 'call').entries;
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({ person: 'Owner', answered: false });
});
