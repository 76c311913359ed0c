import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { idsOf } from '../../../src-main/domain/plan/check-plan.ts';
import { defaultPlan } from '../../../src-main/domain/plan/default/index.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, type Launched, test } from '../fixtures/launch.ts';
import { answerDialogs, lock, noteLine, shownWords, unlock } from '../fixtures/person.ts';

/** Ids of the plan that a screen shows: its lines, and what a list offers. */
const idsOn = async (window: Page): Promise<string[]> =>
  window.evaluate(() => [
    ...[...document.querySelectorAll<HTMLElement>('[data-plan-id]')].map(
      (line) => line.dataset['planId'] ?? '',
    ),
    ...[...document.querySelectorAll('option')].map(({ value }) => value),
  ]);

const save = async (window: Page): Promise<void> => {
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('dialog')).toHaveCount(0);
};

const field = (window: Page, name: string) =>
  window.getByRole('dialog').getByRole('textbox', { name, exact: true });

const stateFact = async (window: Page, name: string, value: string, by: string): Promise<void> => {
  await window.getByRole('button', { name: 'State a fact' }).click();
  await window.getByRole('combobox', { name: 'Fact' }).selectOption(name);
  const choice = window.getByRole('combobox', { name: 'Value' });
  if (await choice.isVisible()) await choice.selectOption(value);
  else await window.getByRole('textbox', { name: 'When', exact: true }).fill(value);
  await window.getByRole('textbox', { name: 'Who decided' }).fill(by);
  await window.getByRole('textbox', { name: 'Grounds' }).fill('the log of IIS');
  await window.getByRole('button', { name: 'State', exact: true }).click();
  await expect(window.getByRole('button', { name: 'State', exact: true })).toHaveCount(0);
};

/** Leaves the phase that stands; what its gate asks and the record does not show has one reason. */
const moveOn = async (window: Page, from: string, to: string): Promise<void> => {
  await window.keyboard.press('Control+5');
  await window.getByRole('button', { name: new RegExp(`^\\d ${from}`) }).click();
  await window.getByRole('button', { name: 'Move on…' }).click();
  const gate = window.getByRole('dialog', { name: `Gate to ${to}` });
  await gate.getByRole('textbox').last().fill('agreed with the host on the phone');
  await save(window);
  await expect(window.getByRole('button', { name: new RegExp(`^Phase: ${to}`) })).toBeVisible();
};

const act = async (window: Page, phase: string, which: string, what: string): Promise<void> => {
  await window.keyboard.press('Control+5');
  await window.getByRole('button', { name: new RegExp(`^\\d ${phase}`) }).click();
  await window.getByRole('button', { name: 'Record an action…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Record an action' });
  await dialog.getByLabel('Which', { exact: true }).selectOption({ label: which });
  await dialog.getByRole('textbox', { name: 'System' }).fill('WEB01');
  await dialog.getByRole('textbox', { name: 'What exactly' }).fill(what);
  const despite = dialog.getByRole('textbox', { name: 'Or say why it has to be done now' });
  if (await despite.isVisible()) await despite.fill('the snapshot is at the host');
  await save(window);
};

test('the whole plan is played on a fixed clock: from the alert to the approved review, and every line of it is in the window', async ({
  launch,
}) => {
  let passphrase = '';
  let folder: string | undefined;
  /** The program on another day: its engine and its page show this instant. */
  const on = async (now: string): Promise<Launched> => {
    const launched = await launch({
      env: { HOLDFAST_NOW: now, TZ: 'UTC' },
      ...(folder === undefined ? {} : { folder }),
    });
    ({ folder } = launched);
    await launched.window.clock.setFixedTime(now);
    return launched;
  };

  const night = await on('2026-11-17T02:20:00.000Z');
  const found = new Set<string>();
  const look = async (): Promise<void> => {
    for (const id of await idsOn(night.window)) found.add(id);
  };
  await test.step('02:14, an alert: the plan of the laptop, and one page about what is known', async () => {
    const { window } = night;
    await expect(window.getByRole('button', { name: /New incident/ })).toBeVisible();
    await window.keyboard.press('p');
    await expect(window.getByText('Nobody is on the team yet')).toBeVisible();
    await window.keyboard.press('6');
    await expect(window.getByText('Before the next phase').first()).toBeVisible();
    await look();
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+N');
    await expect(window.getByRole('textbox', { name: 'Title' })).toBeFocused();
    await window.keyboard.type('Uploads on WEB01');
    await window.keyboard.press('Tab');
    await window.keyboard.press('3');
    const questions = window.getByRole('region', { name: 'Questions about this' }).getByRole('textbox');
    await questions.first().fill('412 active requests, 30 are usual');
    await window.getByRole('textbox', { name: 'When was it noticed?' }).fill('02:14');
    await window.getByRole('textbox', { name: 'By whom?' }).fill('Web developer');
    await window.getByRole('radio', { name: 'Nothing' }).check();
    await expect(
      window.getByText(/Tell Amazon: due .*18 Nov 2026 02:14 UTC, 23 h 54 min left/),
    ).toBeVisible();
    await save(window);
    await expect(noteLine(window)).toBeFocused();
    passphrase = await shownWords(window);
  });

  const path = onlyCase(folder ?? '');
  await test.step('every step, gate, log and recipient is there; what is decided is written down', async () => {
    const { window } = night;
    await expect(window.getByRole('banner').locator('.cell.deadline')).toContainText('23 h 54 min left');
    await window.keyboard.press('Control+5');
    for (const { title } of defaultPlan.phases) {
      await window.getByRole('button', { name: new RegExp(`^\\d ${title}`) }).click();
      await look();
    }
    await window.keyboard.press('Control+6');
    await expect(window.getByRole('table', { name: 'Wanted logs' })).toBeVisible();
    await look();
    await window.keyboard.press('Control+7');
    await expect(window.getByRole('list', { name: 'Recipients' })).toBeVisible();
    await look();
    expect(idsOf(defaultPlan).filter((id) => !found.has(id))).toEqual([]);
    // Control: what no plan has is not found.
    expect(found.has('identify-nothing')).toBe(false);
    await window.keyboard.press('Control+4');
    await stateFact(window, 'penetrated', 'yes', 'Web developer, Hosting security');
    await stateFact(window, 'data-reached', 'undecided', 'Web developer, Hosting security');
    await stateFact(window, 'severity', 'high', 'Owner');
    await window.getByRole('button', { name: 'Add to Systems' }).click();
    await field(window, 'Which').fill('WEB01');
    await save(window);
    await moveOn(window, 'Identification', 'Containment');
    await act(window, 'Containment', 'Cloudflare rule or restriction', '203.0.113.77 is blocked');
    await expect(window.getByRole('region', { name: 'Actions' })).toContainText('203.0.113.77 is blocked');
    await lock(window);
    await night.close();
  });

  await test.step('the next day: Amazon is told, the server is replaced, the incident ends', async () => {
    const day = await on('2026-11-17T15:00:00.000Z');
    const { window } = day;
    await window.getByRole('button', { name: /^Open .*holdfast/ }).click();
    await unlock(window, passphrase);
    const cell = window.getByRole('banner').locator('.cell.deadline');
    await expect(cell).toContainText('11 h 14 min left');
    await window.keyboard.press('Control+7');
    await window
      .getByRole('button', { name: /^Amazon/ })
      .first()
      .click();
    await window.getByRole('button', { name: 'Record as sent…' }).click();
    await save(window);
    await expect(window.getByRole('list', { name: 'Recipients' })).toContainText(/told .*e-mail/);
    await moveOn(window, 'Containment', 'Eradication');
    await act(window, 'Eradication', 'Replace or rebuild a server', 'rebuilt from the image of May');
    await window.keyboard.press('Control+4');
    await stateFact(window, 'ended', '2026-11-17 14:30', 'Owner');
    await expect(cell).toContainText('Review');
    await moveOn(window, 'Eradication', 'Review');
    await lock(window);
    await day.close();
  });

  await test.step('a week later: reviewed, approved, documented, sealed', async () => {
    const later = await on('2026-11-25T09:00:00.000Z');
    const { window } = later;
    await window.getByRole('button', { name: /^Open .*holdfast/ }).click();
    await unlock(window, passphrase);
    await expect(window.getByRole('banner').locator('.cell.deadline')).toContainText(/Review.*6 d/s);
    await window.keyboard.press('Control+8');
    const course = window.getByRole('region', { name: 'How long it took' });
    await expect(course.getByRole('listitem').filter({ hasText: 'Detected' })).toContainText('02:14');
    await window.getByRole('button', { name: 'Write: What happened' }).click();
    await field(window, 'Text').fill('Files were put on WEB01 through the upload form.');
    await save(window);
    await window.getByRole('button', { name: 'Add an improvement…' }).click();
    await field(window, 'Text').fill('Take pictures only');
    await field(window, 'Who sees to it').fill('Web developer');
    await field(window, 'Until when').fill('2026-12-15 12:00');
    await save(window);
    await window.getByRole('button', { name: 'Approve…' }).click();
    await field(window, 'Who approves it').fill('Owner');
    await save(window);
    await expect(window.getByText(/approved by Owner/u)).toBeVisible();
    const report = join(later.folder, 'report.html');
    await answerDialogs(later, [report]);
    await window.keyboard.press('Control+9');
    await window.getByRole('radio', { name: 'Report' }).check();
    await window.getByRole('button', { name: 'Make the report…' }).click();
    await expect(window.getByRole('note').filter({ hasText: 'report.html' })).toBeVisible({
      timeout: 30_000,
    });
    await window.keyboard.press('Control+4');
    await window.getByRole('button', { name: 'Seal the case…' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Seal' }).click();
    await expect(window.getByRole('region', { name: 'This case is sealed.' })).toBeVisible();
    await lock(window);
    for (const words of ['203.0.113.77 is blocked', 'rebuilt from the image of May', 'Take pictures only']) {
      expect(readFileSync(report, 'utf8')).toContain(words);
    }
  });

  const run = (...args: string[]) => holdfast(folder ?? '', passphrase, ...args);
  const { deadlines } = run('deadline', 'list', path) as { deadlines: { id: string; state: string }[] };
  expect(Object.fromEntries(deadlines.map(({ id, state }) => [id, state]))).toMatchObject({
    'amazon-notice': 'met',
    'review-due': 'met',
  });
  expect(run('info', path)).toMatchObject({ phase: 'review', sealed: true });
  expect(run('verify', path).ok).toBe(true);
});
