import { writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, env } from 'node:process';
import { systemClock } from '../../../src-main/casework/clock.ts';
import type { EngineMethodName, ResponseOf } from '../../../src-main/contract/index.ts';
import { createEngine } from '../../../src-main/engine/create-engine.ts';

/**
 * A short working session through the real engine: notes, a stored exhibit, its custody, a draft. Tells each entry
 * as soon as it is shown as saved (`entry ID`), each draft that was kept (`draft TEXT`), each refusal
 * (`refused CODE`), and `end`. Arguments: case, profile.
 */
const [, , path = '', profileFolder = ''] = argv;
const tell = (line: string): void => void writeSync(1, `${line}\n`);
let jobEnded: () => void = () => {};

const engine = createEngine({
  emit(name, data) {
    if (name === 'entry.added' && 'entry' in data) tell(`entry ${data.entry.id}`);
    if (name === 'job.ended' && 'ok' in data) {
      if (!data.ok) tell(`refused ${data.error.code}`);
      jobEnded();
    }
  },
  profileFolder,
  nativeBinding: undefined,
  workers: { folder: join(dirname(argv[1] ?? ''), '..', 'workers'), extension: 'cjs' },
  clock: systemClock,
  version: '0.0.0-test',
  programHash: undefined,
  author: { as: undefined, role: undefined },
  mayBlock: true,
});

async function ask<Name extends EngineMethodName>(
  name: Name,
  request: unknown,
): Promise<ResponseOf<Name> | null> {
  const answer = await engine.call(name, request);
  if (answer.ok) return answer.data;
  tell(`refused ${answer.error.code}`);
  if (answer.error.code === 'bug') process.stderr.write(`${JSON.stringify(answer.error)}\n`);
  return null;
}

async function draft(text: string): Promise<void> {
  if ((await ask('draft.save', { place: 'note', text })) !== null) tell(`draft ${text}`);
}

async function main(): Promise<void> {
  const exhibit = join(dirname(path), 'exhibit.bin');
  writeFileSync(exhibit, Buffer.alloc(20_000, 'log line, '));
  if ((await ask('case.open', { path, passphrase: env.HOLDFAST_PASSPHRASE })) === null) {
    process.exitCode = 1;
    return;
  }
  await ask('note.add', { text: 'first note', tags: ['alert'] });
  await ask('note.add', { text: `a long one ${'and more '.repeat(1500)}`, at: '02:14' });
  const ended = new Promise<void>((resolve) => (jobEnded = resolve));
  if ((await ask('evidence.add', { paths: [exhibit], mode: 'stored' })) !== null) await ended;
  await ask('custody.record', { exhibit: 'EV-001', event: 'transferred', to: 'Hosting security' });
  await draft('half a thought');
  await draft('half a thought and a half');
  await ask('note.add', { text: 'last note' });
  await engine.close();
  tell('end');
}

void main();
