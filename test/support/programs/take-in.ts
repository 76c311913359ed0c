import { readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, env, pid } from 'node:process';
import { systemClock } from '../../../src-main/casework/clock.ts';
import { createEngine } from '../../../src-main/engine/create-engine.ts';

/**
 * Takes in files and folders through the real engine, writing its place down every 4 MiB. Tells how far reading of all
 * is (`at BYTES`), and at the end what the process read from the start of the job on (`read BYTES`), what came out
 * (`result JSON`), and `end`. Arguments: case, profile, paths and more of the request (JSON).
 */
const [, , path = '', profileFolder = '', request = ''] = argv;
/** A pipe takes as much as it has room for. */
function tell(line: string): void {
  let rest: Uint8Array = Buffer.from(`${line}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

/** Bytes that this process read by any call, from the page cache as well (proc(5), /proc/PID/io). */
const readSoFar = (): number =>
  Number(/^rchar: (\d+)/.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1] ?? Number.NaN);

let ended: (result: unknown) => void = () => {};
const engine = createEngine({
  emit(name, data) {
    if (name === 'job.progress' && 'done' in data) tell(`at ${data.all?.done ?? data.done}`);
    if (name === 'job.ended') ended(data);
  },
  profileFolder,
  nativeBinding: undefined,
  workers: { folder: join(dirname(argv[1] ?? ''), '..', 'workers'), extension: 'cjs' },
  clock: systemClock,
  version: '0.0.0-test',
  programHash: undefined,
  author: { as: undefined, role: undefined },
  mayBlock: true,
  checkpointEvery: 4 * 1024 * 1024,
});

async function main(): Promise<void> {
  const opened = await engine.call('case.open', { path, passphrase: env.HOLDFAST_PASSPHRASE });
  if (!opened.ok) throw new Error(opened.error.message);
  const end = new Promise<unknown>((resolve) => (ended = resolve));
  const before = readSoFar();
  const started = await engine.call('evidence.add', JSON.parse(request));
  if (!started.ok) throw new Error(started.error.message);
  const result = await end;
  tell(`read ${readSoFar() - before}`);
  tell(`result ${JSON.stringify(result)}`);
  await engine.close();
  tell('end');
}

void main();
