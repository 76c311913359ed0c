import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliProgram, timed } from '../command.ts';
import type { Figure } from '../figure.ts';
import { jobTime } from '../job-time.ts';
import { withScratch } from '../scratch.ts';
import { median, seconds } from '../statistics.ts';

const RUNS = 5;
const SIZE = 20_000;
const FOLDERS = 100;

/** A folder of small files as one exhibit beside `sha256sum` over the same files, in turn, both warm. */
export async function manyFilesFigures(count: number): Promise<Figure[]> {
  return withScratch(async (scratch) => {
    const folder = join(scratch, 'files');
    const names = Array.from({ length: count }, (_, i) => join(folder, `${i % FOLDERS}`, `file-${i}.log`));
    for (let i = 0; i < FOLDERS; i += 1) mkdirSync(join(folder, `${i}`), { recursive: true });
    for (const name of names) writeFileSync(name, randomBytes(SIZE));
    const list = join(scratch, 'list');
    writeFileSync(list, `${names.join('\0')}\0`);
    const environment = {
      ...process.env,
      HOLDFAST_PROFILE: join(scratch, 'profile'),
      HOLDFAST_PASSPHRASE: 'bench',
    };
    const casePath = join(scratch, 'bench.holdfast');
    timed(process.execPath, [cliProgram, 'new', casePath, '--title', 'Bench'], environment);
    const sums = ['-c', 'xargs -0 sha256sum < "$1" > /dev/null', '-', list];
    timed('bash', sums);
    const [peers, jobs, commands]: [number[], number[], number[]] = [[], [], []];
    for (let run = 0; run < RUNS; run += 1) {
      peers.push(timed('bash', sums));
      const [profile, path] = [join(scratch, `profile-${run}`), join(scratch, `job-${run}.holdfast`)];
      jobs.push(await jobTime(profile, path, { paths: [folder] }));
      const add = [cliProgram, 'evidence', 'add', casePath, folder, '--quiet'];
      commands.push(timed(process.execPath, add, environment));
    }
    const [peer, job, command] = [median(peers), median(jobs), median(commands)];
    return [
      {
        name: `a folder of ${count} files of 20 kB: rate of the job`,
        target: '≥ 0.8 × sha256sum',
        ours: seconds(job),
        peer: `sha256sum: ${seconds(peer)}`,
        ratio: (peer / job).toFixed(2),
        reached: peer / job >= 0.8,
        how: 'job evidence.add of the folder, from its start to its end, in the engine; xargs -0 sha256sum over the same files',
      },
      {
        name: `a folder of ${count} files of 20 kB: whole command`,
        target: '≤ sha256sum + 1.2 s',
        ours: seconds(command),
        peer: `sha256sum: ${seconds(peer)}`,
        ratio: `+ ${seconds(command - peer)}`,
        reached: command - peer <= 1200,
        how: 'holdfast evidence add CASE FOLDER --quiet',
      },
    ];
  });
}
