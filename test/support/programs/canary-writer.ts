import { readSync, writeSync } from 'node:fs';
import { argv, env } from 'node:process';
import { systemClock } from '../../../src-main/casework/clock.ts';
import { createEngine } from '../../../src-main/engine/create-engine.ts';

/**
 * Reads a draft and a note, each a line of its input, keeps the draft unsent, and writes the note again and again
 * until it is killed, or until its input ends. Arguments: case, profile.
 */
const [, , path = '', profileFolder = ''] = argv;

function readLines(): string[] {
  const buffer = Buffer.alloc(4096);
  return buffer.toString('utf8', 0, readSync(0, buffer)).split('\n');
}

async function main(): Promise<void> {
  const [draft = '', note = '', rounds = ''] = readLines();
  const engine = createEngine({
    emit: () => {},
    profileFolder,
    nativeBinding: undefined,
    workers: { folder: '', extension: 'cjs' },
    clock: systemClock,
    version: '0.0.0-test',
    programHash: undefined,
    author: { as: undefined, role: undefined },
    mayBlock: true,
  });
  const opened = await engine.call('case.open', { path, passphrase: env.HOLDFAST_PASSPHRASE });
  if (!opened.ok) throw new Error(opened.error.message);
  for (let i = 0; i < Number(rounds); i += 1) {
    await engine.call('draft.save', { place: 'note', text: `${draft} ${i}` });
    await engine.call('note.add', { text: `${note} ${i}` });
    writeSync(1, `${i}\n`);
  }
  await engine.close();
}

void main();
