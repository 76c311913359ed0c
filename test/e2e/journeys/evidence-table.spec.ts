import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from '../fixtures/axe.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { answerDialogs, lock, newIncident, unlock } from '../fixtures/person.ts';

/** A picture of 2 × 1 pixels. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4nGP4z8DwHwQZYAwAR8oH+Rq28akAAAAASUVORK5CYII=',
  'base64',
);

/** The head of a picture of 60 000 × 60 000 pixels. */
const BOMB = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d494844520000ea600000ea600806000000', 'hex'),
  Buffer.alloc(64),
]);

test('exhibits are sorted, marked and treated together, and looked at without danger', async ({ launch }) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window, 'Table');
  const path = onlyCase(folder);
  await lock(window);
  const files: Readonly<Record<string, string | Buffer>> = {
    'b-note.txt': 'second\u202Eexe.txt\n',
    'a-drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="window.hit = 1"><rect/></svg>',
    'c-picture.png': PNG,
    'd-bomb.png': BOMB,
    'e-bytes.bin': Buffer.from([0, 1, 2, 255, 254]),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const names = Object.keys(files);
  holdfast(
    folder,
    passphrase,
    'evidence',
    'add',
    path,
    '--store',
    ...names.map((name) => join(folder, name)),
  );
  await unlock(window, passphrase);
  await window.keyboard.press('Control+3');
  const rows = window.getByRole('row').filter({ hasText: /EV-\d/ });
  await expect(rows).toHaveCount(5);

  // Sorted by a press on the name of a column; a second press turns it around.
  await window.getByRole('button', { name: 'What', exact: true }).click();
  await expect(rows.first()).toContainText('a-drawing.svg');
  await window.getByRole('button', { name: 'What', exact: true }).click();
  await expect(rows.first()).toContainText('e-bytes.bin');
  await window.getByRole('button', { name: 'No.', exact: true }).click();

  // A look: text with what is hidden written out, drawings as text, pictures drawn, bombs refused, the rest as bytes.
  const preview = window.getByRole('region', { name: 'Preview' });
  const look = async (name: string): Promise<void> => {
    await window.getByRole('row').filter({ hasText: name }).click();
    await window.getByRole('button', { name: 'Look at it' }).click();
  };
  await look('b-note.txt');
  await expect(preview).toContainText('second⟨U+202E⟩exe.txt');
  await look('a-drawing.svg');
  await expect(preview).toContainText('onload="window.hit = 1"');
  await look('c-picture.png');
  await expect(preview.getByRole('img')).toBeVisible();
  await expect
    .poll(async () => preview.getByRole('img').evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBe(2);
  await look('d-bomb.png');
  await expect(preview).toContainText('60000 × 60000 pixels');
  await expect(preview.getByRole('img')).toHaveCount(0);
  await look('e-bytes.bin');
  await expect(preview).toContainText('00000000  00 01 02 ff fe');
  expect(await window.evaluate(() => Reflect.get(globalThis, 'hit') as unknown)).toBeUndefined();
  expect(await violations(window)).toEqual([]);

  // Marked by keyboard: from the first down to the third.
  await window.getByRole('button', { name: /^EV-001,/ }).click();
  await window.getByRole('button', { name: /^EV-001,/ }).focus();
  await window.keyboard.press('Space');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Shift+ArrowDown');
  const bar = window.getByRole('toolbar', { name: 'Marked exhibits' });
  await expect(bar).toContainText('3 marked');
  await window.keyboard.press('y');
  await expect(window.getByText('3 hashes copied')).toBeVisible();
  await window.keyboard.press('v');
  await expect(window.getByText('3 exhibits match their hashes')).toBeVisible();
  const out = join(folder, 'out');
  mkdirSync(out);
  await answerDialogs(launched, [out]);
  await bar.getByRole('button', { name: 'Extract…' }).click();
  await expect(window.getByText('3 exhibits written to out')).toBeVisible();
  expect(readdirSync(out).toSorted()).toEqual([
    'EV-001-b-note.txt',
    'EV-002-a-drawing.svg',
    'EV-003-c-picture.png',
  ]);
  const forms = join(folder, 'forms.html');
  await answerDialogs(launched, [forms]);
  await window.getByRole('button', { name: /^EV-003,/ }).focus();
  await window.keyboard.press('p');
  await expect(window.getByText('forms.html')).toBeVisible();
  await bar.getByRole('button', { name: 'More for the marked exhibits' }).click();
  await window.getByRole('menuitem', { name: 'Put on hold' }).click();
  await window.getByRole('textbox', { name: 'Reason' }).fill('the insurer asked');
  await window.keyboard.press('Enter');
  await expect(window.getByText('3 exhibits put on hold')).toBeVisible();
  expect(await violations(window)).toEqual([]);
  await bar.getByRole('button', { name: 'Unmark all' }).click();
  await expect(bar).toBeHidden();

  // The columns are this device's own, and outlive a lock.
  await window.getByRole('button', { name: 'More about evidence' }).click();
  await window.getByRole('menuitem', { name: 'Columns…' }).click();
  await window.getByRole('checkbox', { name: 'Kind' }).check();
  await window.getByRole('checkbox', { name: 'SHA-256' }).uncheck();
  await window.keyboard.press('Escape');
  await lock(window);
  await unlock(window, passphrase);
  await window.keyboard.press('Control+3');
  await expect(window.getByRole('button', { name: 'Kind', exact: true })).toBeVisible();
  await expect(window.getByRole('button', { name: 'SHA-256', exact: true })).toHaveCount(0);

  await launched.close();
  const { exhibits } = holdfast(folder, passphrase, 'evidence', 'list', path);
  expect(exhibits.map(({ hold }: { hold: boolean }) => hold)).toEqual([true, true, true, false, false]);
  expect(exhibits[2].lastVerified).toMatchObject({ ok: true });
  expect(holdfast(folder, passphrase, 'verify', path).ok).toBe(true);
});
