import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdfast, onlyCase } from '../e2e/fixtures/holdfast.ts';
import { expect, test } from '../e2e/fixtures/launch.ts';
import { answerDialogs, lock, newIncident, typeWords, unlock } from '../e2e/fixtures/person.ts';
import { camera } from './camera.ts';

/** Taking evidence in, and what is known of it, at two sizes, light and dark: to be looked at by a person. */
test('pictures of taking evidence in', async ({ launch }) => {
  test.setTimeout(300_000);
  const launched = await launch();
  const { window, folder } = launched;
  const picture = await camera(launched);
  const passphrase = await newIncident(window, 'Suspicious uploads on WEB01');
  await typeWords(window, passphrase);
  const path = onlyCase(folder);
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const logs = ['u_ex261116.log', 'u_ex261117.log', 'fr-request-2026-11-17.log'].map((name) =>
    file(name, `${name}\n`),
  );
  await window.keyboard.press('Control+3');
  await answerDialogs(launched, logs);
  await window.getByRole('button', { name: 'Add files' }).click();
  await expect(window.getByRole('form', { name: 'Add evidence' })).toBeVisible();
  await picture('add-several');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('row').filter({ hasText: 'EV-003' })).toBeVisible();
  await window.getByRole('button', { name: 'More about evidence' }).click();
  await window.getByRole('menuitem', { name: 'Register something without a file…' }).click();
  await window.getByRole('button', { name: 'Register' }).click();
  await picture('thing');
  await window.keyboard.press('Escape');
  await window.getByRole('row').filter({ hasText: 'EV-002' }).click();
  await window.getByRole('button', { name: 'Say more…' }).click();
  await picture('say-more');
  await window.keyboard.press('Escape');
  await lock(window);
  const run = (...args: string[]) => holdfast(folder, passphrase, ...args);
  const covers = ['--covers', '2026-11-17 00:00..02:00', '--zone', 'UTC', '--clock-offset', '-2'];
  run('evidence', 'describe', path, 'EV-002', '--source', 'WEB01', ...covers);
  run('evidence', 'describe', path, 'EV-002', '--clock-offset', '12', '--reason', 'measured again');
  const mail = [
    'From: Jane <jane@example.org>',
    'To: web@example.org',
    'Subject: =?utf-8?q?Ungew=C3=B6hnliche?= orders',
  ];
  const attached = [
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/csv',
  ];
  const rest = ['Content-Disposition: attachment; filename="orders.csv"', '', 'id,amount', '--b--', ''];
  run('evidence', 'add', path, file('complaint.eml', [...mail, ...attached, ...rest].join('\r\n')));
  run(
    'custody',
    path,
    'EV-002',
    'transferred',
    '--to',
    'Hosting security',
    '--seal',
    '4471',
    '--location',
    'safe room 2',
  );
  run('custody', path, 'EV-002', 'acknowledged', '--to', 'Hosting security', '--condition', 'seal unbroken');
  await unlock(window, passphrase);
  await window.keyboard.press('Control+3');
  await window.getByRole('row').filter({ hasText: 'EV-002' }).click();
  await picture('exhibit-known');
  await window.getByRole('row').filter({ hasText: 'complaint.eml' }).click();
  await expect(window.getByRole('region', { name: 'Mail' })).toBeVisible();
  await picture('exhibit-mail');
  const large = file('web01-d-uploads.raw', '');
  truncateSync(large, 40 * 1024 ** 3);
  await answerDialogs(launched, [file('small.log', 'a\n'), large]);
  await window.keyboard.press('Control+2');
  await window.keyboard.press('Control+3');
  await window.getByRole('button', { name: /^Add evidence/ }).click();
  await window.getByRole('radio', { name: 'Leave it where it lies' }).check();
  await window.getByRole('button', { name: 'Add 2 exhibits' }).click();
  await window.getByRole('button', { name: '1 job running' }).click();
  const list = window.getByRole('dialog', { name: 'Jobs that run' });
  await expect(list).toContainText('file 2 of 2');
  await list.getByRole('button', { name: /^Pause/ }).click();
  await picture('jobs');
  await window.keyboard.press('Escape');
  await lock(window);
  await unlock(window, passphrase);
  await expect(window.getByRole('note').filter({ hasText: 'was interrupted' })).toBeVisible();
  await picture('interrupted');
});
