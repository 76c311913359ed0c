import { randomBytes } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { testEngine } from '../../support/engine.ts';
import { cliProgram, timed } from '../command.ts';
import type { Figure } from '../figure.ts';
import { withScratch } from '../scratch.ts';
import { median, seconds } from '../statistics.ts';

const GIB = 1024 ** 3;
const RUNS = 3;

/** `evidence add --reference` of random bytes beside `openssl dgst -sha256`, in turn, both warm. */
export async function evidenceFigures(gib: number): Promise<Figure[]> {
  return withScratch(async (folder) => {
    const file = join(folder, 'random.bin');
    writeRandom(file, gib);
    const environment = {
      ...process.env,
      HOLDFAST_PROFILE: join(folder, 'profile'),
      HOLDFAST_PASSPHRASE: 'bench',
    };
    const casePath = join(folder, 'bench.holdfast');
    timed(process.execPath, [cliProgram, 'new', casePath, '--title', 'Bench'], environment);
    const add = [cliProgram, 'evidence', 'add', casePath, file, '--reference', '--quiet'];
    const openssl: number[] = [];
    const command: number[] = [];
    const job: number[] = [];
    timed('openssl', ['dgst', '-sha256', file]);
    for (let run = 0; run < RUNS; run += 1) {
      openssl.push(timed('openssl', ['dgst', '-sha256', file]));
      command.push(timed(process.execPath, add, environment));
      job.push(await jobTime(join(folder, `profile-${run}`), join(folder, `job-${run}.holdfast`), file));
    }
    const bytes = gib * GIB;
    const rate = (time: number): string => `${(bytes / time / 1000).toFixed(0)} MB/s`;
    const [peer, whole, hashing] = [median(openssl), median(command), median(job)];
    return [
      {
        name: `evidence add --reference of ${gib} GiB: rate of the job`,
        target: '≥ 0.95 × openssl',
        ours: rate(hashing),
        peer: `openssl dgst -sha256: ${rate(peer)}`,
        ratio: (peer / hashing).toFixed(2),
        reached: peer / hashing >= 0.95,
        how: 'job evidence.add, from its start to its end, in the engine',
      },
      {
        name: `evidence add --reference of ${gib} GiB: whole command`,
        target: '≤ openssl + 1.2 s',
        ours: seconds(whole),
        peer: `openssl dgst -sha256: ${seconds(peer)}`,
        ratio: `+ ${seconds(whole - peer)}`,
        reached: whole - peer <= 1200,
        how: 'holdfast evidence add CASE FILE --reference --quiet',
      },
    ];
  });
}

async function jobTime(profile: string, path: string, file: string): Promise<number> {
  let ended: () => void = () => {};
  const end = new Promise<void>((resolve) => (ended = resolve));
  const engine = testEngine(profile, (name) => {
    if (name === 'job.ended') ended();
  });
  try {
    await engine.call('case.create', { path, title: 'Bench', passphrase: 'bench' });
    const started = performance.now();
    await engine.call('evidence.add', { paths: [file], mode: 'reference' });
    await end;
    return performance.now() - started;
  } finally {
    await engine.close();
  }
}

function writeRandom(path: string, gib: number): void {
  const file = openSync(path, 'w');
  try {
    for (let i = 0; i < gib * 16; i += 1) writeSync(file, randomBytes(64 * 1024 * 1024));
  } finally {
    closeSync(file);
  }
}
