import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from '../fixtures/axe.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { answerDialogs, lock, noteLine, shownWords } from '../fixtures/person.ts';

test('what is known in the first minute is asked on one page, and stands in the record with its clock', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  await window.keyboard.press('Control+N');
  await expect(window.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await window.keyboard.type('Addresses in an advertisement');
  await window.keyboard.press('Tab');
  await window.keyboard.press('6');
  const questions = window.getByRole('region', { name: 'Questions about this' });
  await expect(questions.getByRole('textbox')).toHaveCount(3);
  await questions.getByRole('textbox', { name: 'Which data, and whose?' }).fill('her own address');
  await questions.getByRole('textbox', { name: 'Seen where, and when?' }).fill('in a letter');
  // Another source has other questions; what was typed for the first is there again when it is chosen again.
  await window.getByRole('radio', { name: /Anti-virus/ }).check({ force: true });
  await expect(questions.getByRole('textbox')).toHaveCount(2);
  await window.getByRole('radio', { name: /A customer/ }).check({ force: true });
  await expect(questions.getByRole('textbox', { name: 'Seen where, and when?' })).toHaveValue('in a letter');

  const noticed = window.getByRole('textbox', { name: 'When was it noticed?' });
  await noticed.fill('at dawn');
  await expect(window.getByText(/was not understood/)).toBeVisible();
  // A time that is not understood makes no case, and takes nothing that was typed away.
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('alert').filter({ hasText: 'The case was not created.' })).toBeVisible();
  await expect(noticed).toHaveValue('at dawn');
  await window.getByRole('button', { name: '15 min ago' }).click();
  const clock = window.getByRole('checkbox', { name: 'Suspicion is enough: start the clock' });
  await expect(clock).toBeChecked();
  await expect(window.getByText(/Tell Amazon.*23 h 4\d min left/)).toBeVisible();
  await window.getByRole('textbox', { name: 'By whom?' }).fill('Customer service');
  await window.getByRole('radio', { name: 'Yes…' }).check();
  await window.getByRole('textbox', { name: 'What was done?' }).fill('restarted once');
  const letter = join(folder, 'letter.eml');
  writeFileSync(letter, 'From: customer@example.com\r\nSubject: My address\r\n\r\nHow do they know it?\r\n');
  await answerDialogs(launched, [letter]);
  await window.getByRole('button', { name: 'choose files…' }).click();
  await expect(window.getByRole('list', { name: 'First exhibits' })).toContainText('letter.eml');
  expect(await violations(window)).toEqual([]);

  await window.keyboard.press('Control+Enter');
  await expect(noteLine(window)).toBeFocused();
  await expect(window.getByRole('banner').locator('.cell.deadline')).toContainText(/Tell Amazon/);
  const passphrase = await shownWords(window);
  const path = onlyCase(folder);
  await window.keyboard.press('Control+3');
  await expect(window.getByRole('row').filter({ hasText: 'letter.eml' })).toContainText('EV-001');
  await lock(window);
  const { exhibits } = holdfast(folder, passphrase, 'evidence', 'list', path);
  expect(exhibits).toMatchObject([{ exhibit: 'EV-001', title: 'letter.eml', mode: 'stored' }]);
  const { facts } = holdfast(folder, passphrase, 'info', path) as {
    facts: readonly { name: string; value: string }[];
  };
  expect(Object.fromEntries(facts.map(({ name, value }) => [name, value]))).toMatchObject({
    'detection-source': 'customer',
    discovered: 'her own address',
    'customer-where': 'in a letter',
    'discovered-by': 'Customer service',
    'done-to-server': 'restarted once',
  });
  const { deadlines } = holdfast(folder, passphrase, 'deadline', 'list', path);
  expect(deadlines).toMatchObject([{ id: 'amazon-notice', state: 'running' }]);
});
