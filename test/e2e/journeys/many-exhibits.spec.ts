import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';
import { full } from '../../support/scale.ts';
import { violations } from '../fixtures/axe.ts';
import { holdfast } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { answerDialogs, lock, unlock, wordsOfCopy } from '../fixtures/person.ts';

const WORDS = 'passport brigade graceful wham appliance stoneware';
const MANY = full ? 10_000 : 2000;
/** Rows that may be in the page at once. */
const MOST_ROWS = 200;

test('thousands of exhibits are scrolled, reached at both ends and sorted, with few rows in the page', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const path = join(folder, 'many.holdfast');
  const program = join(root, 'test', 'support', 'programs', 'many-things.ts');
  expect(spawnSync(process.execPath, [program, path, String(MANY), WORDS]).status).toBe(0);
  await answerDialogs(launched, [path]);
  await window.keyboard.press('Control+O');
  await unlock(window, WORDS);
  await window.keyboard.press('Control+3');
  const table = window.getByRole('table', { name: 'Exhibits' });
  await expect(table).toHaveAttribute('aria-rowcount', String(MANY + 1), { timeout: 60_000 });
  const rowButton = (exhibit: string) => table.locator(`[data-exhibit="${exhibit}"]`);
  /** What is drawn: places in the table and titles, in the order of the page. */
  const drawn = async () =>
    table.locator('tr[aria-rowindex]').evaluateAll((rows) =>
      rows.slice(1).map((row) => ({
        place: Number(row.getAttribute('aria-rowindex')),
        n: Number(/Snapshot (\d+)/.exec(row.textContent)?.[1]),
      })),
    );
  const expectInOrder = async (place: (n: number) => number): Promise<void> => {
    const rows = await drawn();
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.length).toBeLessThanOrEqual(MOST_ROWS);
    expect(rows.filter((row) => row.place !== place(row.n))).toEqual([]);
  };
  // By number the titles count down; the head is the first row.
  const byNumber = (n: number): number => MANY - n + 2;
  const byTitle = (n: number): number => n + 1;

  await rowButton('EV-001').focus();
  await window.keyboard.press('End');
  await expect(rowButton(`EV-${MANY}`)).toBeFocused();
  await expect(rowButton(`EV-${MANY}`)).toBeInViewport();
  await expectInOrder(byNumber);
  await window.keyboard.press('Home');
  await expect(rowButton('EV-001')).toBeFocused();
  await expect(rowButton('EV-001')).toBeInViewport();

  // By wheel through all of it: never too many rows, and each in its place.
  await table.hover();
  for (let i = 0; i < 12; i += 1) {
    await window.mouse.wheel(0, (MANY * 35) / 10);
    await expect.poll(async () => (await drawn()).length).toBeGreaterThan(5);
    await expectInOrder(byNumber);
  }
  await expect(rowButton(`EV-${MANY}`)).toBeInViewport();

  // Numbers in titles count as numbers; a second press turns the order around.
  const sort = window.getByRole('columnheader', { name: 'What' });
  await sort.getByRole('button').click();
  await expect(sort).toHaveAttribute('aria-sort', 'ascending');
  await expectInOrder(byTitle);
  await table.locator('[data-exhibit]').first().focus();
  await window.keyboard.press('Home');
  await expect(rowButton(`EV-${MANY}`)).toBeFocused();
  await window.keyboard.press('End');
  await expect(rowButton('EV-001')).toBeFocused();
  await expectInOrder(byTitle);
  await sort.getByRole('button').click();
  await expect(sort).toHaveAttribute('aria-sort', 'descending');
  await expectInOrder(byNumber);

  // The forms of what is marked, from the head.
  await table.locator('[data-exhibit]').first().focus();
  await window.keyboard.press('Home');
  await expect(rowButton('EV-001')).toBeFocused();
  await window.keyboard.press('Space');
  await answerDialogs(launched, [join(folder, 'form.html')]);
  await window.getByRole('button', { name: 'Custody form', exact: true }).click();
  await expect(window.getByText('Form written, not encrypted: form.html')).toBeVisible();
  expect(await violations(window)).toEqual([]);

  // A copy of so many entries is made from the pages of the file, in the engine of the window.
  const copy = join(folder, 'copy.holdfast');
  await window.keyboard.press('Control+9');
  await answerDialogs(launched, [copy]);
  await window.getByRole('button', { name: /make the copy/ }).click();
  await expect(window.getByRole('heading', { name: 'The copy is ready' })).toBeVisible();
  const six = await wordsOfCopy(window);
  expect(holdfast(folder, six, 'verify', copy)).toMatchObject({ ok: true });
  expect(holdfast(folder, six, 'evidence', 'list', copy).exhibits).toHaveLength(MANY);
  await lock(window);
  expect(holdfast(folder, WORDS, 'evidence', 'list', path).exhibits).toHaveLength(MANY);
});
