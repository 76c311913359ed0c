import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdfast, onlyCase } from '../e2e/fixtures/holdfast.ts';
import { expect, test } from '../e2e/fixtures/launch.ts';
import { answerDialogs, lock, newIncident, typeWords, unlock } from '../e2e/fixtures/person.ts';
import { camera, target } from './camera.ts';

const LONG = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);

/** Review, report and the owner's page at two sizes, light and dark, and the papers: to be looked at by a person. */
test('pictures of the review, the owner’s page and the papers', async ({ launch }) => {
  test.setTimeout(600_000);
  const launched = await launch();
  const { window, folder } = launched;
  const picture = await camera(launched);
  const passphrase = await newIncident(window, 'Suspicious uploads on WEB01');
  await typeWords(window, passphrase);
  await window.keyboard.press('Control+8');
  await expect(window.getByRole('heading', { name: 'Review', exact: true })).toBeVisible();
  await picture('review-fresh');
  await window.keyboard.press('Control+1');
  await window.getByRole('button', { name: 'For the owner', exact: true }).click();
  await picture('owner-fresh');
  const path = onlyCase(folder);
  await lock(window);
  const run = (...args: string[]) => holdfast(folder, passphrase, ...args);
  run('fact', path, 'occurred', 'yesterday 01:52');
  run('fact', path, 'suspected', 'yesterday 02:14', '--grounds', 'three unknown files');
  run('note', path, 'FusionReactor alert: 412 active requests', '--at', 'yesterday 02:14');
  run('fact', path, 'discovered', 'Three unknown files in uploads/; one was used 12 times.');
  run('fact', path, 'penetrated', 'yes', '--by', 'Ada', '--by', 'Hosting security');
  run('phase', path, 'containment', '--why', 'WEB01 is off the network');
  const action = ['--phase', 'containment', '--system', 'WEB01', '--ordered-by', 'Owner', '--worked', 'yes'];
  run('action', path, ...action, '--what', 'rule 12 blocks 203.0.113.77', '--undo', 'remove rule 12');
  run('plan', 'step', path, 'identify-host-told', 'done', '--by', 'Ada', '--why', 'ticket HS-48812');
  const log = join(folder, 'u_ex261117.log');
  writeFileSync(log, '2026-11-17 01:11:42 GET /uploads/img_7731.cfm c=whoami 200\n');
  const covers = [
    '--type',
    'log',
    '--source',
    'WEB01',
    '--covers',
    '2026-11-17 00:00..02:00',
    '--zone',
    'UTC',
  ];
  run('evidence', 'add', path, log, ...covers);
  run('notify', 'needed', path, 'insurer', 'undecided', '--why', 'the policy is in the office');
  run('notify', 'sent', path, 'host', '--via', 'phone');
  run('phase', path, 'eradication', '--why', 'nothing new came in');
  await unlock(window, passphrase);
  await window.keyboard.press('Control+1');
  await window.getByRole('button', { name: 'For the owner', exact: true }).click();
  await expect(window.getByText('Somebody broke into a system.').first()).toBeVisible();
  await picture('owner-nothing-written');
  await lock(window);
  const told =
    'In the night somebody put files on the web server of the shop and ran commands with one of them.';
  run(
    'fact',
    path,
    'where-we-are',
    `${told} The server is off the network. The shop is closed until it is clean.`,
  );
  run('review', path, 'set', 'summary', told);
  run('review', path, 'set', 'worked', 'The alarm came in time.\nThe host answered at once.');
  run('review', path, 'set', 'not-worked', `Nobody knew the number of the insurer. ${LONG}`);
  run('review', path, 'cause', 'The product form took every kind of file');
  run('review', path, 'cause', 'Nobody read the logs by night');
  run(
    'review',
    path,
    'question',
    'What was read from memory between 01:58 and 02:11?',
    '--owner',
    'Hosting security',
  );
  const asked = ['--owner', 'Ada', '--due', '2035-12-01 12:00'];
  run('review', path, 'improvement', 'Take pictures only', ...asked);
  run('review', path, 'improvement', `An alarm by telephone ${LONG}`, ...asked);
  run(
    'review',
    path,
    'improvement',
    'A list of numbers on paper',
    '--owner',
    'Owner',
    '--due',
    'yesterday 12:00',
  );
  const { items } = run('review', path, 'show') as { items: { item: string; list: string }[] };
  run('review', path, 'done', items.find(({ list }) => list === 'improvement')?.item ?? '');
  const { entries } = run('timeline', path, '--kind', 'note') as { entries: { id: string }[] };
  run('review', path, 'excerpt', entries[0]?.id ?? '');
  run('fact', path, 'ended', 'now', '--by', 'Ada');
  await unlock(window, passphrase);
  await window.keyboard.press('Control+1');
  await window.getByRole('button', { name: 'For the owner', exact: true }).click();
  await picture('owner', { zoomed: true });
  await window.keyboard.press('Control+8');
  await expect(window.getByText('Take pictures only')).toBeVisible();
  await picture('review', { zoomed: true });
  await window.getByRole('button', { name: 'Pick entries…' }).click();
  await expect(window.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
  await picture('review-pick');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.keyboard.press('Control+9');
  await window.getByRole('radio', { name: 'Report' }).check();
  await picture('report-form');
  for (const name of ['report.pdf', 'report.html']) {
    await answerDialogs(launched, [join(target(), name)]);
    await window.getByRole('button', { name: 'Make the report…' }).click();
    await expect(window.getByRole('note').filter({ hasText: name })).toBeVisible({ timeout: 60_000 });
  }
  await picture('report-done');
  for (const [button, name] of [
    ['Print the plan…', 'plan.pdf'],
    ['Print the page for the owner…', 'owner.pdf'],
  ] as const) {
    await answerDialogs(launched, [join(target(), name)]);
    await window.getByRole('button', { name: button }).click();
    await expect(window.getByText(`Saved as ${name}`)).toBeVisible({ timeout: 60_000 });
  }
});
