import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { defaultPlan } from '../../src-main/domain/plan/default/index.ts';
import { expect, test, type Launched } from './fixtures/launch.ts';
import { answerDialogs } from './fixtures/person.ts';

/** What the page shows that is no text of ours: data, keys of a keyboard, and sentences of the engine. */
const NOT_OURS = [
  // Names and values that this test gives, or the system: they hold a letter of another script, or stand in mono.
  '.mono',
  'code',
  'kbd',
  '.words-w',
  '.words-bar-words',
  // Names of files and folders.
  '.recent-name',
  '.recent-folder',
  // What somebody wrote into a field.
  'textarea',
  // The message itself: words of the plan and facts of the case.
  '.message-text',
];

/** The plan is data that people write. */
const itemsOfPlan: readonly { readonly title: string; readonly text?: string | undefined }[] = [
  ...defaultPlan.roles,
  ...defaultPlan.phases,
  ...defaultPlan.phases.flatMap(({ steps }) => steps),
  ...defaultPlan.phases.flatMap(({ gate }) => gate),
  ...defaultPlan.sources,
  ...defaultPlan.sources.flatMap(({ questions }) => questions),
  ...defaultPlan.actions,
  ...defaultPlan.deadlines,
  ...defaultPlan.logs,
  ...defaultPlan.defences,
  ...defaultPlan.recipients.map(({ title, remark }) => ({ title, text: remark })),
];
const wordsOfPlan = itemsOfPlan.flatMap(({ title, text }) => [title, text ?? title]);

/** Sentences that the engine makes for window and command line alike, and that stand so in every export. */
const SENTENCES_OF_THE_RECORD = [
  'Case opened: Дело',
  'Имя writes in this case',
  'Zone: UTC',
  'Plan taken into the case: Small web shop',
  'Plan: Small web shop, version 1, not approved',
  'Small web shop, version 1, not approved',
  'Team: Имя',
  ...wordsOfPlan,
  'Not decided: the time does not run, because the incident has not ended.',
];

interface Found {
  readonly unwrapped: string[];
  readonly clipped: string[];
}

/** Runs in the page: texts without brackets, and texts that do not fit where they stand. */
function look([notOurs, ofRecord]: readonly (readonly string[])[]): Found {
  const inside = (element: Element): boolean =>
    (notOurs ?? []).some((selector) => element.closest(selector) !== null);
  const visible = (element: Element): boolean => element.checkVisibility({ opacityProperty: true });
  /** What is left of a text when ours, numbers, units, zones and hashes are taken out. */
  const rest = (text: string): string => {
    let left = text;
    for (let before = ''; before !== left;) {
      before = left;
      left = left.replaceAll(/⟦[^⟦⟧]*⟧/gu, '');
    }
    return (
      left
        .replaceAll(/[⟦⟧]/gu, '')
        .replaceAll(/\b(?:UTC|GMT|B|kB|MB|GB|s|min|h|d|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/gu, '')
        .replaceAll(/\b[0-9a-f]{8,}\b/gu, '')
        .replaceAll(/\bEV-\d+\b/gu, '')
        // Names of files and folders.
        .replaceAll(/(?:\/[^\s/]+)+/gu, '')
        .replaceAll(/\.[a-z]{2,8}\b/gu, '')
    );
  };
  const unwrapped: string[] = [];
  const say = (where: string, text: string): void => {
    if (ofRecord?.includes(text.trim()) === true) return;
    if (/[A-Za-z]{2}/u.test(rest(text))) unwrapped.push(`${where}: ${text.trim().slice(0, 80)}`);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  // A sentence may be cut into several nodes: the brackets close in the block, not in the node.
  const blocks = new Set<Element>();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || (node.textContent ?? '').trim() === '') continue;
    if (parent.closest('script, style') !== null || inside(parent) || !visible(parent)) continue;
    blocks.add(parent);
  }
  for (const block of blocks) {
    say(
      block.tagName.toLowerCase(),
      [...block.childNodes].map((node) => (node instanceof Text ? node.data : '')).join(''),
    );
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
    if (inside(element) || !visible(element)) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      say(name, element.getAttribute(name) ?? '');
    }
  }
  const clipped: string[] = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width + 1) clipped.push('the page scrolls sideways');
  for (const element of blocks) {
    // For screen readers alone, or cut on purpose with the whole text in its title.
    if (element.closest('.sr, [title], .middle, .skip') !== null) continue;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const name = `${element.tagName.toLowerCase()}.${element.className}: ${(element.textContent ?? '').slice(0, 60)}`;
    const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    if (hides && element.scrollWidth > element.clientWidth + 1) clipped.push(`cut off, ${name}`);
    if (box.right > width + 1) clipped.push(`beyond the window, ${name}`);
    const control = element.closest('button, .cell, .btn');
    if (control === null) continue;
    const around = control.getBoundingClientRect();
    if (box.right > around.right + 2 || box.bottom > around.bottom + 2) {
      clipped.push(`out of its control, ${name}`);
    }
  }
  return { unwrapped: [...new Set(unwrapped)], clipped: [...new Set(clipped)] };
}

const looked = async (window: Page): Promise<Found> =>
  window.evaluate(look, [NOT_OURS, SENTENCES_OF_THE_RECORD]);

async function small({ app, window }: Launched): Promise<void> {
  const frame = await app.browserWindow(window);
  await frame.evaluate((browser) => browser.setContentSize(1000, 700));
}

test('every word on every screen is one of strings/, and a longer language fits at 1000×700', async ({
  launch,
}) => {
  const launched = await launch({ env: { HOLDFAST_PSEUDO: '1' } });
  const { window, folder } = launched;
  await small(launched);
  const screens: Record<string, Found> = {};
  const note = async (name: string): Promise<void> => {
    await window.waitForTimeout(150);
    screens[name] = await looked(window);
  };
  const press = async (key: string): Promise<void> => window.keyboard.press(key);

  await expect(window.locator('.start.primary')).toBeVisible();
  // The control: a text of somebody else, and one that does not fit, are found.
  await window.evaluate(() => {
    const control = document.createElement('div');
    control.id = 'control';
    control.textContent = 'not a text of ours';
    // Not as an attribute, which the policy of the page refuses.
    Object.assign(control.style, {
      position: 'fixed',
      top: '0',
      width: '40px',
      overflow: 'hidden',
      whiteSpace: 'nowrap',
    });
    document.body.append(control);
  });
  const control = await looked(window);
  expect(control.unwrapped).toContain('div: not a text of ours');
  expect(control.clipped).toContain('cut off, div.: not a text of ours');
  await window.evaluate(() => document.querySelector('#control')?.remove());

  await note('welcome');
  await press('?');
  await note('keys');
  await press('Escape');
  await press('Control+,');
  await expect(window.locator('.setting').first()).toBeVisible();
  await window.locator('.device-fields input').first().fill('Имя');
  await press('Enter');
  await note('settings');
  await press('Escape');
  await press('p');
  await expect(window.locator('.prep .empty')).toBeVisible();
  await note('preparation, empty');
  await window.locator('.empty-actions .btn').click();
  await window.locator('.form-dialog input').first().fill('Имя');
  await note('somebody of the team');
  await press('Control+Enter');
  await expect(window.locator('.prep-member')).toBeVisible();
  await note('team');
  for (const [key, name] of [
    ['2', 'defences'],
    ['3', 'findings'],
    ['4', 'reviews of logs'],
    ['5', 'organisation'],
    ['6', 'plan of the preparation'],
  ] as const) {
    await press(key);
    await note(name);
  }
  await window.locator('.prep-plan .btn.primary').click();
  await expect(window.locator('.editor-row').first()).toBeVisible();
  await note('editor of the plan');
  await window.locator('.editor-part select').selectOption('recipients');
  await window.locator('.editor-item').first().click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await note('an item of the plan');
  await press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.locator('.prep-head .btn.quiet').click();
  await press('2');
  await window.locator('.prep-foot .btn.primary').click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await note('a check');
  await press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await press('Escape');
  await expect(window.locator('.welcome-prep .welcome-columns')).toBeVisible();
  await note('welcome with a preparation');
  await press('Control+N');
  await expect(window.locator('input:focus')).toBeVisible();
  await window.keyboard.type('Дело');
  await note('new incident');
  await press('Enter');
  const line = window.locator('.noteline textarea');
  await expect(line).toBeFocused();
  const words = (await window.locator('.words-bar-words').innerText()).trim();
  await window.keyboard.type('Заметка');
  await press('Enter');
  await expect(window.locator('.latest')).toContainText('Заметка');
  await note('overview');
  await window.locator('.head .btn.quiet').click();
  await expect(window.locator('.owner-page')).toBeVisible();
  await note('owner');
  await press('Control+1');
  await press('Control+K');
  await note('palette');
  await press('Escape');
  await window.locator('.head').click();
  await press('t');
  await expect(window.getByRole('dialog')).toBeVisible();
  await note('call');
  await press('Escape');
  await line.pressSequentially('@');
  await expect(window.locator('.note-suggestion').first()).toBeVisible();
  await note('offered');
  await line.fill('');
  await press('Control+2');
  await expect(window.getByRole('option').filter({ hasText: 'Заметка' })).toBeVisible();
  await note('timeline');
  const file = join(folder, 'журнал.log');
  writeFileSync(file, 'x');
  await answerDialogs(launched, [file]);
  for (const [key, name] of [
    ['Control+3', 'evidence, empty'],
    ['Control+4', 'facts'],
    ['Control+5', 'plan'],
    ['Control+8', 'review'],
    ['Control+6', 'logs'],
    ['Control+7', 'notify'],
    ['Control+9', 'share'],
    ['Control+Shift+A', 'authors'],
    ['Control+Shift+F', 'witness'],
    ['Control+,', 'settings of a case'],
  ] as const) {
    await press(key);
    await note(name);
  }
  await press('Control+9');
  await window.locator('.head input[value="report"]').check();
  await note('report');
  await press('Control+6');
  await window.locator('.head .btn.primary').click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await note('coverage');
  await press('Escape');
  await press('Control+5');
  await window.locator('.gate .btn').click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await note('gate');
  await press('Escape');
  await press('Control+4');
  await window.locator('.extent-kind .btn').first().click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await note('extent');
  await press('Escape');
  await press('Control+1');
  await window.locator('section[aria-labelledby="overview-handover"] .btn').click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await note('hand-over');
  await press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await press('Control+3');
  await window.locator('.head').click();
  await press('e');
  await expect(window.getByRole('row').filter({ hasText: 'EV-001' })).toBeVisible();
  await window.getByRole('row').filter({ hasText: 'EV-001' }).click();
  await note('evidence');
  const huge = join(folder, 'диск.bin');
  writeFileSync(huge, '');
  truncateSync(huge, 20_000_000_000);
  await answerDialogs(launched, [huge]);
  await press('e');
  await expect(window.locator('.progress').first()).toBeVisible();
  await press('Control+L');
  await expect(window.getByRole('dialog')).toBeVisible();
  await note('question before a lock');
  await press('Enter');
  await expect(window.locator('.curtain')).toBeVisible();
  await note('curtain');
  await window.keyboard.down('Control');
  await window.keyboard.down('l');
  await expect(window.locator('.unlock')).toBeVisible();
  await window.keyboard.up('l');
  await window.keyboard.up('Control');
  await window.locator('input:focus').fill('wrong');
  await press('Enter');
  await expect(window.locator('.unlock-error')).toBeVisible();
  await note('locked');
  await window.locator('.unlock-card .btn.big').last().click();
  await expect(window.locator('.recent')).toBeVisible();
  await note('welcome with a case');
  await answerDialogs(launched, [join(folder, 'cases', 'nothing.holdfast')]);
  await press('c');
  await expect(window.locator('.check-card')).toBeVisible();
  await note('check');
  expect(words.split(' ')).toHaveLength(6);

  const found = Object.entries(screens).flatMap(([name, { unwrapped, clipped }]) => [
    ...unwrapped.map((text) => `${name}: not of strings/: ${text}`),
    ...clipped.map((text) => `${name}: ${text}`),
  ]);
  expect(found).toEqual([]);
});
