import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from '../fixtures/axe.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { answerDialogs, lock, newIncident, noteLine, unlock, writeNote } from '../fixtures/person.ts';

test('an incident is reviewed, approved, documented and sealed, its owner reads plain words, and the command line reads the same', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window);
  const path = onlyCase(folder);
  await writeNote(window, 'WEB01 is off the network');
  await lock(window);
  const run = (...args: string[]) => holdfast(folder, passphrase, ...args);
  run('fact', path, 'suspected', 'now');
  run('fact', path, 'ended', 'now');
  await unlock(window, passphrase);

  await window.keyboard.press('Control+8');
  await expect(window.getByRole('heading', { name: 'Review', exact: true })).toBeVisible();
  const course = window.getByRole('region', { name: 'How long it took' });
  await expect(course.getByRole('listitem').filter({ hasText: 'Contained' })).toContainText('Not known yet');
  await expect(course.getByRole('listitem').filter({ hasText: 'Detected' })).toContainText(/fact, entry/u);
  expect(await violations(window)).toEqual([]);

  const dialog = window.getByRole('dialog');
  await window.getByRole('button', { name: 'Write: What worked' }).click();
  await dialog.getByRole('textbox', { name: 'Text' }).fill('The alarm <b>came</b> in time');
  await window.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(window.getByText('The alarm <b>came</b> in time')).toBeVisible();

  // An improvement has an owner and a date; what is refused stays as it was typed.
  await window.getByRole('button', { name: 'Add an improvement…' }).click();
  await dialog.getByRole('textbox', { name: 'Text' }).fill('Take pictures only');
  await dialog.getByRole('textbox', { name: 'Who sees to it' }).fill('Ada');
  await dialog.getByRole('textbox', { name: 'Until when' }).fill('some day');
  await window.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('alert')).toContainText('was not understood');
  await expect(dialog.getByRole('textbox', { name: 'Text' })).toHaveValue('Take pictures only');
  await dialog.getByRole('textbox', { name: 'Until when' }).fill('2035-12-01 12:00');
  await window.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  const improvements = window.getByRole('region', { name: 'Improvements' });
  await expect(improvements).toContainText('Ada');

  // It goes into the next version of the plan: out as a file, where nothing is prepared yet; then into the preparation.
  await window.getByRole('button', { name: 'Next version of the plan…' }).click();
  await expect(dialog).toContainText('Take pictures only (Ada, until');
  await expect(dialog).toContainText('Nothing is prepared on this laptop');
  await expect(dialog.getByRole('button', { name: 'Put into the preparation' })).toHaveCount(0);
  expect(await violations(window)).toEqual([]);
  const planFile = join(folder, 'next-plan.json');
  await answerDialogs(launched, [planFile]);
  await dialog.getByRole('button', { name: 'Save as a file…' }).click();
  await expect(dialog).toHaveCount(0);
  expect(JSON.parse(readFileSync(planFile, 'utf8'))).toMatchObject({ version: 2 });
  // A file that is there is not written over.
  await window.getByRole('button', { name: 'Next version of the plan…' }).click();
  await dialog.getByRole('button', { name: 'Save as a file…' }).click();
  await expect(dialog.getByRole('alert')).toContainText('next-plan.json');
  await window.keyboard.press('Escape');
  holdfast(folder, '', 'prep', 'organisation', 'set', '--legal', 'Shop Ltd');
  await window.getByRole('button', { name: 'Next version of the plan…' }).click();
  await dialog.getByRole('button', { name: 'Put into the preparation' }).click();
  await expect(dialog).toHaveCount(0);
  expect(holdfast(folder, '', 'prep', 'show').plan).toMatchObject({ version: 2, approved: false });

  await window.getByRole('button', { name: 'Pick entries…' }).click();
  await dialog.getByRole('textbox', { name: 'Words of the entry' }).fill('off the network');
  await dialog.getByRole('button', { name: 'Show in the review: WEB01 is off the network' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(window.getByRole('region', { name: 'From the timeline' })).toContainText('off the network');

  // The owner reads plain words, and is told what to do.
  await window.keyboard.press('Control+1');
  await window.getByRole('button', { name: 'For the owner', exact: true }).click();
  await expect(window.getByRole('heading', { name: 'Where we are' })).toBeVisible();
  await expect(window.getByRole('region', { name: 'What you must do' })).toContainText('Approve the review');
  await expect(window.getByText('Whether data was read or taken.')).toBeVisible();
  await window.getByRole('button', { name: 'Write to the owner…' }).click();
  await dialog.getByRole('textbox').fill('The shop is closed until the server is clean.');
  await window.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(window.getByText('The shop is closed until the server is clean.')).toBeVisible();
  expect(await violations(window)).toEqual([]);
  // Beside it stands only what an owner looks for, and the way to all else.
  const rail = window.getByRole('navigation', { name: 'Sections' });
  await expect(rail.getByRole('button')).toHaveCount(7);
  await expect(rail.getByRole('button', { name: 'All sections' })).toBeVisible();
  await noteLine(window).fill('Remark of the owner');
  await noteLine(window).press('Enter');
  await expect(noteLine(window)).toHaveValue('');
  // The remark goes back in a copy, by the form that makes every copy.
  await window.getByRole('button', { name: 'Send my copy back…' }).click();
  const back = join(folder, 'back.holdfast');
  await answerDialogs(launched, [back]);
  const shownWords = window.getByRole('list', { name: 'Passphrase of the copy' }).locator('.words-w');
  await expect(shownWords).toHaveCount(6);
  const words = await shownWords.allInnerTexts();
  await window
    .getByRole('form', { name: 'Copy' })
    .getByRole('button', { name: /make the copy/ })
    .click();
  await expect(window.getByText('The copy is ready')).toBeVisible({ timeout: 30_000 });
  await expect(rail.getByRole('button', { name: /^Overview/ })).toBeVisible();
  expect(holdfast(folder, words.join(' '), 'timeline', back, '--search', 'Remark of the owner').total).toBe(
    1,
  );

  await window.keyboard.press('Control+8');
  await window.getByRole('button', { name: 'Approve…' }).click();
  await dialog.getByRole('textbox', { name: 'Who approves it' }).fill('Owner');
  await window.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(window.getByText(/approved by Owner/u)).toBeVisible();

  // The documentation, on paper and as a page; each is recorded.
  await window.keyboard.press('Control+9');
  await window.getByRole('radio', { name: 'Report' }).check();
  const files = ['report.html', 'report.pdf'].map((name) => join(folder, name));
  for (const file of files) {
    await answerDialogs(launched, [file]);
    await window.getByRole('button', { name: 'Make the report…' }).click();
    await expect(window.getByRole('note').filter({ hasText: file.split('/').at(-1) ?? '' })).toContainText(
      'rest on the keys alone',
      { timeout: 30_000 },
    );
  }
  expect(await violations(window)).toEqual([]);
  expect(
    readFileSync(files[1] ?? '')
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(readFileSync(files[0] ?? '', 'utf8')).toContain('The alarm &lt;b&gt;came&lt;/b&gt; in time');

  await window.keyboard.press('Control+4');
  await window.getByRole('button', { name: 'Seal the case…' }).click();
  await dialog.getByRole('button', { name: 'Seal' }).click();
  await expect(window.getByRole('region', { name: 'This case is sealed.' })).toBeVisible();
  await lock(window);
  expect(run('review', path, 'show')).toMatchObject({
    approval: { by: 'Owner', changedSince: 0 },
    excerpts: [{ text: 'WEB01 is off the network' }],
    items: [{ list: 'improvement', owner: 'Ada', state: 'open' }],
  });
  const { entries } = run('timeline', path, '--kind', 'report') as { entries: { sha256: string }[] };
  expect(entries.map(({ sha256 }) => sha256)).toEqual(
    files.map((file) => createHash('sha256').update(readFileSync(file)).digest('hex')),
  );
  const { deadlines } = run('deadline', 'list', path) as { deadlines: { id: string; state: string }[] };
  expect(deadlines.find(({ id }) => id === 'review-due')).toMatchObject({ state: 'met' });
});
