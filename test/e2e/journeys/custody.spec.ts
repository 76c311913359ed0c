import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../../scripts/paths.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { addEvidence, answerDialogs, lock, newIncident, unlock } from '../fixtures/person.ts';

const record = async (window: Page): Promise<void> =>
  window.getByRole('button', { name: 'Record', exact: true }).click();
const choose = async (window: Page, item: string): Promise<void> => {
  await window.getByRole('button', { name: 'More about EV-001' }).click();
  await window.getByRole('menuitem', { name: item }).click();
};
const textOf = (pdf: string): string[] => {
  const done = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  return done.stdout.split('\f').filter((page) => page.trim() !== '');
};

test('an exhibit goes from hand to hand in the window, is held, printed, and its release is refused', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window, 'Suspicious uploads on WEB01');
  const log = join(folder, 'u_ex261117.log');
  writeFileSync(log, '2026-11-17 01:11:42 GET /uploads/img_7731.cfm 200\n'.repeat(500));
  await addEvidence(launched, [log]);
  await window.getByRole('row').filter({ hasText: 'EV-001' }).click();

  // The side that gives.
  await window.getByRole('button', { name: /Hand over/ }).click();
  await window.getByRole('textbox', { name: 'To', exact: true }).fill('Hosting security');
  await window.getByRole('textbox', { name: 'Place' }).fill('safe room 2');
  // Whoever was quick to reach a field is not taken back to the first one.
  await window.waitForTimeout(100);
  await expect(window.getByRole('textbox', { name: 'Place' })).toBeFocused();
  await record(window);
  await expect(window.getByText('Hosting security has not acknowledged it.')).toBeVisible();
  const hands = window.getByRole('list', { name: 'Line of hands of EV-001' });
  await expect(hands).toContainText('Hosting security');
  await expect(hands).toContainText('safe room 2');
  // The side that receives; another than was named is refused, with what the record says.
  await window.getByRole('button', { name: 'Record receipt…' }).click();
  const by = window.getByRole('textbox', { name: 'Received by' });
  await expect(by).toHaveValue('Hosting security');
  await by.fill('Insurer');
  await record(window);
  await expect(window.locator('.custody-form').getByRole('alert')).toContainText(
    'Insurer is not the one who received it',
  );
  await by.fill('Hosting security');
  await record(window);
  await expect(window.getByText('Hosting security has not acknowledged it.')).toBeHidden();

  // Hold, and what it keeps from happening.
  await choose(window, 'Put on hold…');
  await window.getByRole('button', { name: 'Put on hold' }).click();
  await expect(window.getByText('Say why: the reason stands in the record.')).toBeVisible();
  await window.getByRole('textbox', { name: 'Why' }).fill('insurer asked');
  await window.keyboard.press('Enter');
  const foot = window.locator('.exhibit-foot');
  await expect(foot).toContainText(/On hold since .* UTC.*: insurer asked/);
  await expect(foot).toContainText(/Kept until\s*Not known yet\s*incident plan: 90 days, marketplace policy/);
  await choose(window, 'Release bytes…');
  await window.getByRole('textbox', { name: 'How and why' }).fill('nobody needs it');
  await window.getByRole('textbox', { name: 'Type EV-001 to confirm' }).fill('EV-002');
  await window.getByRole('button', { name: 'Release for good' }).click();
  await expect(window.getByText('This is not EV-001.')).toBeVisible();
  await window.getByRole('textbox', { name: 'Type EV-001 to confirm' }).fill('EV-001');
  await window.getByRole('button', { name: 'Release for good' }).click();
  await expect(window.locator('.custody-form').getByRole('alert')).toContainText(
    'EV-001 is on hold (insurer asked)',
  );
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'More about evidence' }).click();
  await window.getByRole('menuitem', { name: 'What may be released when…' }).click();
  const overview = window.getByRole('table', { name: 'What may be released when' });
  await expect(overview.getByRole('row').filter({ hasText: 'EV-001' })).toContainText(
    'On hold: insurer asked.',
  );
  await window.keyboard.press('Escape');

  // The form, as a PDF and as a page.
  const pdf = join(folder, 'custody.pdf');
  await answerDialogs(launched, [pdf]);
  await choose(window, 'Print form…');
  await expect(window.getByText('Form written, not encrypted: custody.pdf')).toBeVisible();
  const page = join(folder, 'custody.html');
  await answerDialogs(launched, [page]);
  await choose(window, 'Print form…');
  await expect(window.getByText('Form written, not encrypted: custody.html')).toBeVisible();

  const path = onlyCase(folder);
  await lock(window);
  const { exhibit, custody } = holdfast(folder, passphrase, 'evidence', 'show', path, 'EV-001');
  expect(custody).toMatchObject([
    { event: 'collected' },
    { event: 'transferred', to: 'Hosting security', location: 'safe room 2' },
    { event: 'acknowledged', to: 'Hosting security', acknowledges: custody[1].entry },
  ]);
  expect(exhibit).toMatchObject({ hold: true, bytes: 'here', holder: 'Hosting security' });
  const sheets = textOf(pdf);
  expect(sheets.length).toBeGreaterThan(0);
  sheets.forEach((sheet, i) => {
    expect(sheet).toContain('EV-001');
    expect(sheet).toContain(exhibit.sha256);
    expect(sheet).toContain(`Page ${i + 1} of ${sheets.length}`);
  });
  expect(sheets.join('\n')).toMatch(/handed[\s\S]*over/);
  const html = readFileSync(page, 'utf8');
  expect(html).toContain(exhibit.sha256);
  expect(html).not.toMatch(/<script|https?:|\bsrc=|\bhref=/i);
  expect(statSync(pdf).mode & 0o077).toBe(0);
  holdfast(folder, passphrase, 'evidence', 'hold', path, 'EV-001', 'off', '--why', 'insurer is done');
  await unlock(window, passphrase);
  await window.keyboard.press('Control+3');
  await window.getByRole('row').filter({ hasText: 'EV-001' }).click();
  await expect(foot).toContainText('Not on hold');
  await expect(hands.locator('.now')).toContainText('Hosting security');
});

test('the command line of a checkout prints the PDF in the app, without a display', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-print-'));
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    HOLDFAST_PROFILE: join(folder, 'profile'),
    HOLDFAST_PASSPHRASE: 'six words for a printed form',
    INIT_CWD: folder,
  };
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts', 'run.mjs'), 'holdfast', ...args], {
      cwd: root,
      env,
      encoding: 'utf8',
      timeout: 120_000,
    });
  const title = 'Uploads <b>&</b> “quotes”';
  expect(run('new', 'c.holdfast', '--title', title).status).toBe(0);
  const thing = ['--no-file', '--title', 'USB disk', '--held-by', 'Ada', '--location', 'safe'];
  expect(run('evidence', 'add', 'c.holdfast', ...thing).status).toBe(0);
  const made = run('custody', 'form', 'c.holdfast', 'all', '--out', 'all.pdf', '--json');
  expect(made.status, made.stderr).toBe(0);
  const { data } = JSON.parse(made.stdout) as { data: { path: string; exhibits: number } };
  expect(data).toMatchObject({ path: join(folder, 'all.pdf'), exhibits: 1 });
  const [first = ''] = textOf(data.path);
  expect(first).toContain(title);
  expect(first).toContain('Page 1 of');
  // Never over another file.
  expect(run('custody', 'form', 'c.holdfast', 'all', '--out', 'all.pdf').status).toBe(2);
  rmSync(folder, { recursive: true, force: true });
});
