import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { violations } from '../fixtures/axe.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { answerDialogs, lock, newIncident, typeWords } from '../fixtures/person.ts';

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

test('Amazon is told from the window: gaps filled, message saved and recorded, and the command line reads the same', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window);
  await typeWords(window, passphrase);
  const path = onlyCase(folder);
  const button = (name: string | RegExp) => window.getByRole('button', { name });
  const field = (name: string) => window.getByRole('textbox', { name, exact: true });
  const closed = async () => expect(window.getByRole('dialog')).toHaveCount(0);

  await window.keyboard.press('Control+7');
  const list = window.getByRole('list', { name: 'Recipients' });
  await expect(list.getByRole('listitem')).toHaveCount(6);
  await expect(list.getByRole('button', { name: /^Amazon/ })).toContainText('clock not started');
  expect(await violations(window)).toEqual([]);

  // A gap is filled where the fact is stated; what was typed here is still there afterwards.
  await field('Cc').fill('security@amazon.com, owner@shop.example');
  await button('Fill in: Organisation').click();
  await field('Value').fill('shop.example');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Control+7');
  const preview = window.getByRole('complementary', { name: 'Exactly what will be sent' });
  await expect(preview).toContainText('we report a security incident at shop.example');
  await expect(preview.locator('mark').first()).toHaveText('not known yet');
  await expect(field('Cc')).toHaveValue('security@amazon.com, owner@shop.example');

  // An address that is none is said, and nothing is saved with it.
  await field('To').fill('nobody');
  await expect(preview.getByRole('alert')).toContainText('no e-mail address');
  await field('To').fill('3p-security@amazon.com');
  await expect(preview.getByRole('alert')).toHaveCount(0);

  // The hash is over exactly the text that is shown; what looks personal is named and holds nothing back.
  await preview.getByRole('button', { name: 'Edit the text' }).click();
  const body = 'It was probably anna@mail.example.\n' + 'This is a long line of it. '.repeat(40).trim();
  await field('Text of the message').fill(body);
  await expect(preview).toContainText('E-mail address: anna@mail.example');
  await expect(preview).toContainText('Guesses: probably');
  await expect(preview.locator('.hash-hex')).toHaveText(sha256(body).match(/.{8}/g)?.join(' ') ?? '');
  expect(await violations(window)).toEqual([]);

  await button('QR to phone').click();
  await expect(
    window.getByRole('img', { name: 'QR code 1 of 3 with the text of the message' }),
  ).toBeVisible();
  await window.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(
    window.getByRole('img', { name: 'QR code 2 of 3 with the text of the message' }),
  ).toBeVisible();
  expect(await violations(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await closed();

  const file = join(folder, 'amazon.eml');
  await answerDialogs(launched, [file]);
  await window.keyboard.press('Control+S');
  await expect.poll(() => list.getByRole('button', { name: /^Amazon/ }).innerText()).toContain('clock');
  await expect(window.getByRole('list').filter({ hasText: 'Message to amazon written' })).toBeVisible();
  const found = await PostalMime.parse(readFileSync(file));
  expect(found.cc?.map(({ address }) => address)).toEqual(['security@amazon.com', 'owner@shop.example']);
  expect(found.text?.trimEnd()).toBe(body);

  // One of the case, and a decision not to tell.
  await button('Add…').click();
  await field('Who').fill('Amazon');
  await field('Why they have to be told').fill('she advises us');
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('dialog').getByRole('alert')).toContainText('is a recipient already');
  await field('Who').fill('Lawyer');
  await window.keyboard.press('Control+Enter');
  await closed();
  await expect(list.getByRole('button', { name: /^Lawyer/ })).toContainText('to be told');
  await list.getByRole('button', { name: /^Regulator/ }).click();
  await button('Is it needed?').click();
  await window.getByRole('dialog').getByRole('textbox', { name: 'Why' }).fill('no personal data');
  await window.getByRole('dialog').getByRole('combobox').selectOption({ label: 'No' });
  await window.keyboard.press('Control+Enter');
  await closed();
  await expect(list.getByRole('button', { name: /^Regulator/ })).toContainText('need not be told');

  // A deadline of one's own is late, and says why it was met late.
  await window.locator('.cell.deadline').click();
  await button('Set a deadline…').click();
  await field('What is due').fill('Call the bank');
  await field('When it is due').fill('yesterday 12:00');
  await window.keyboard.press('Control+Enter');
  await closed();
  await expect(window.locator('.cell.deadline')).toContainText('Call the bank: late');
  await window.locator('.cell.deadline').click();
  await button('Met…').click();
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('dialog')).toHaveCount(1);
  await field('Why it was late').fill('nobody answered');
  await window.keyboard.press('Control+Enter');
  await closed();
  await expect(window.locator('.cell.deadline')).toContainText('met late');

  // Within two hours of the end it is the first thing that the palette offers, and the rail counts it.
  await window.locator('.cell.deadline').click();
  await button('Start the 24 hours…').click();
  await field('Since when is it suspected?').fill(
    new Date(Date.now() - 23 * 3_600_000 - 90_000).toISOString(),
  );
  await window.keyboard.press('Control+Enter');
  await closed();
  // The page counts from the last full minute.
  await expect(list.getByRole('button', { name: /^Amazon/ })).toContainText(/0 h 5[89] min left/);
  await expect(window.getByRole('navigation', { name: 'Sections' })).toContainText('1 due');
  await window.keyboard.press('Control+1');
  await window.keyboard.press('Control+K');
  await expect(window.getByRole('option').first()).toContainText('Tell Amazon');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('region', { name: 'Tell Amazon' })).toContainText(/00:5[789]:\d\d/);

  // Told: the file that was sent, its hash, and the clock stands.
  await list.getByRole('button', { name: /^Amazon/ }).click();
  const sent = join(folder, 'sent.txt');
  writeFileSync(sent, 'What really went out\n');
  await answerDialogs(launched, [sent]);
  await button('Record as sent…').click();
  await field('Message id').fill('<1@shop.example>');
  await button('Take the file that was sent…').click();
  await expect(field('Exactly what was sent')).toHaveValue('What really went out\n');
  await window.keyboard.press('Control+Enter');
  await closed();
  await expect(list.getByRole('button', { name: /^Amazon/ })).toContainText(/told .*e-mail/);
  expect(await violations(window)).toEqual([]);

  await lock(window);
  const { recipients } = holdfast(folder, passphrase, 'notify', 'list', path) as {
    recipients: { id: string; state: string; entries: Record<string, unknown>[] }[];
  };
  const amazon = recipients.find(({ id }) => id === 'amazon');
  expect(amazon?.state).toBe('sent');
  expect(amazon?.entries).toMatchObject([
    { event: 'drafted', sha256: sha256(readFileSync(file)), message: body },
    { event: 'sent', sha256: sha256(readFileSync(sent)), message_id: '<1@shop.example>' },
  ]);
  expect(recipients.find(({ id }) => id === 'Lawyer')).toMatchObject({ own: true, needed: ['needed'] });
  expect(holdfast(folder, passphrase, 'verify', path).ok).toBe(true);
});
