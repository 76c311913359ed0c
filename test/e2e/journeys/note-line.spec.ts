import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { lock, newIncident, noteLine, unlock, writeNote } from '../fixtures/person.ts';

/** Pastes a picture where the focus is. */
async function pastePicture(window: Page): Promise<void> {
  await window.evaluate(() => {
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  });
}

/** Lets a file fall on the note line, as the system does. */
async function dropOnLine(window: Page, path: string): Promise<void> {
  const box = await noteLine(window).boundingBox();
  if (box === null) throw new Error('no note line');
  const at = { x: box.x + 40, y: box.y + 10 };
  const session = await window.context().newCDPSession(window);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await expect(window.getByText('Drop to link 1 file to the note')).toBeVisible();
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...at, data });
  await session.detach();
}

test('what is pasted or dropped into the line is an exhibit, linked to the note with the same Enter', async ({
  launch,
}) => {
  const { window, folder } = await launch();
  const passphrase = await newIncident(window);
  await noteLine(window).fill('The alert as it was shown');
  await pastePicture(window);
  const linked = window.getByRole('group', { name: /EV-001, linked to the note/ });
  await expect(linked).toBeVisible();
  const log = join(folder, 'seen.log');
  writeFileSync(log, 'GET /uploads/img_7731.cfm\n');
  await dropOnLine(window, log);
  await expect(window.getByRole('group', { name: /EV-002, linked/ })).toBeVisible();
  // The half-written note and its links outlive a lock; one is taken off again, its exhibit stays.
  await pastePicture(window);
  await window.getByRole('button', { name: /^Do not link EV-003/ }).click();
  await lock(window);
  await unlock(window, passphrase);
  await expect(noteLine(window)).toHaveValue('The alert as it was shown');
  await expect(window.getByRole('group', { name: /linked to the note/ })).toHaveCount(2);
  await noteLine(window).press('Enter');
  const row = window.getByRole('option').filter({ hasText: 'The alert as it was shown' });
  await expect(row).toContainText('EV-001');
  await expect(row).toContainText('EV-002');
  await expect(window.getByRole('group', { name: /linked to the note/ })).toHaveCount(0);
  await writeNote(window, 'Nothing is linked to the next one #alert');

  // What is offered can be taken with the arrows; whoever goes on typing never notices it.
  const offered = window.getByRole('listbox', { name: /^Offered for this word/ }).getByRole('option');
  await noteLine(window).pressSequentially('**Looked** at ev');
  await expect(offered).toHaveCount(3);
  await noteLine(window).press('ArrowDown');
  await noteLine(window).press('ArrowDown');
  await noteLine(window).press('Enter');
  await expect(noteLine(window)).toHaveValue('**Looked** at EV-002 ');
  await noteLine(window).pressSequentially('again #a');
  await expect(offered).toHaveText(['#alert']);
  await noteLine(window).press('ArrowUp');
  await noteLine(window).press('Tab');
  await expect(noteLine(window)).toHaveValue('**Looked** at EV-002 again #alert ');
  await noteLine(window).pressSequentially('<b>x</b> ![a](https://evil.example/a.png) @');
  await expect(offered.first()).toContainText('@now');
  await noteLine(window).press('Escape');
  await expect(offered).toHaveCount(0);
  await noteLine(window).press('Backspace');
  await noteLine(window).press('Control+Enter');

  // Markdown is shown as what it means; HTML and pictures stay text.
  await window.getByRole('option').filter({ hasText: '**Looked** at EV-002' }).click();
  const pane = window.getByRole('complementary', { name: /^Entry/ });
  await expect(pane.getByRole('strong')).toHaveText('Looked');
  await expect(pane).toContainText('<b>x</b> ![a](https://evil.example/a.png)');
  await expect(pane.locator('.markdown').locator('img, b')).toHaveCount(0);
  await pane.getByRole('radio', { name: 'As typed' }).check();
  await expect(pane).toContainText('**Looked** at');
  await lock(window);

  const { entries } = holdfast(folder, passphrase, 'timeline', onlyCase(folder), '--kind', 'note');
  expect(entries).toMatchObject([
    { text: 'The alert as it was shown', exhibits: ['EV-001', 'EV-002'] },
    { text: 'Nothing is linked to the next one #alert', tags: ['alert'] },
    {
      text: '**Looked** at EV-002 again #alert <b>x</b> ![a](https://evil.example/a.png) ',
      tags: ['alert', 'key-event'],
    },
  ]);
  expect(entries[1].exhibits).toBeUndefined();
  const { exhibits } = holdfast(folder, passphrase, 'evidence', 'list', onlyCase(folder));
  expect(exhibits).toHaveLength(3);
});
