import { createHash } from 'node:crypto';
import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { type Launched, expect, test } from '../fixtures/launch.ts';
import { engineOf } from '../fixtures/notes-flow.ts';
import { answerDialogs, lock, newIncident, noteLine, unlock } from '../fixtures/person.ts';

const MAIL = [
  'From: =?utf-8?q?J=C3=BCrgen?= <juergen@example.org>',
  'To: web@example.org',
  'Subject: =?utf-8?q?Ungew=C3=B6hnliche?= orders',
  'Date: Tue, 17 Nov 2026 02:20:00 +0100',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'See the list.',
  '--b',
  'Content-Type: text/csv; name="orders.csv"',
  'Content-Disposition: attachment; filename="orders.csv"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('id,amount\n1,2\n').toString('base64'),
  '--b--',
  '',
].join('\r\n');

const row = (window: Page, exhibit: string) => window.getByRole('row').filter({ hasText: exhibit });
const pane = (window: Page, name: string | RegExp) => window.getByRole('form', { name });

/** Opens the menu beside Add. */
async function choose(window: Page, item: string): Promise<void> {
  await window.getByRole('button', { name: 'More about evidence' }).click();
  await window.getByRole('menuitem', { name: item }).click();
}

/** Pastes a picture that does not shrink, as the system's clipboard gives one. */
async function pasteNoise(window: Page, width: number, height: number): Promise<void> {
  await window.evaluate(
    async (size) => {
      const canvas = new OffscreenCanvas(size[0], size[1]);
      const context = canvas.getContext('2d');
      const picture = new ImageData(size[0], size[1]);
      for (let at = 0; at < picture.data.length; at += 65_536) {
        crypto.getRandomValues(picture.data.subarray(at, at + 65_536));
      }
      for (let at = 3; at < picture.data.length; at += 4) picture.data[at] = 255;
      context?.putImageData(picture, 0, 0);
      const data = new DataTransfer();
      data.items.add(new File([await canvas.convertToBlob()], 'image.png', { type: 'image/png' }));
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(paste);
    },
    [width, height] as [number, number],
  );
}

test('evidence of every kind is taken in, and what was not known is said later', async ({ launch }) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window, 'Suspicious uploads on WEB01');
  const path = onlyCase(folder);
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  // Several files: asked about before they are in the record for good.
  await window.keyboard.press('Control+3');
  await answerDialogs(launched, [file('a.log', 'one\n'), file('b.log', 'two\n')]);
  await window.getByRole('button', { name: 'Add files' }).click();
  const add = pane(window, 'Add evidence');
  await expect(add.getByRole('combobox', { name: 'Kind' })).toHaveValue('log');
  await add.getByRole('radio', { name: 'All as one exhibit' }).check();
  await expect(add).toContainText('Files that are taken as one exhibit stay where they are');
  await add.getByRole('textbox', { name: 'From which host or system' }).fill('WEB01');
  await add.getByRole('button', { name: 'Add as one exhibit' }).click();
  await expect(row(window, 'EV-001')).toBeVisible();

  // One file, choosing how: it stays where it lies.
  await answerDialogs(launched, [file('u_ex261117.log', '2026-11-17 01:11:42 GET /\n')]);
  await row(window, 'EV-001').getByRole('button').press('Shift+E');
  await add.getByRole('radio', { name: 'Leave it where it lies' }).check();
  await add.getByRole('textbox', { name: 'Its clock was off' }).fill('two');
  await add.getByRole('button', { name: /^Add/ }).click();
  await expect(add.getByText('Write a whole number of seconds')).toBeVisible();
  await add.getByRole('textbox', { name: 'Its clock was off' }).fill('-2');
  await add.getByRole('button', { name: /^Add/ }).click();
  await row(window, 'EV-002').click();
  const detail = window.getByRole('region', { name: 'Exhibit EV-002' });
  await expect(detail).toContainText(/Still missing\s*host or system, times covered, time zone/);
  await detail.getByRole('button', { name: 'Say more…' }).click();
  const more = pane(window, 'Say more about EV-002');
  // The form takes the focus a moment after it opens.
  await expect(more.getByRole('textbox').first()).toBeFocused();
  await more.getByRole('textbox', { name: 'From which host or system' }).fill('WEB01');
  await more.getByRole('textbox', { name: 'Time zone of its times' }).fill('UTC');
  await more.getByRole('textbox', { name: 'Times covered' }).fill('2026-11-17 00:00..02:00');
  await more.getByRole('textbox', { name: 'Its clock was off' }).fill('12');
  await more.getByRole('textbox', { name: 'Why it is said anew' }).fill('measured again');
  await more.getByRole('button', { name: 'Record' }).click();
  await expect(detail).toContainText('Nothing that is asked for');
  await expect(detail.getByText('+12 s').first()).toBeVisible();
  await expect(detail.getByText('Said later')).toBeVisible();

  // Something without a file.
  await choose(window, 'Register something without a file…');
  const thing = pane(window, 'Register without a file');
  await thing.getByRole('textbox', { name: 'Title' }).fill('USB disk of WEB01');
  await thing.getByRole('button', { name: 'Register' }).click();
  await expect(thing.getByText('Say who holds it.')).toBeVisible();
  await thing.getByRole('textbox', { name: 'Who holds it' }).fill('Hosting security');
  await thing.getByRole('textbox', { name: 'Where it is kept' }).fill('safe room 2');
  await thing.getByRole('textbox', { name: 'Serial number' }).fill('S-4711');
  await thing.getByRole('textbox', { name: 'Seal number' }).fill('4471');
  await thing.getByRole('button', { name: 'Register' }).click();
  await expect(row(window, 'EV-003')).toContainText('Hosting security');

  // A mail lists what it says of itself.
  await answerDialogs(launched, [file('complaint.eml', MAIL)]);
  await window.getByRole('button', { name: /^Add evidence/ }).click();
  await row(window, 'EV-004').click();
  const mail = window.getByRole('region', { name: 'Mail' });
  await expect(mail).toContainText('Ungewöhnliche orders');
  await expect(mail).toContainText('=?utf-8?q?Ungew=C3=B6hnliche?=');
  await expect(mail.getByRole('table', { name: 'Attachments' })).toContainText('orders.csv');

  // Pictures are pasted from any screen; a large one is sealed beside the case like any file.
  await window.keyboard.press('Control+2');
  await noteLine(window).focus();
  await pasteNoise(window, 1600, 1100);
  await expect(window.getByText(/EV-005 added: Screenshot/).first()).toBeVisible({ timeout: 20_000 });
  await lock(window);

  const { exhibits } = holdfast(folder, passphrase, 'evidence', 'list', path);
  expect(exhibits).toMatchObject([
    { exhibit: 'EV-001', type: 'log', mode: 'reference', files: 2, source: 'WEB01' },
    { exhibit: 'EV-002', mode: 'reference', source: 'WEB01', zone: 'UTC', clockOffset: 12, missing: [] },
    { exhibit: 'EV-003', type: 'thing', mode: 'none', serial: 'S-4711', holder: 'Hosting security' },
    { exhibit: 'EV-004', type: 'mail', mode: 'stored', storedIn: 'case-file' },
    { exhibit: 'EV-005', type: 'screenshot', mode: 'stored', storedIn: 'evidence-folder' },
  ]);
  expect(exhibits[1].covers).toMatchObject({
    from: '2026-11-17T00:00:00.000Z',
    to: '2026-11-17T02:00:00.000Z',
  });
  expect(exhibits[3].mail.attachments[0].sha256).toBe(
    createHash('sha256').update('id,amount\n1,2\n').digest('hex'),
  );
  const { custody, history } = holdfast(folder, passphrase, 'evidence', 'show', path, 'EV-002');
  expect(custody).toHaveLength(1);
  expect(history).toContainEqual(
    expect.objectContaining({ field: 'clockOffset', before: -2, after: 12, reason: 'measured again' }),
  );
  expect(
    holdfast(folder, passphrase, 'custody', path, 'EV-003', 'returned', '--to', 'Owner').entry.kind,
  ).toBe('custody');
  expect(readdirSync(`${path}-evidence`)).toHaveLength(1);
  const verified = holdfast(folder, passphrase, 'evidence', 'verify', path, 'EV-005');
  expect(verified.results).toMatchObject([{ exhibit: 'EV-005', ok: true }]);
});

/** Adds a small file and one that takes long, by reference: the job stands at the second when this returns. */
async function addingTwo(launched: Launched): Promise<{ readonly job: Locator; readonly large: string }> {
  const { window, folder } = launched;
  const [small, large] = [join(folder, 'small.log'), join(folder, 'large.img')];
  writeFileSync(small, 'a line\n');
  writeFileSync(large, '');
  // Holes: long to hash, no room on the disk.
  truncateSync(large, 40 * 1024 ** 3);
  await answerDialogs(launched, [small, large]);
  await window.keyboard.press('Control+3');
  await window.getByRole('button', { name: 'Add files' }).click();
  await pane(window, 'Add evidence').getByRole('radio', { name: 'Leave it where it lies' }).check();
  await pane(window, 'Add evidence').getByRole('button', { name: 'Add 2 exhibits' }).click();
  const job = window.getByRole('row').filter({ hasText: 'large.img' });
  await expect(job).toContainText(/hashing, file 2 of 2, .* of 42\.9 GB/);
  return { job, large };
}

test('a job is held, goes on, and after a kill the rest is offered and added', async ({ launch }) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window);
  const { job, large } = await addingTwo(launched);
  await job.getByRole('button', { name: /^Pause/ }).click();
  await expect(job).toContainText('paused, file 2 of 2');
  // It stands still within half a second.
  await window.waitForTimeout(700);
  const paused = await job.innerText();
  await window.waitForTimeout(500);
  expect(await job.innerText()).toBe(paused);

  // The same from every other screen.
  await window.keyboard.press('Control+2');
  await window.getByRole('button', { name: '1 job running' }).click();
  const list = window.getByRole('dialog', { name: 'Jobs that run' });
  await list.getByRole('button', { name: /^Go on/ }).click();
  await expect(list).toContainText('hashing, file 2 of 2');
  await expect(list.getByRole('button', { name: /^Pause/ })).toBeVisible();

  process.kill(engineOf(launched.app.process().pid ?? 0) ?? 0, 'SIGKILL');
  await expect(window.getByRole('textbox', { name: /Passphrase for/ })).toBeVisible();
  // What is left would take a minute to hash; a shorter file is one that changed meanwhile.
  truncateSync(large, 1000);
  await unlock(window, passphrase);
  await window.getByRole('button', { name: 'evidence interrupted' }).click();
  const notice = window.getByRole('note').filter({ hasText: 'Adding 2 files was interrupted.' });
  await expect(notice).toContainText('1 of 2 are in the record.');
  await notice.getByRole('button', { name: 'Add the rest' }).click();
  await expect(row(window, 'EV-002')).toContainText('large.img');
  await expect(notice).toHaveCount(0);
  await expect(window.getByRole('button', { name: 'evidence interrupted' })).toHaveCount(0);
  await lock(window);
  const { exhibits } = holdfast(folder, passphrase, 'evidence', 'list', onlyCase(folder));
  expect(exhibits).toMatchObject([
    { exhibit: 'EV-001', title: 'small.log', mode: 'reference' },
    { exhibit: 'EV-002', title: 'large.img', mode: 'reference', size: 1000 },
  ]);
  // Nothing is offered any more.
  await unlock(window, passphrase);
  await expect(noteLine(window)).toBeVisible();
  await expect(window.getByRole('button', { name: 'evidence interrupted' })).toHaveCount(0);
});

test('what was interrupted is left out: nothing is offered any more', async ({ launch }) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window);
  await addingTwo(launched);
  process.kill(engineOf(launched.app.process().pid ?? 0) ?? 0, 'SIGKILL');
  await unlock(window, passphrase);
  await window.getByRole('button', { name: 'evidence interrupted' }).click();
  const notice = window.getByRole('note').filter({ hasText: 'Adding 2 files was interrupted.' });
  await notice.getByRole('button', { name: 'Leave them out' }).click();
  await expect(notice).toHaveCount(0);
  await expect(window.getByRole('button', { name: 'evidence interrupted' })).toHaveCount(0);
  await lock(window);
  const { exhibits } = holdfast(folder, passphrase, 'evidence', 'list', onlyCase(folder));
  expect(exhibits).toMatchObject([{ exhibit: 'EV-001', title: 'small.log', mode: 'reference' }]);
  await unlock(window, passphrase);
  await expect(noteLine(window)).toBeVisible();
  await expect(window.getByRole('button', { name: 'evidence interrupted' })).toHaveCount(0);
});

/** Lets a file fall on the middle of the window, as the system does. */
async function drop(window: Page, path: string, shift: boolean): Promise<void> {
  const session = await window.context().newCDPSession(window);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  const modifiers = shift ? 8 : 0;
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', x: 600, y: 400, data, modifiers });
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', x: 600, y: 400, data, modifiers });
  await expect(window.getByText('Drop to add 1 file')).toBeVisible();
  await expect(window.getByText('Shift hold it to choose how they are kept')).toBeVisible();
  await session.send('Input.dispatchDragEvent', { type: 'drop', x: 600, y: 400, data, modifiers });
  await session.detach();
}

test('a dropped file is taken in at once and says how it is kept; with Shift it is asked about', async ({
  launch,
}) => {
  const { window, folder } = await launch();
  const passphrase = await newIncident(window);
  const log = join(folder, 'dropped.log');
  writeFileSync(log, 'a line\n');
  await drop(window, log, false);
  await expect(row(window, 'EV-001')).toContainText('dropped.log');
  await expect(window.getByRole('region', { name: 'Exhibit EV-001' })).toContainText('kept in the case');
  const other = join(folder, 'asked.log');
  writeFileSync(other, 'another line\n');
  await drop(window, other, true);
  const form = pane(window, 'Add evidence');
  await expect(form).toContainText('asked.log');
  await expect(form.getByRole('radio', { name: 'Let Holdfast choose' })).toBeChecked();
  await form.getByRole('radio', { name: 'Leave it where it lies' }).check();
  await form.getByRole('button', { name: /^Add/ }).click();
  await expect(window.getByRole('region', { name: 'Exhibit EV-002' })).toContainText('stays where it is');
  await lock(window);
  expect(holdfast(folder, passphrase, 'evidence', 'list', onlyCase(folder)).exhibits).toMatchObject([
    { title: 'dropped.log', mode: 'stored' },
    { title: 'asked.log', mode: 'reference' },
  ]);
});

test('a large pasted picture is shown while it is stored, and a screen reader is told', async ({
  launch,
}) => {
  const { window, folder } = await launch();
  const passphrase = await newIncident(window);
  await window.keyboard.press('Control+3');
  await expect(window.getByText('No evidence yet')).toBeVisible();
  const seen = await window.evaluate(async () => {
    const told = new Set<string>();
    const look = new MutationObserver(() => {
      for (const place of document.querySelectorAll('[role="status"], tr.job, .jobs-status')) {
        told.add(place.textContent);
      }
    });
    look.observe(document.body, { subtree: true, childList: true, characterData: true });
    const bytes = new Uint8Array(45_000_000);
    for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (document.querySelector('[data-exhibit="EV-001"]') === null) return;
        clearInterval(timer);
        resolve();
      }, 100);
    });
    look.disconnect();
    return [...told];
  });
  expect(seen).toContain('Being stored: Picture from the clipboard');
  expect(seen.join('\n')).toMatch(/Picture from the clipboard.*hashing and storing/);
  expect(seen.join('\n')).toContain('1 job running');
  // Once it is stored nothing is busy any more.
  await expect(window.getByRole('button', { name: '1 job running' })).toHaveCount(0);
  await expect(window.getByText('Being stored')).toHaveCount(0);
  await lock(window);
  expect(holdfast(folder, passphrase, 'evidence', 'list', onlyCase(folder)).exhibits).toMatchObject([
    { exhibit: 'EV-001', type: 'screenshot', size: 45_000_000 },
  ]);
});
