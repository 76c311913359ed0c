import { join } from 'node:path';
import { cliProgram, timed } from '../command.ts';
import type { Figure } from '../figure.ts';
import { GIB, writeRandom } from '../files.ts';
import { jobTime } from '../job-time.ts';
import { withScratch } from '../scratch.ts';
import { median, rate, seconds } from '../statistics.ts';
import { digestsFigure } from './digests.ts';
import { manyFilesFigures } from './many-files.ts';
import { memoryFigure } from './memory.ts';
import { storingFigures } from './storing.ts';

const RUNS = 3;

/** Taking in evidence: hashing, storing, and the memory that takes. @param gib size of the largest file */
export async function evidenceFigures(gib: number): Promise<Figure[]> {
  return [
    ...(await hashingFigures(gib)),
    ...(await manyFilesFigures(Math.round(gib * 2500))),
    ...(await storingFigures((gib / 4) * GIB)),
    await memoryFigure(gib * 0.75 * GIB),
  ];
}

/** `evidence add --reference` of random bytes beside `openssl dgst -sha256`, in turn, both warm; and three digests. */
async function hashingFigures(gib: number): Promise<Figure[]> {
  return withScratch(async (folder) => {
    const file = join(folder, 'random.bin');
    const bytes = gib * GIB;
    writeRandom(file, bytes);
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
      const request = { paths: [file], mode: 'reference' as const };
      job.push(await jobTime(join(folder, `profile-${run}`), join(folder, `job-${run}.holdfast`), request));
    }
    const [peer, whole, hashing] = [median(openssl), median(command), median(job)];
    return [
      {
        name: `evidence add --reference of ${gib} GiB: rate of the job`,
        target: '≥ 0.95 × openssl',
        ours: rate(bytes, hashing),
        peer: `openssl dgst -sha256: ${rate(bytes, peer)}`,
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
      await digestsFigure(folder, file, bytes),
    ];
  });
}
