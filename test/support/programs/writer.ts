import { readSync, writeSync } from 'node:fs';
import { argv, env } from 'node:process';
import { systemClock } from '../../../src-main/casework/clock.ts';
import { createEngine } from '../../../src-main/engine/create-engine.ts';

/**
 * Opens a case through the real engine and writes notes as fast as it can. Each acknowledged entry's id goes to
 * the outside at once: what stands on the other side of the pipe was promised. Arguments: case, profile. Waits for
 * a line on its input before it opens anything.
 */
const [, , path = '', profileFolder = ''] = argv;

async function main(): Promise<void> {
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
  readSync(0, Buffer.alloc(1));
  const opened = await engine.call('case.open', { path, passphrase: env.HOLDFAST_PASSPHRASE });
  if (!opened.ok) throw new Error(opened.error.message);
  for (let i = 0; ; i += 1) {
    // Now and then a long one: many pages in one transaction.
    const text = `note ${i} ${'and so on '.repeat(i % 5 === 0 ? 2000 : i % 30)}`;
    const answer = await engine.call('note.add', { text, tags: ['flow'] });
    if (!answer.ok) throw new Error(answer.error.message);
    writeSync(1, `${answer.data.entry.id}\n`);
  }
}

void main();
