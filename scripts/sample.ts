import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  SAMPLE_LOG_NAME,
  SAMPLE_PASSPHRASE,
  SAMPLE_TITLE,
  sampleLog,
  sampleNotes,
} from '../src-main/engine/sample/story.ts';
import { distDir } from './paths.ts';

/** The sample incident, step by step through the real command line, as a person would type it. */
const now = Date.now();
const folder = mkdtempSync(join(tmpdir(), 'holdfast-sample-'));
const file = (name: string): string => join(folder, name);
const environment = {
  ...process.env,
  HOLDFAST_PROFILE: file('profile'),
  HOLDFAST_PASSPHRASE: SAMPLE_PASSPHRASE,
  HOLDFAST_NEW_PASSPHRASE: 'six other words for the owner',
};

function holdfast(args: readonly string[], passphrase = SAMPLE_PASSPHRASE): void {
  console.log(`\n$ holdfast ${args.map((arg) => (/^[\w./:=-]+$/.test(arg) ? arg : `'${arg}'`)).join(' ')}`);
  const done = spawnSync(process.execPath, [join(distDir, 'main', 'cli.cjs'), ...args], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...environment, HOLDFAST_PASSPHRASE: passphrase },
  });
  if (done.status !== 0) throw new Error(`holdfast ${args[0] ?? ''} ended with ${String(done.status)}`);
}

console.log(`The sample incident is built in ${folder}`);
const before = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();
writeFileSync(file(SAMPLE_LOG_NAME), sampleLog(now));

holdfast([
  'new',
  'incident.holdfast',
  '--title',
  SAMPLE_TITLE,
  '--source',
  'fusionreactor',
  '--detected-at',
  before(87),
  '--practice',
  '--as',
  'Web developer',
  '--role',
  'first contact',
]);
for (const { ago, text, tags } of sampleNotes) {
  holdfast([
    'note',
    'incident.holdfast',
    text,
    '--at',
    before(ago),
    ...tags.flatMap((tag) => ['--tag', tag]),
  ]);
}
holdfast([
  'evidence',
  'add',
  'incident.holdfast',
  SAMPLE_LOG_NAME,
  '--type',
  'log',
  '--source',
  'WEB01',
  '--clock-offset',
  '0',
]);
holdfast([
  'custody',
  'incident.holdfast',
  'EV-001',
  'transferred',
  '--to',
  'Hosting security',
  '--purpose',
  'analysis',
  '--seal',
  '4471',
]);
holdfast(['timeline', 'incident.holdfast', '--by', 'occurred']);
holdfast(['evidence', 'show', 'incident.holdfast', 'EV-001']);
holdfast(['verify', 'incident.holdfast']);
holdfast(['share', 'copy', 'incident.holdfast', 'for-the-owner.holdfast']);
holdfast(['verify', 'for-the-owner.holdfast'], environment.HOLDFAST_NEW_PASSPHRASE);

console.log(`
What to look at:
  ${file('incident.holdfast')}        the case; passphrase: ${SAMPLE_PASSPHRASE}
  ${file('for-the-owner.holdfast')}   the copy; passphrase: ${environment.HOLDFAST_NEW_PASSPHRASE}
  ${file(SAMPLE_LOG_NAME)}         the log that EV-001 was hashed from
Change one byte of a copy of the case and run \`verify\` on it: it says what was changed.`);
