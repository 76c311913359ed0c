// Run as a program: `node rich-case.ts FOLDER PASSPHRASE` makes web01.holdfast there, a night as it could have been,
// written by two people. The pictures start it, because their driver loads no SQLite.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';
import { handClock } from '../support/full-case.ts';
import { openEngine } from '../support/open-engine.ts';

const [folder = '', passphrase = ''] = process.argv.slice(2);
const ZONE = 'Europe/Berlin';
const path = join(folder, 'web01.holdfast');
const theirs = join(folder, 'web01-hosting-security.holdfast');
const clock = handClock('2026-11-17T01:21:07.000Z');
const workers = { folder: join(root, 'src-main', 'engine', 'workers'), extension: 'ts' } as const;
const developer = openEngine(join(folder, 'profile'), { clock, workers, as: 'Web developer' });
const security = openEngine(join(folder, 'hosting'), { clock, workers, as: 'Hosting security' });

/** It is so late in Berlin that night, UTC+1. */
const at = (time: string): void => {
  const utc = Date.parse(`2026-11-17T0${Number(time.slice(0, 2)) - 1}${time.slice(2)}Z`);
  clock.pass(utc - clock.now());
};

async function note(time: string, text: string, tags: string[], typed?: string): Promise<string> {
  at(time);
  const given = { text, tags, zone: ZONE, ...(typed === undefined ? {} : { at: typed }) };
  return (await developer.ask('note.add', given)).entry.id;
}

function file(name: string, line: string, times: number): string {
  const place = join(folder, 'evidence');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, name), line.repeat(times));
  return join(place, name);
}

async function firstHour(): Promise<void> {
  await developer.ask('case.create', {
    path,
    title: 'Suspicious uploads on WEB01',
    passphrase,
    zone: ZONE,
    source: 'fusionreactor',
  });
  await note('02:21:40', 'FusionReactor alert: 412 active requests on /uploads/', ['alert'], '02:14:05');
  await note('02:27:12', 'Cloudflare: block 203.0.113.77 and .cfm under /uploads/. It worked', ['action']);
  await note('02:31:30', 'Called hosting security, ticket HS-48812', ['phone']);
  at('02:38:02');
  await developer.ask('evidence.add-thing', {
    title: 'Snapshot of WEB01 before anything else',
    type: 'snapshot',
    provider: 'Hosting company',
    itemId: 'snap-0c71e2',
    heldBy: 'Hosting security',
    location: 'their console',
  });
  const wrong = await note('02:50:20', 'WEB01 removed from the network', ['action'], '02:25');
  at('02:52:10');
  await developer.ask('note.correct', { entry: wrong, at: '02:49', reason: 'typed the wrong time' });
  at('02:58:11');
  const line = '2026-11-17 01:11:42 10.0.4.21 GET /uploads/img_7731.cfm c=whoami 443 - 203.0.113.77 200\r\n';
  await developer.job('evidence.add', {
    paths: [file('u_ex261117.log', line, 40_000)],
    source: 'WEB01',
    covers: '2026-11-17 00:00..01:51',
    zone: 'UTC',
    clockOffset: 0,
  });
  await developer.job('evidence.add', { paths: [file('fr-request-2026-11-17.log', line, 9000)] });
  await developer.job('evidence.verify', { exhibits: ['EV-002', 'EV-003'] });
  at('03:05:44');
  await developer.ask('phase.enter', { phase: 'containment', why: 'WEB01 is off the network' });
}

async function theOtherSide(): Promise<void> {
  await developer.job('share.copy', { path: theirs, newPassphrase: passphrase });
  at('03:12:30');
  await security.ask('case.open', { path: theirs, passphrase, readOnly: false });
  const given = { zone: ZONE, tags: ['action'] };
  await security.ask('note.add', {
    ...given,
    text: 'Local users only on WEB01, remote desktop closed',
    at: '02:50..03:00',
  });
  await security.ask('note.add', {
    ...given,
    text: 'Firewall of the host: nothing else came from 203.0.113.77',
  });
  await security.close();
  at('03:20:02');
  await developer.job('record.merge', { path: theirs, passphrase });
  const { authors } = await developer.ask('author.list', {});
  const them = authors.find(({ name }) => name === 'Hosting security');
  if (them === undefined) throw new Error('they wrote nothing');
  await developer.ask('author.confirm', { key: them.key, by: 'telephone' });
}

async function secondHour(): Promise<void> {
  at('03:22:15');
  await developer.ask('fact.state', {
    name: 'penetrated',
    value: 'yes',
    by: ['Web developer', 'Hosting security'],
    grounds: 'commands were run through an upload',
  });
  await developer.ask('fact.state', { name: 'severity', value: 'high' });
  const owner = await note('03:30:09', 'Owner told by phone. Will send the Amazon notice before 09:00', [
    'owner',
  ]);
  await developer.ask('entry.attach', { entry: owner, exhibit: 'EV-002' });
  at('03:33:40');
  await developer.ask('custody.record', {
    exhibit: 'EV-002',
    event: 'transferred',
    to: 'Hosting security',
    seal: '4471',
    method: 'USB stick',
    location: 'safe room 2, shelf B',
    witness: 'shift lead',
  });
  at('03:36:00');
  await developer.ask('custody.record', { exhibit: 'EV-002', event: 'acknowledged', to: 'Hosting security' });
  await developer.ask('evidence.hold', { exhibit: 'EV-002', on: true, why: 'the insurer asked' });
  at('03:40:12');
  await developer.ask('witness.record', { person: 'Hosting security, shift lead', by: 'telephone' });
}

try {
  await firstHour();
  await theOtherSide();
  await secondHour();
} finally {
  await developer.close();
}
