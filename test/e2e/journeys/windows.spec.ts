import { existsSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { holdfast } from '../fixtures/holdfast.ts';
import { expect, test, type Launched } from '../fixtures/launch.ts';
import { addEvidence, noteLine, toTimeline, writeNote } from '../fixtures/person.ts';

const PASSPHRASE = 'six plain words for a test';

/** What a double click does while the program runs. */
const doubleClick = async ({ app }: Launched, path: string): Promise<void> =>
  app.evaluate(
    ({ app: electron }, given) => void electron.emit('second-instance', {}, [], '', { path: given }),
    path,
  );

const engines = async ({ app }: Launched): Promise<readonly number[]> =>
  app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .filter(({ name }) => name === 'Holdfast engine')
      .map(({ pid }) => pid),
  );

const locked = (window: Page) => window.getByRole('heading', { name: 'Locked' });

const focused = async ({ app }: Launched): Promise<number | undefined> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.id);

async function open(window: Page): Promise<void> {
  await window.getByRole('textbox', { name: /Passphrase for/ }).fill(PASSPHRASE);
  await window.keyboard.press('Enter');
  await expect(noteLine(window)).toBeVisible();
  await toTimeline(window);
}

/** A press locks its own window alone; held for two seconds it ends what the other one has and does. */
async function lockedTogether(launched: Launched, first: Page, second: Page): Promise<void> {
  const large = join(launched.folder, 'large.bin');
  writeFileSync(large, '');
  truncateSync(large, 20_000_000_000);
  await addEvidence({ ...launched, window: second }, [large]);
  await expect(second.getByText(/of 20.0 GB/).first()).toBeVisible();
  for (const window of [second, first]) {
    await noteLine(window).click();
    await window.keyboard.insertText('half a sen');
  }
  const before = await engines(launched);
  await first.keyboard.down('Control');
  await first.keyboard.down('l');
  await expect(locked(first)).toBeVisible();
  await expect(second.getByText(/of 20.0 GB/).first()).toBeVisible();
  await expect(locked(second)).toBeVisible();
  await first.keyboard.up('l');
  await first.keyboard.up('Control');
  await expect.poll(() => before.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  for (const window of [first, second]) await expect(window.getByText('Title of')).toHaveCount(0);
}

test('two cases are two windows with an engine each; a file that is open already brings its window to the front', async ({
  launch,
}) => {
  const seed = await launch();
  const { folder } = seed;
  await seed.close();
  const [a, b] = ['a.holdfast', 'b.holdfast'].map((name) => join(folder, name));
  if (a === undefined || b === undefined) throw new Error('no paths');
  for (const path of [a, b]) {
    holdfast(folder, PASSPHRASE, 'new', path, '--title', `Title of ${path.slice(-10)}`);
  }

  const launched = await launch({ folder, args: [a] });
  const { app, window: first } = launched;
  await open(first);
  const opening = app.waitForEvent('window');
  await doubleClick(launched, b);
  const second = await opening;
  await open(second);
  await writeNote(second, 'In B');
  await writeNote(first, 'In A');
  expect(await engines(launched)).toHaveLength(2);
  // The same file again, by another name: no third window, and the first one is in front.
  const link = join(folder, 'link.holdfast');
  symlinkSync(a, link);
  await doubleClick(launched, link);
  await expect.poll(async () => focused(launched)).toBe(1);
  expect(app.windows()).toHaveLength(2);
  await lockedTogether(launched, first, second);
  for (const path of [a, b]) expect(holdfast(folder, PASSPHRASE, 'verify', path).ok).toBe(true);
  for (const window of [first, second]) {
    await open(window);
    await expect(noteLine(window)).toHaveValue('half a sen');
    await noteLine(window).fill('');
  }
  // A locked one is asked for its passphrase again, in its own window; so is one that another window opens.
  await first.keyboard.press('Control+L');
  await expect(locked(first)).toBeVisible();
  await expect(first.getByText('Title of')).toHaveCount(0);
  await expect(second.getByRole('option').filter({ hasText: 'In B' })).toBeVisible();
  await doubleClick(launched, a);
  expect(app.windows()).toHaveLength(2);
  await first.getByRole('button', { name: 'Other case' }).click();
  await first.getByRole('button', { name: /^Open .*b\.holdfast/ }).click();
  await expect.poll(async () => focused(launched)).toBe(2);
  await expect(first.getByRole('button', { name: /New incident/ })).toBeVisible();

  // A window that is closed with an unsent draft keeps it in its file.
  await noteLine(second).click();
  await second.keyboard.insertText('half a thought');
  const gone = second.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.fromId(2)?.close());
  await gone;
  await expect.poll(async () => engines(launched)).toHaveLength(1);
  await first.getByRole('button', { name: /^Open .*b\.holdfast/ }).click();
  await open(first);
  await expect(noteLine(first)).toHaveValue('half a thought');
  await launched.close();
  for (const [path, text] of [
    [a, 'In A'],
    [b, 'In B'],
  ] as const) {
    const { entries } = holdfast(folder, PASSPHRASE, 'timeline', path);
    expect(entries.at(-1).text).toBe(text);
  }
  rmSync(link);
});
