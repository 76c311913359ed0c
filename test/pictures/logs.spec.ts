import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdfast, onlyCase } from '../e2e/fixtures/holdfast.ts';
import { test } from '../e2e/fixtures/launch.ts';
import { lock, newIncident, typeWords, unlock } from '../e2e/fixtures/person.ts';
import { camera } from './camera.ts';

const LONG = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);

/** Logs, coverage, backups, extent, gate and hand-over at two sizes, light and dark: to be looked at by a person. */
test('pictures of the logs', async ({ launch }) => {
  test.setTimeout(600_000);
  const launched = await launch();
  const { window, folder } = launched;
  const picture = await camera(launched);
  const passphrase = await newIncident(window, 'Suspicious uploads on WEB01');
  await typeWords(window, passphrase);
  await window.keyboard.press('Control+6');
  await picture('logs-fresh');
  const path = onlyCase(folder);
  await lock(window);
  const run = (...args: string[]) => holdfast(folder, passphrase, ...args);
  const file = join(folder, 'u_ex261117.log');
  writeFileSync(file, 'GET /uploads/img_7731.cfm\n');
  const thing = ['--no-file', '--title', 'Snapshot of WEB01', '--held-by', 'Host', '--location', 'console'];
  run('evidence', 'add', path, ...thing, '--type', 'snapshot');
  run('evidence', 'add', path, file, '--type', 'log');
  run('fact', path, 'suspected', 'yesterday 22:00', '--grounds', 'three unknown files');
  run('log', 'wanted', 'downloaded', path, 'log-iis', 'EV-002', '--by', 'Ada');
  run('log', 'wanted', 'reviewed', path, 'log-firewall', '--found', `a scan of ports ${LONG}`);
  run('log', 'wanted', 'missing', path, 'Cloudflare', '--why', 'this plan keeps none');
  run('log', 'wanted', 'add', path, `Mail ${LONG}`, '--host', 'MX1');
  const iis = ['--source', 'IIS', '--host', 'WEB01', '--from', 'yesterday 22:30', '--to', 'yesterday 23:30'];
  run('log', 'covered', path, ...iis, '--found', 'nothing', '--by', 'Ada', '--evidence', 'EV-002');
  const all = ['--source', 'FusionReactor', '--host', 'WEB01', '--from', 'yesterday 20:00', '--to', 'now'];
  run('log', 'covered', path, ...all, '--found', '412 active requests at 02:14');
  run('log', 'rotation', 'stopped', path, 'nightly full', '--by', 'Hosting security', '--host', 'WEB01');
  const proof = ['--proof', 'ticket', '--reference', 'HS-48812', '--until', '2030-02-20 00:00'];
  run('log', 'rotation', 'stopped', path, 'weekly off-site', ...proof);
  run('extent', 'set', path, 'systems', 'WEB01', 'suspected');
  run('extent', 'set', path, 'systems', 'WEB01', 'affected', '--by', 'Ada', '--by', 'Hosting security');
  run('extent', 'set', path, 'customers', `Orders of ${LONG}`, 'suspected');
  run(
    'plan',
    'step',
    path,
    'identify-discovery',
    'done',
    '--evidence',
    'EV-001',
    '--why',
    'three files in uploads/',
  );
  run('plan', 'step', path, 'identify-host-told', 'skipped', '--why', 'we are the host');
  run('plan', 'step', path, 'identify-owner-told', 'done');
  run('plan', 'step', path, 'identify-owner-told', 'reopened', '--why', 'the owner did not answer');
  run('plan', 'link', path, 'identify-logs', '--evidence', 'EV-002');
  run(
    'phase',
    path,
    'containment',
    '--why',
    'WEB01 is off the network',
    '--gate',
    'gate-breach=no:not read yet',
  );
  run('handover', path, '--to', 'Ben', '--note', 'Watch the firewall log');
  await unlock(window, passphrase);
  await window.keyboard.press('Control+1');
  await picture('overview-handover');
  await window.keyboard.press('Control+6');
  await picture('logs');
  await window.locator('.logs-main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
  await window.getByRole('button', { name: 'Show as a table' }).click();
  await picture('logs-table');
  await window.getByRole('button', { name: 'Say what was read…' }).click();
  await picture('logs-cover');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+4');
  await window.locator('.facts-column').evaluate((column) => column.scrollTo(0, column.scrollHeight));
  await picture('facts-extent');
  await window.keyboard.press('Control+5');
  await window.getByRole('button', { name: /^2 Identification/ }).click();
  await window.getByText('Download all logs').click();
  await picture('plan-steps');
  await window.getByRole('button', { name: /^4 Eradication/ }).click();
  await window.getByText('Clean or replace the infected server').click();
  await picture('plan-guard');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: /^3 Containment/ }).click();
  await window.getByRole('button', { name: 'Move on…' }).click();
  await picture('gate');
});
