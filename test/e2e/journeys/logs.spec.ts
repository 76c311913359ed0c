import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HoldfastApi } from '../../../src-main/contract/window-api.ts';
import { violations } from '../fixtures/axe.ts';
import { holdfast, onlyCase } from '../fixtures/holdfast.ts';
import { expect, test } from '../fixtures/launch.ts';
import { answerDialogs, lock, newIncident } from '../fixtures/person.ts';

test('logs are wanted, read and covered, the incident is handed over, and a phase is left through its gate', async ({
  launch,
}) => {
  const launched = await launch();
  const { window, folder } = launched;
  const passphrase = await newIncident(window);
  const path = onlyCase(folder);
  const dialogGone = async () => expect(window.getByRole('dialog')).toHaveCount(0);
  const save = async (): Promise<void> => {
    await window.keyboard.press('Control+Enter');
    await dialogGone();
  };
  const field = (name: string) => window.getByRole('dialog').getByRole('textbox', { name, exact: true });
  const file = join(folder, 'u_ex261117.log');
  writeFileSync(file, 'GET /uploads/img_7731.cfm\n');
  await answerDialogs(launched, [file]);
  await window.keyboard.press('Control+3');
  await window.locator('.head').click();
  await window.keyboard.press('e');
  await expect(window.getByRole('row').filter({ hasText: 'EV-001' })).toBeVisible();

  // What no exhibit says of itself: the logs that nobody has, and the way to them.
  await expect(window.locator('.missing-line')).toContainText('8 wanted logs lack proof');
  await expect(window.locator('.missing-line')).toContainText('IIS: download, reading');
  await window.keyboard.press('Control+1');
  await window.getByRole('region', { name: 'Evidence' }).getByRole('button', { name: 'To the logs' }).click();
  await expect(window.getByRole('heading', { name: 'Logs', exact: true })).toBeVisible();
  const wanted = window.getByRole('table', { name: 'Wanted logs' });
  const iis = wanted.getByRole('row', { name: /^IIS/ });
  await expect(iis).toContainText('download, reading');
  await expect(window.getByText('Nobody has said that the rotation')).toBeVisible();

  // Downloaded as what; an error keeps what was typed.
  await iis.getByRole('button', { name: 'What became of IIS' }).click();
  await window.getByRole('menuitem', { name: 'It was downloaded…' }).click();
  await field('Exhibits').fill('EV-099');
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('dialog').getByRole('alert')).toContainText('EV-099');
  await field('Exhibits').fill('EV-001');
  await save();
  await expect(iis).toContainText('EV-001');

  // What was read, of which server, from when to when: the rest is a gap.
  await window.getByRole('button', { name: 'Say what was read…' }).click();
  await window.getByRole('dialog').getByLabel('Which log').selectOption({ label: 'IIS' });
  await field('Server').fill('WEB01');
  await field('From').fill('yesterday 10:00');
  await field('To').fill('yesterday 11:00');
  await save();
  await expect(iis).toContainText('nothing');
  await window.keyboard.press('Control+3');
  await expect(window.locator('.missing-line')).toContainText('7 wanted logs lack proof');
  await window.keyboard.press('Control+6');
  const coverage = window.getByRole('region', { name: 'Coverage' });
  await expect(coverage).toContainText(
    'holds for what was read only: 0 logs as a whole, 1 in part, 7 not at all',
  );
  await expect(coverage.getByRole('img', { name: 'IIS, WEB01: read in part, 1 gap' })).toBeVisible();
  await coverage.getByRole('button', { name: 'Show as a table' }).click();
  await expect(coverage.getByRole('row', { name: /^IIS, WEB01/ })).toHaveCount(2);
  await expect(coverage.getByRole('row', { name: /^IIS, WEB01.*nobody read it/ })).toBeVisible();

  // A rotation that is stopped is missing until the host has confirmed it.
  await window.getByRole('button', { name: 'A rotation is stopped…' }).click();
  await field('Which job').fill('nightly full');
  await save();
  await expect(window.getByRole('region', { name: 'Backups' })).toContainText(
    'not confirmed by the host yet',
  );
  await window.getByRole('button', { name: 'The host confirmed it: nightly full' }).click();
  await window.getByRole('dialog').getByLabel('Confirmed by').selectOption('ticket');
  await field('Number of the ticket, or with whom').fill('HS-48812');
  await save();
  await expect(window.getByRole('region', { name: 'Backups' })).toContainText('confirmed: ticket HS-48812');
  expect(await violations(window)).toEqual([]);

  // How far it reaches: a list with a state, the state before stays.
  await window.keyboard.press('Control+4');
  await window.getByRole('button', { name: 'Add to Systems' }).click();
  await field('Which').fill('WEB01');
  await save();
  await window.getByRole('button', { name: 'WEB01: say what is known' }).click();
  await window.getByRole('dialog').getByLabel('State').selectOption('affected');
  await field('Who decided it').fill('Ada, Hosting security');
  await save();
  const extent = window.getByRole('region', { name: 'How far it reaches' });
  await expect(extent).toContainText(/affected.*Ada, Hosting security, before: suspected/s);
  expect(await violations(window)).toEqual([]);

  // The gate: what the record shows is answered, the rest by a person.
  await window.keyboard.press('Control+5');
  const steps = window.getByRole('list', { name: 'Steps of Identification' });
  await steps.getByRole('checkbox').first().click();
  await save();
  await expect(steps.getByRole('checkbox').first()).toBeChecked();
  await steps.locator('.step-main').nth(4).focus();
  await window.keyboard.press('l');
  await field('Exhibits').fill('EV-001');
  await window.getByRole('dialog').getByLabel('An entry').selectOption({ index: 1 });
  await save();
  await expect(steps.getByRole('listitem').nth(4)).toContainText('EV-001');
  await window.getByRole('button', { name: 'Move on…' }).click();
  const gate = window.getByRole('dialog', { name: 'Gate to Containment' });
  await expect(gate.getByRole('listitem').first()).toContainText('Discovery is written down');
  // What the record shows can be answered otherwise, with a reason.
  await gate.getByRole('button', { name: 'Answer otherwise: Discovery is written down' }).click();
  const shown = gate.getByRole('radiogroup', { name: /^Discovery/ });
  await expect(shown.getByRole('radio', { name: 'as the record shows' })).toBeChecked();
  await shown.getByRole('radio', { name: 'does not apply' }).check();
  await field('Why it is not as the record shows').fill('the ticket says more');
  await gate.getByRole('radiogroup').nth(1).getByRole('radio', { name: 'no', exact: true }).check();
  await field('Why it goes on all the same').fill('the host takes the snapshot at noon');
  await window.keyboard.press('Control+Enter');
  // One line is not answered, and no reason stands for it.
  await expect(gate).toBeVisible();
  expect(await violations(window)).toEqual([]);
  await gate.getByRole('radiogroup').nth(2).getByRole('radio', { name: 'does not apply' }).check();
  await save();
  await expect(window.getByRole('button', { name: /^3 Containment.*since/ })).toBeVisible();
  await window.keyboard.press('[');
  await expect(window.getByRole('region', { name: 'Gate to Containment' })).toContainText(
    /no, said by .*: the host takes the snapshot at noon/,
  );
  await expect(window.getByRole('region', { name: 'Gate to Containment' })).toContainText(
    'although the record showed it: the ticket says more',
  );

  // Eradication: the guard stands in the pane.
  await window.getByRole('button', { name: /^4 Eradication/ }).click();
  await window.getByText('Clean or replace the infected server').click();
  const pane = window.getByRole('complementary', { name: 'Step' });
  await expect(pane).toContainText('This would destroy evidence');
  // What is registered meanwhile is known when somebody comes back.
  await expect(pane).not.toContainText('EV-002');
  await window.evaluate(async () => {
    const { holdfast } = globalThis as unknown as { readonly holdfast: HoldfastApi };
    const place = { heldBy: 'Hosting security', location: 'their console' };
    await holdfast.call('evidence.add-thing', { title: 'Snapshot of WEB01', type: 'snapshot', ...place });
  });
  await pane.getByRole('button', { name: 'Collect them first' }).click();
  await expect(window.getByRole('row').filter({ hasText: 'EV-002' })).toBeVisible();
  await window.keyboard.press('Control+5');
  await expect(pane).toContainText('EV-002');
  await pane.getByRole('button', { name: 'Go on with a reason…' }).click();
  await field('Why it has to be done before that is collected').fill('the disk is failing');
  await save();
  await expect(pane).toContainText('the disk is failing');

  // Who is off hands over; the giver's own key cannot take it over.
  await window.keyboard.press('Control+1');
  const handover = window.getByRole('region', { name: 'Hand-over' });
  await handover.getByRole('button', { name: 'Hand over…' }).click();
  await field('Who takes over').fill('Ben');
  await save();
  await expect(handover).toContainText('Not yet taken over');
  await expect(window.getByRole('region', { name: 'Next' })).toContainText(
    'Not yet taken over: the hand-over to Ben',
  );
  await handover.getByRole('button', { name: 'Take over…' }).click();
  await expect(window.getByRole('dialog')).toContainText('Both sign, each with a key of their own');
  await window.keyboard.press('Escape');
  await dialogGone();
  await lock(window);

  const run = (...args: string[]) => holdfast(folder, passphrase, ...args);
  const logs = run('log', 'wanted', 'list', path).logs as {
    id: string;
    exhibits: string[];
    missing: string[];
  }[];
  expect(logs.find(({ id }) => id === 'log-iis')).toMatchObject({ exhibits: ['EV-001'], missing: [] });
  const lacking = (run('evidence', 'show', path, 'EV-001').missingLogs as { id: string }[]).map(
    ({ id }) => id,
  );
  expect(lacking).toContain('log-fusionreactor');
  expect(lacking).not.toContain('log-iis');
  expect(run('log', 'rotation', 'list', path).rotations).toMatchObject([{ state: 'confirmed' }]);
  expect(run('extent', 'list', path).items).toMatchObject([{ said: [{ state: 'affected' }] }]);
  const [, identification] = run('plan', 'show', path).phases as { gate: { answer: object }[] }[];
  expect(identification?.gate[0]?.answer).toMatchObject({
    answer: 'not-applicable',
    why: 'the ticket says more',
    against: true,
  });
  expect(run('handover', path).handovers).toMatchObject([{ to: 'Ben', accepted: [] }]);
  expect(run('verify', path).ok).toBe(true);
});
