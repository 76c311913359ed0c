import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { violations } from '../fixtures/axe.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { answerDialogs, lock, newIncident, noteLine } from '../fixtures/person.ts';
import { removeFolder } from '../fixtures/remove-folder.ts';

test('what one hands over the other takes over on a laptop of their own, and the command line reads both signatures', async ({
  launch,
}) => {
  const first = await launch();
  const passphrase = await newIncident(first.window, 'Handed over');
  const path = onlyCase(first.folder);
  await first.window.keyboard.press('Control+1');
  const given = first.window.getByRole('region', { name: 'Hand-over' });
  await given.getByRole('button', { name: 'Hand over…' }).click();
  const field = (name: string) =>
    first.window.getByRole('dialog').getByRole('textbox', { name, exact: true });
  await field('Who takes over').fill('Ben');
  await field('What they must know').fill('watch the firewall log');
  await first.window.keyboard.press('Control+Enter');
  await expect(given).toContainText('Not yet taken over');
  await lock(first.window);
  await first.close();

  // Another profile, with a key of its own; the file comes on a stick.
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-e2e-'));
  const copy = join(folder, 'handed.holdfast');
  cpSync(path, copy);
  holdfast(folder, 'six other words', 'new', join(folder, 'other.holdfast'), '--title', 'T', '--as', 'Ben');
  const second = await launch({ folder, args: [copy] });
  const { window } = second;
  await window.getByRole('textbox', { name: /Passphrase for/ }).fill(passphrase);
  await window.keyboard.press('Enter');
  await expect(noteLine(window)).toBeVisible();
  await expect(window.getByRole('region', { name: 'Next' })).toContainText('the hand-over to Ben');
  const taken = window.getByRole('region', { name: 'Hand-over' });
  await taken.getByRole('button', { name: 'Take over…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Take over' });
  await expect(dialog).toContainText('watch the firewall log');
  expect(await violations(window)).toEqual([]);
  await dialog.getByRole('textbox').fill('I have it');
  await window.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(taken).toContainText('Taken over by Ben');
  await expect(window.getByRole('region', { name: 'Next' })).not.toContainText('the hand-over to Ben');
  await answerDialogs(second, [join(folder, 'handover.pdf')]);
  await taken.getByRole('button', { name: /^Print/ }).click();
  await lock(window);

  const shown = holdfast(folder, passphrase, 'handover', copy).handovers;
  expect(shown).toMatchObject([
    { to: 'Ben', note: 'watch the firewall log', accepted: [{ by: { name: 'Ben' }, remark: 'I have it' }] },
  ]);
  const entries = ['handover', 'handover-accepted'].flatMap(
    (kind) => holdfast(folder, passphrase, 'timeline', copy, '--kind', kind).entries,
  ) as { author: { id: string } }[];
  expect(new Set(entries.map(({ author }) => author.id)).size).toBe(2);
  expect(holdfast(folder, passphrase, 'verify', copy)).toMatchObject({ ok: true, problems: [] });
  // The control: on the laptop of who gave it, it waits still.
  expect(holdfast(first.folder, passphrase, 'handover', path).handovers[0].accepted).toEqual([]);
  await second.close();
  removeFolder(folder);
});
