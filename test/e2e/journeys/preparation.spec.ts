import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { HoldfastApi } from '../../../src-main/contract/window-api.ts';
import { violations } from '../fixtures/axe.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { toldBySystem } from '../fixtures/notifications.ts';
import { answerDialogs, noteLine } from '../fixtures/person.ts';
import { removeFolder } from '../fixtures/remove-folder.ts';

/** Pages of a PDF that Chromium made. */
const pagesOf = (path: string): number =>
  readFileSync(path, 'latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;

/** The plan of the preparation as a file. */
function exported(folder: string): string {
  const path = join(folder, 'plan.json');
  holdfast(folder, '', 'prep', 'plan', 'export', path);
  return path;
}

const sent = async (window: Page): Promise<void> => {
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('dialog')).toHaveCount(0);
};

test('a laptop is made ready without a case, the plan is edited and approved, a drill copies it, and the command line reads the same', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const panel = window.getByRole('region', { name: 'Preparation' });
  await expect(panel).toContainText('not approved');

  await test.step('the team, by keyboard from the first screen', async () => {
    await window.keyboard.press('p');
    await expect(window.getByText('Nobody is on the team yet')).toBeVisible();
    expect(await violations(window)).toEqual([]);
    await window.getByRole('button', { name: 'Add somebody' }).click();
    await window.getByRole('textbox', { name: 'Name' }).fill('Ada <b>');
    await window.getByRole('combobox', { name: 'Role in the plan' }).selectOption({ label: 'Owner' });
    await window.getByRole('textbox', { name: 'Telephone', exact: true }).fill('+49 30 5550 1105');
    await window.getByRole('checkbox', { name: 'Is the incident point of contact' }).check();
    expect(await violations(window)).toEqual([]);
    await sent(window);
    await expect(window.getByRole('button', { name: 'Change Ada <b>' })).toContainText('+49 30 5550 1105');
    await expect(window.getByText('Nobody yet as: Web developer, Hosting company')).toBeVisible();
  });

  await test.step('a check of a defence, with its proof; what fails keeps what was typed', async () => {
    await window.keyboard.press('2');
    await window.getByRole('button', { name: 'Record a check of Monthly PCI scan' }).click();
    const report = join(folder, 'scan.txt');
    writeFileSync(report, 'no finding');
    await answerDialogs(launched, [report]);
    await window.getByRole('button', { name: 'Choose…' }).click();
    await expect(window.getByText('scan.txt')).toBeVisible();
    await window.getByRole('textbox', { name: 'Checked by' }).fill('Ada');
    await window.getByRole('textbox', { name: 'When' }).fill('some day');
    await window.keyboard.press('Control+Enter');
    await expect(window.getByRole('form').getByRole('alert')).toContainText('was not understood');
    await expect(window.getByRole('textbox', { name: 'Checked by' })).toHaveValue('Ada');
    await window.getByRole('textbox', { name: 'When' }).fill('2026-01-02');
    await sent(window);
    const line = window.getByRole('listitem').filter({ hasText: 'Monthly PCI scan' });
    await expect(line).toContainText('checked 2026-01-02 by Ada');
    await expect(line).toContainText('overdue');
    expect(await violations(window)).toEqual([]);
  });

  await test.step('findings, reviews, organisation', async () => {
    await window.keyboard.press('3');
    await window.getByRole('button', { name: 'Add a finding' }).click();
    await window.getByRole('textbox', { name: 'What was found' }).fill('TLS 1.0 on WEB01');
    await window.getByRole('textbox', { name: 'Due' }).fill('2026-01-02');
    await sent(window);
    await window.keyboard.press('4');
    await window.getByRole('button', { name: 'Record a review' }).click();
    await window.getByRole('textbox', { name: 'Which log, of which host' }).fill('IIS on WEB01');
    await window.getByRole('textbox', { name: 'From' }).fill('2026-01-01');
    await window.getByRole('textbox', { name: 'To' }).fill('2026-01-02');
    await sent(window);
    await expect(window.getByText('nothing was found')).toBeVisible();
    await window.keyboard.press('5');
    await window.getByRole('textbox', { name: 'Legal name' }).fill('Shop Ltd');
    await window.getByRole('textbox', { name: 'Servers' }).fill('WEB01 | web server | HS-4471');
    await window.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(window.getByText('Saved.', { exact: true })).toBeVisible();
  });

  await test.step('the plan: nothing faulty is saved, what was changed stays, and a person approves it', async () => {
    await window.locator('h1').click();
    await window.keyboard.press('6');
    await window.getByRole('button', { name: 'Edit the plan' }).click();
    await window.getByRole('button', { name: 'Add', exact: true }).click();
    await window.getByRole('textbox', { name: 'Title' }).fill('Call the bank');
    await window.getByRole('textbox', { name: 'Comes after these steps' }).fill('no-such-step');
    await sent(window);
    await window.getByRole('button', { name: 'Save as a new version' }).click();
    await expect(window.getByRole('main').getByRole('alert')).toContainText('there is no step no-such-step');
    expect(await violations(window)).toEqual([]);
    // Leaving and coming back loses nothing.
    await window.keyboard.press('Escape');
    await expect(panel).toBeVisible();
    await panel.getByRole('button', { name: 'Open plan' }).click();
    await window.getByRole('button', { name: 'Change Call the bank' }).click();
    await window.getByRole('textbox', { name: 'Comes after these steps' }).fill('identify-host-told');
    await sent(window);
    const part = window.getByRole('combobox', { name: 'Part of the plan' });
    await part.selectOption({ label: 'Titles of the phases' });
    await window.getByRole('button', { name: 'Change Containment' }).click();
    await window.getByRole('textbox', { name: 'Title' }).fill('Contain it');
    await expect(window.getByRole('checkbox', { name: 'Remove' })).toHaveCount(0);
    await sent(window);
    await part.selectOption({ label: 'Asked before leaving: containment' });
    await window.getByRole('button', { name: 'Add', exact: true }).click();
    await window.getByRole('textbox', { name: 'Title' }).fill('The bank knows');
    await window.getByRole('textbox', { name: 'and these steps are done' }).fill('call-the-bank');
    await sent(window);
    await window.getByRole('button', { name: 'Move The bank knows up' }).click();
    await part.selectOption({ label: 'How it is noticed' });
    await window.getByRole('button', { name: 'Change A customer' }).click();
    await window.getByRole('textbox', { name: 'Question 1' }).fill('Which data, of whom?');
    await window.getByRole('button', { name: 'Remove question 2' }).click();
    await window.getByRole('button', { name: 'Add a question' }).click();
    await expect(window.getByRole('textbox', { name: 'Question 3' })).toBeFocused();
    await window.keyboard.type('Is it public?');
    await window.getByRole('button', { name: 'Move question 3 up' }).click();
    expect(await violations(window)).toEqual([]);
    await sent(window);
    await part.selectOption({ label: 'General' });
    await window.getByRole('textbox', { name: 'Title of the plan' }).fill('Our plan');
    await window.getByRole('button', { name: 'Save as a new version' }).click();
    await expect(window.getByRole('heading', { name: /^Our plan, version 2, 35 steps/ })).toBeVisible();
    await window.getByRole('button', { name: 'Approve…' }).click();
    await window.getByRole('textbox', { name: 'Who approves it' }).fill('Owner');
    await sent(window);
    await expect(window.getByText(/approved by Owner on \d{4}-\d\d-\d\d$/)).toBeVisible();
  });

  await test.step('the grab sheet is one page, whatever is in it', async () => {
    const long = 'with a name that goes on and on, and some words more behind it';
    for (const n of Array.from({ length: 11 }, (_, at) => at + 1)) {
      const reach = [
        '--phone',
        `+49 30 5550 11${n} extension 4711 of the desk`,
        '--out-of-hours',
        '+49 171 555',
      ];
      holdfast(folder, '', 'prep', 'team', 'set', `Person ${n} ${long}`, ...reach, '--note', long.repeat(9));
    }
    for (const [button, name] of [
      ['Grab sheet…', 'grab.pdf'],
      ['Contact sheet…', 'contacts.pdf'],
    ] as const) {
      await answerDialogs(launched, [join(folder, name)]);
      await window.getByRole('button', { name: button }).click();
      await expect(window.getByText(`${name} is written. It is not encrypted.`)).toBeVisible();
    }
    expect(pagesOf(join(folder, 'grab.pdf'))).toBe(1);
    // The control: the other sheet, with the same people, has all and needs more.
    expect(pagesOf(join(folder, 'contacts.pdf'))).toBeGreaterThan(1);
  });

  await test.step('the first screen says what is overdue; a drill says on every screen that it is one', async () => {
    await window.keyboard.press('Escape');
    await expect(panel.locator('p').filter({ hasText: 'Monthly PCI scan' })).toContainText('overdue');
    await expect(panel.locator('p').filter({ hasText: '1 finding open' })).toContainText('overdue');
    expect(await violations(window)).toEqual([]);
    await window.keyboard.press('n');
    await expect(
      window.getByText(/^Our plan, version 2, approved by Owner on .* is copied into it$/),
    ).toBeVisible();
    await window.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'Drill…' }).click();
    await expect(window.getByRole('textbox', { name: 'Title' })).toHaveValue(/^Drill \d{4}-\d\d-\d\d$/);
    await window.keyboard.press('Control+Enter');
    await expect(noteLine(window)).toBeFocused();
    const bar = window.getByRole('region', { name: 'Practice, not an incident' });
    for (const key of ['Control+1', 'Control+2', 'Control+3', 'Control+4', 'Control+5', 'Control+9']) {
      await window.keyboard.press(key);
      await expect(bar).toBeVisible();
    }
    await expect(window.getByRole('banner')).toContainText('Practice, not an incident');
    // The team is at hand while a case is open, which stays open.
    await window.keyboard.press('Control+1');
    await window.getByRole('button', { name: 'Team and numbers' }).click();
    await expect(window.getByRole('region', { name: 'Team' })).toContainText('+49 30 5550 1105');
    await expect(window.getByRole('region', { name: 'Plan for new cases' })).toContainText(
      'Our plan, version 2 approved by Owner',
    );
    await expect(window.getByRole('region', { name: 'Defences' })).toContainText('Monthly PCI scan');
    expect(await violations(window)).toEqual([]);
    await expect(noteLine(window)).toBeVisible();
    await window.keyboard.press('Control+1');
    await window.keyboard.press('Control+Shift+P');
    await expect(window.getByRole('heading', { name: 'Preparation', exact: true })).toBeVisible();
  });

  const words = (await window.locator('.words-bar-words').innerText()).trim();
  await window.keyboard.press('Control+L');
  await expect(window.getByText('The key is gone from memory.')).toBeVisible();
  const path = onlyCase(folder);
  expect(holdfast(folder, words, 'info', path)).toMatchObject({ practice: true });
  expect(holdfast(folder, words, 'plan', 'show', path)).toMatchObject({ title: 'Our plan', version: 2 });
  const page = join(folder, 'timeline.html');
  holdfast(folder, words, 'timeline', path, '--out', page);
  expect(readFileSync(page, 'utf8')).toContain('Practice, not an incident: Drill');
  const shown = holdfast(folder, '', 'prep', 'show');
  expect(shown.plan).toMatchObject({ version: 2, approved: true, approval: { by: 'Owner' } });
  expect(shown.team).toHaveLength(12);
  expect(shown.organisation).toMatchObject({ legalName: 'Shop Ltd', servers: [{ reference: 'HS-4471' }] });
  expect(shown.defences.find(({ id }: { id: string }) => id === 'defence-pci-scan').last).toMatchObject({
    file: { name: 'scan.txt', size: 10 },
  });
  const copied = JSON.parse(readFileSync(exported(folder), 'utf8'));
  const phase = copied.phases.find(({ id }: { id: string }) => id === 'containment');
  expect(phase.title).toBe('Contain it');
  // What is new stands where it was moved to, with an id of its own; what was kept has the id that it had.
  expect(phase.gate.map(({ id }: { id: string }) => id)).toEqual([
    'gate-unreachable',
    'gate-accounts',
    'the-bank-knows',
    'gate-hashed',
  ]);
  expect(phase.gate[2].shown_by).toEqual({ steps: ['call-the-bank'] });
  const customer = copied.sources.find(({ id }: { id: string }) => id === 'customer');
  expect(customer.questions).toEqual([
    { id: 'customer-data', title: 'Which data, of whom?' },
    { id: 'customer-is-it-public', title: 'Is it public?' },
    { id: 'customer-contact', title: 'Who wrote, and how can they be reached?' },
  ]);
  const own = holdfast(folder, '', 'prep', 'passphrase');
  expect(holdfast(folder, own.passphrase, 'verify', own.path)).toMatchObject({ ok: true, problems: [] });
});

test('without a case the system tells once that the plan is due to be looked at, and nothing of whose it is', async ({
  launch,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-e2e-'));
  holdfast(folder, '', 'prep', 'organisation', 'set', '--legal', 'Shop Ltd');
  holdfast(folder, '', 'prep', 'approve', '--by', 'Owner', '--at', '2025-05-17');
  const launched = await launch({ folder, env: { HOLDFAST_NOW: '2026-11-17T12:00:00.000Z' } });
  const told = toldBySystem(launched);
  await expect(launched.window.getByRole('region', { name: 'Preparation' })).toContainText('overdue');
  const text = 'The plan in Holdfast is due to be looked at again.';
  await expect.poll(told, { timeout: 15_000 }).toEqual([{ title: 'Holdfast', body: text }]);
  await launched.close();
  // It stands in the profile that this date was told, for the next start.
  const again = await launch({ folder, env: { HOLDFAST_NOW: '2026-11-17T12:00:00.000Z' } });
  const review = async () =>
    again.window.evaluate(async () => {
      const { holdfast: api } = globalThis as unknown as { readonly holdfast: HoldfastApi };
      return api.call('preparation.review', {});
    });
  await expect.poll(review).toMatchObject({ ok: true, data: { told: true } });
  await again.close();
  removeFolder(folder);
});
