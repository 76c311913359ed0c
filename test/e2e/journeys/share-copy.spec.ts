import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from '../fixtures/axe.ts';
import { holdfast, holdfastAt } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import {
  addEvidence,
  answerDialogs,
  lock,
  toTimeline,
  unlock,
  writeNote,
  wordsOfCopy,
} from '../fixtures/person.ts';

test('a copy for the owner, a second copy on another disk, another passphrase: the command line reads the same record', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const first = 'six words that nobody else knows';
  const path = join(folder, 'a-case.holdfast');
  // Begun forty minutes ago: what is in one file only since is mentioned once.
  const begun = new Date(Date.now() - 40 * 60_000).toISOString();
  holdfastAt(begun, folder, first, 'new', path, '--title', 'A case', '--as', 'Ada');
  await answerDialogs(launched, [path]);
  await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
  await window.keyboard.press('Control+O');
  await unlock(window, first);
  const reminder = window.getByRole('status', { name: 'Second copy' });
  await expect(reminder).toHaveCount(0);
  await writeNote(window, 'Ada was called');
  await expect(reminder).toContainText(/The work of the last 4\d min.* is in this file only/);
  const log = join(folder, 'u_ex261117.log');
  writeFileSync(log, '2026-11-17 01:11:42 GET /uploads/img_7731.cfm 200\n'.repeat(500));
  await addEvidence(launched, [log]);

  await test.step('sizes are shown before; a weak passphrase is named once and kept in its field', async () => {
    await window.keyboard.press('Control+9');
    await expect(window.getByText(/about .* the bytes of 1 exhibit go along/)).toBeVisible();
    await expect(
      window.getByRole('checkbox', { name: /Leave personal data out \(\d+ fields/ }),
    ).toBeVisible();
    await expect(window.getByText('none: this file is the only one')).toBeVisible();
    expect(await violations(window)).toEqual([]);
    await window.getByRole('button', { name: 'Type my own' }).click();
    await window.getByRole('textbox', { name: 'Passphrase of the copy' }).fill('secret');
    await window.getByRole('button', { name: /make the copy/ }).click();
    await expect(window.getByText(/passphrase is weak/)).toBeVisible();
    await window.keyboard.press('Control+2');
    await window.keyboard.press('Control+9');
    await expect(window.getByRole('textbox', { name: 'Passphrase of the copy' })).toHaveValue('secret');
    await window.getByRole('button', { name: 'Back to six words' }).click();
    await expect(window.getByText(/passphrase is weak/)).toHaveCount(0);
  });

  const words =
    await test.step('on a disk that can be carried away personal data is left out unless somebody says no', async () => {
      const stick = join('/media', `holdfast-${process.pid}`);
      mkdirSync(stick, { recursive: true });
      const copy = join(stick, 'for-the-owner.holdfast');
      await answerDialogs(launched, [copy]);
      await window.getByRole('textbox', { name: 'For whom' }).fill('Owner');
      await window.getByRole('checkbox', { name: /For reading only/ }).check();
      await window.getByRole('button', { name: /make the copy/ }).click();
      await expect(window.getByText('This disk can be carried away.')).toBeVisible();
      await expect(window.getByRole('checkbox', { name: /Leave personal data out/ })).toBeChecked();
      expect(existsSync(copy)).toBe(false);
      const six = await wordsOfCopy(window);
      await window.getByRole('checkbox', { name: /Leave personal data out/ }).uncheck();
      await window.getByRole('button', { name: /^Make the copy at/ }).click();
      await expect(window.getByRole('heading', { name: 'The copy is ready' })).toBeVisible();
      await expect(window.getByText(/\d+ pages, \d+ entries, the bytes of 1 exhibit/)).toBeVisible();
      await expect(window.getByText('nobody can write in it')).toBeVisible();
      await expect(reminder).toHaveCount(0);
      expect(await violations(window)).toEqual([]);
      expect(holdfast(folder, six, 'verify', copy)).toMatchObject({ ok: true, checked: { evidence: 1 } });
      expect(() => holdfast(folder, six, 'note', copy, 'x')).toThrow(/copy for reading/);
      rmSync(stick, { recursive: true });
      return six;
    });

  await test.step('without personal data no bytes go along, and the copy still verifies', async () => {
    await window.getByRole('button', { name: 'Make another copy' }).click();
    await window.getByRole('checkbox', { name: /Leave personal data out/ }).check();
    await expect(window.getByRole('radio', { name: /All stored evidence/ })).toHaveCount(0);
    await expect(window.getByText(/nothing personal can be taken out of them: they stay here/)).toBeVisible();
    expect(await violations(window)).toEqual([]);
    const six = await wordsOfCopy(window);
    const plain = join(folder, 'without.holdfast');
    await answerDialogs(launched, [plain]);
    await window.getByRole('button', { name: /make the copy/ }).click();
    await expect(window.getByRole('heading', { name: 'The copy is ready' })).toBeVisible();
    const { entries } = holdfast(folder, six, 'timeline', plain);
    expect(JSON.stringify(entries)).not.toContain('Ada was called');
    expect(holdfast(folder, six, 'verify', plain)).toMatchObject({ ok: true, checked: { evidence: 0 } });
  });

  const disk = join(folder, 'disk');
  mkdirSync(disk);
  await test.step('the second copy follows; where its disk is gone, a line says so and notes go on', async () => {
    await window.getByRole('button', { name: 'Done, hide the words' }).click();
    await answerDialogs(launched, [disk]);
    await window.getByRole('button', { name: 'Choose a folder…' }).click();
    await expect(window.getByText(disk)).toBeVisible();
    await expect(window.getByText('nothing was written since')).toBeVisible();
    renameSync(disk, `${disk}-away`);
    await window.getByRole('button', { name: 'Write it now' }).click();
    const bar = window.getByRole('status', { name: 'Second copy' });
    await expect(bar).toContainText('your notes are saved in the case itself');
    await toTimeline(window);
    await writeNote(window, 'Written without the disk');
    renameSync(`${disk}-away`, disk);
    await bar.getByRole('button', { name: 'Try again' }).click();
    await expect(bar).toHaveCount(0);
  });

  const second = await test.step('another passphrase: six new words, and the old sheet is void', async () => {
    await window.keyboard.press('Control+9');
    await window.getByRole('button', { name: 'Change passphrase…' }).click();
    const list = window.getByRole('list', { name: 'New passphrase' }).getByRole('listitem');
    await expect(list).toHaveCount(6);
    expect(await violations(window)).toEqual([]);
    const six = (await list.allInnerTexts()).map((text) => text.replace(/[\d\s]/g, '')).join(' ');
    await window.getByRole('button', { name: 'Change it' }).click();
    await expect(window.getByText('The passphrase is changed. The old key sheet is void.')).toBeVisible();
    await expect(
      window.getByText(/keep their own passphrase: for-the-owner.holdfast \(for Owner\)/),
    ).toBeVisible();
    const bar = window.getByRole('region', { name: 'Passphrase of this case' });
    await expect(bar).toContainText('destroy the old key sheet');
    await expect(bar).toContainText(six);
    await toTimeline(window);
    await writeNote(window, 'Under the new passphrase');
    return six;
  });

  await lock(window);
  expect(() => holdfast(folder, first, 'info', path)).toThrow(/does not open/);
  const { entries } = holdfast(folder, second, 'timeline', path);
  expect(entries.map(({ text }: { text: string }) => text)).toContain('Under the new passphrase');
  expect(entries.map(({ kind }: { kind: string }) => kind)).toContain('passphrase-changed');
  expect(entries.find(({ kind }: { kind: string }) => kind === 'copy')).toMatchObject({
    to: 'Owner',
    read_only: true,
    redact: 'none',
  });
  expect(holdfast(folder, second, 'verify', path).ok).toBe(true);
  // Locking wrote the second copy, too.
  const mirror = holdfast(folder, second, 'timeline', join(disk, path.split('/').at(-1) ?? ''));
  expect(mirror.total).toBe(entries.length);
  expect(words).not.toBe(second);
});
