import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';
import type { HoldfastApi } from '../../../src-main/contract/window-api.ts';
import { writeIisLog } from '../../support/iis-lines.ts';
import { importJsonl } from '../../support/timesketch-rules.ts';
import { violations } from '../fixtures/axe.ts';
import { holdfast } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { answerDialogs, lock, noteLine, unlock, writeNote } from '../fixtures/person.ts';

const WORDS = 'passport brigade graceful wham appliance stoneware';
const ENTRIES = 1200;

const sha256Of = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

test('a long timeline is narrowed, searched, walked and written down, all by keyboard', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const path = join(folder, 'long.holdfast');
  const program = join(root, 'test', 'support', 'generate-case.ts');
  expect(spawnSync(process.execPath, [program, path, String(ENTRIES), WORDS]).status).toBe(0);
  const facts = holdfast(folder, WORDS, 'timeline', path, '--kind', 'fact').total as number;
  await answerDialogs(launched, [path]);
  await window.keyboard.press('Control+O');
  await unlock(window, WORDS);
  const list = window.getByRole('listbox', { name: 'Entries' });
  const shown = window.getByText(/ of .* shown$/);
  await writeNote(window, 'Login from 10.0.0.1 to \\\\WEB01\\share');

  // The ends, and days.
  await list.focus();
  await list.press('Home');
  await expect(window.getByRole('option').first()).toHaveAttribute('aria-posinset', '1');
  await list.press('End');
  await expect(window.getByRole('option').last()).toContainText('10.0.0.1');
  await list.press('Alt+ArrowUp');
  await list.press('Alt+ArrowUp');
  await expect(window.getByRole('option').filter({ hasText: '10.0.0.1' })).toHaveCount(0);

  // F then K: the kind; F then A: who; Backspace drops the last.
  await list.press('f');
  await list.press('k');
  await expect(window.getByRole('combobox', { name: /^Kind/ })).toBeFocused();
  await window.keyboard.type('fact');
  await window.keyboard.press('Enter');
  await expect(shown).toBeVisible();
  await expect(shown).toHaveText(new RegExp(`^${facts} of `));
  await window.keyboard.press('Escape');
  await window.keyboard.press('f');
  await window.keyboard.press('a');
  await window.keyboard.type('person 1');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('list', { name: 'Filters' }).getByRole('listitem')).toHaveCount(3);
  expect(await violations(window)).toEqual([]);
  await window.getByRole('combobox', { name: /^Author/ }).fill('');
  await window.keyboard.press('Backspace');
  await expect(shown).toHaveText(new RegExp(`^${facts} of `));
  await window.keyboard.press('Escape');
  await list.focus();
  await list.press('Shift+F');
  await expect(shown).toHaveCount(0);

  // One box for everything; what finds nothing says so; Enter goes there, and once more among all.
  await list.press('/');
  // Slowly: a space at a pause stays.
  await window.keyboard.type('no such ');
  await expect(window.getByText('No entry fits all of these filters')).toBeVisible();
  await window.keyboard.type('thing');
  await expect(window.getByText('No entry fits all of these filters')).toBeVisible();
  expect(await violations(window)).toEqual([]);
  await window.getByRole('button', { name: 'Drop the filter “no such thing”' }).click();
  await expect(list).toBeVisible();
  await window.keyboard.press('Control+F');
  await window.keyboard.type('10.0.0.1');
  await expect(shown).toHaveText(/^1 of /);
  await window.keyboard.press('Enter');
  await expect(list).toBeFocused();
  await expect(window.getByRole('option', { selected: true })).toContainText('10.0.0.1');
  await list.press('Enter');
  await expect(window.getByRole('complementary', { name: /^Entry/ })).toBeVisible();
  await list.press('Enter');
  await expect(shown).toHaveCount(0);
  await expect(window.getByRole('option', { selected: true })).toContainText('10.0.0.1');
  await window.keyboard.press('Escape');

  // The strip: by arrow keys, and by mouse.
  const start = window.getByRole('slider', { name: 'Start of the span' });
  await start.focus();
  await start.press('PageUp');
  await start.press('PageUp');
  await expect(shown).toBeVisible();
  await expect(start).toHaveAttribute('aria-valuetext', /20\d\d \d\d:\d\d:\d\d CET$/);
  await list.focus();
  await list.press('Shift+F');

  // Several rows are selected and written down; a formula stays text.
  await noteLine(window).focus();
  await writeNote(window, '=HYPERLINK("http://example.org")');
  await noteLine(window).press('Escape');
  await list.press('End');
  await list.press('Shift+ArrowUp');
  await expect(window.getByRole('option', { selected: true })).toHaveCount(2);
  const out = join(folder, 'two.csv');
  await answerDialogs(launched, [out]);
  await window.getByRole('button', { name: 'Print or export: The 2 selected entries' }).click();
  await window.getByRole('menuitem', { name: 'Table (CSV)…' }).click();
  await expect(window.getByText('Written: two.csv. It is not encrypted.')).toBeVisible();
  const csv = readFileSync(out, 'utf8');
  expect(csv.trim().split('\r\n')).toHaveLength(3);
  expect(csv).toContain(`"'=HYPERLINK(""http://example.org"")"`);
  const sheet = join(folder, 'two.pdf');
  await answerDialogs(launched, [sheet]);
  await window.getByRole('button', { name: /^Print or export/ }).click();
  await window.getByRole('menuitem', { name: 'Print as PDF…' }).click();
  await expect(window.getByText('Written: two.pdf. It is not encrypted.')).toBeVisible();
  expect(readFileSync(sheet).subarray(0, 5).toString()).toBe('%PDF-');

  // For a server that holds more than a laptop: the same entries, and rows of logs.
  const sketch = join(folder, 'two.jsonl');
  await answerDialogs(launched, [sketch]);
  await window.getByRole('button', { name: /^Print or export/ }).click();
  expect(await violations(window)).toEqual([]);
  await window.getByRole('menuitem', { name: 'Timesketch (JSON lines)…' }).click();
  await expect(window.getByText('Written: two.jsonl. It is not encrypted.')).toBeVisible();
  expect(importJsonl(readFileSync(sketch, 'utf8')).map(({ message }) => message)).toContain(
    '=HYPERLINK("http://example.org")',
  );

  // What was seen when the case was left is not new; what comes then is.
  await lock(window);
  writeIisLog(join(folder, 'u_ex261116.log'), { rows: 500, seed: 1, shellEvery: 100 });
  holdfast(folder, WORDS, 'log', 'import', path, join(folder, 'u_ex261116.log'));
  holdfast(folder, WORDS, 'note', path, 'Written while the window was locked');
  await unlock(window, WORDS);
  await window.getByRole('button', { name: 'Since my last look' }).click();
  await expect(window.getByRole('option').filter({ hasText: 'while the window was locked' })).toBeVisible();
  await expect(window.getByRole('option').filter({ hasText: 'HYPERLINK' })).toHaveCount(0);
  const rows = join(folder, 'rows.jsonl');
  await answerDialogs(launched, [rows]);
  const saveRows = async () =>
    window.evaluate(async () => {
      const { holdfast: api } = globalThis as unknown as { readonly holdfast: HoldfastApi };
      const wish = { query: 'img_7731', since: null, until: null, format: 'timesketch-jsonl' } as const;
      const answer = await api.call('log.save', wish);
      return answer.ok ? 'started' : answer.error.code;
    });
  expect(await saveRows()).toBe('started');
  await expect.poll(() => existsSync(rows)).toBe(true);
  expect(importJsonl(readFileSync(rows, 'utf8'))).toHaveLength(5);
  // A dialog that allows a name in use is no reason to lose what is there.
  expect(await saveRows()).toBe('already-exists');
  await window.getByRole('button', { name: 'I have seen all' }).click();
  await expect(window.getByText('No entry fits all of these filters')).toBeVisible();
  await lock(window);
  expect(holdfast(folder, WORDS, 'timeline', path, '--search', '10.0.0.1').total).toBe(1);
  const again = holdfast(folder, WORDS, 'share', 'timesketch', path, 'again.jsonl', '--logs', 'img_7731');
  expect(again).toMatchObject({ rows: 5, sha256: sha256Of(rows) });
  expect(holdfast(folder, WORDS, 'verify', path).ok).toBe(true);
});
