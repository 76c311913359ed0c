import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cliProgram, timed } from '../command.ts';
import type { Figure } from '../figure.ts';
import { MIB, writeLog, writeRandom } from '../files.ts';
import { jobTime } from '../job-time.ts';
import { withScratch } from '../scratch.ts';
import { median, rate } from '../statistics.ts';

const RUNS = 3;

/** `evidence add --store` beside the same work by Debian's tools, in turn, both warm. @param bytes of each file */
export async function storingFigures(bytes: number): Promise<Figure[]> {
  return withScratch(async (folder) => [
    ...(await storing(folder, 'text log', bytes, writeLog)),
    ...(await storing(folder, 'random bytes', bytes, writeRandom)),
  ]);
}

async function storing(
  folder: string,
  what: string,
  bytes: number,
  write: (path: string, size: number) => void,
): Promise<Figure[]> {
  const file = join(folder, 'original');
  write(file, bytes);
  const environment = {
    ...process.env,
    HOLDFAST_PROFILE: join(folder, 'profile'),
    HOLDFAST_PASSPHRASE: 'bench',
  };
  const recipient = execFileSync('bash', ['-c', 'age-keygen 2> /dev/null | age-keygen -y'], {
    encoding: 'utf8',
  }).trim();
  const out = join(folder, 'pipeline.age');
  const pipeline = [
    '-o',
    'pipefail',
    '-c',
    'tee >(sha256sum > "$2.sum") < "$1" | zstd -q -1 -T1 | age -r "$3" > "$2"',
    '-',
    file,
    out,
    recipient,
  ];
  timed('bash', pipeline);
  const [peers, jobs, commands]: [number[], number[], number[]] = [[], [], []];
  let kept = 0;
  for (let run = 0; run < RUNS; run += 1) {
    peers.push(timed('bash', pipeline));
    const path = join(folder, `${run}.holdfast`);
    jobs.push(await jobTime(join(folder, `profile-${run}`), path, { paths: [file], mode: 'stored' }));
    kept = sizeOf(`${path}-evidence`);
    clear(path);
    timed(process.execPath, [cliProgram, 'new', path, '--title', 'Bench'], environment);
    const add = [cliProgram, 'evidence', 'add', path, file, '--store', '--quiet'];
    commands.push(timed(process.execPath, add, environment));
    clear(path);
  }
  const [peer, job, command] = [median(peers), median(jobs), median(commands)];
  rmSync(file);
  const size = `${Math.round(bytes / MIB)} MiB of ${what}`;
  const figure: Figure = {
    name: `storing ${size}: rate of the job`,
    target: '≥ 1.0 × the pipeline',
    ours: `${rate(bytes, job)} (whole command ${rate(bytes, command)})`,
    peer: `tee >(sha256sum) | zstd -1 -T1 | age -r: ${rate(bytes, peer)}`,
    ratio: `${(peer / job).toFixed(2)} (whole command ${(peer / command).toFixed(2)})`,
    reached: peer / job >= 1,
    how: 'job evidence.add --store, from its start to its end, in the engine',
  };
  if (write !== writeRandom) return [figure];
  return [
    figure,
    {
      name: `size of ${size}, stored`,
      target: '≤ 1.01 × its size',
      ours: `${kept} bytes`,
      peer: `${bytes} bytes`,
      ratio: (kept / bytes).toFixed(4),
      reached: kept <= 1.01 * bytes,
      how: 'the folder beside the case',
    },
  ];
}

const sizeOf = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

function clear(path: string): void {
  rmSync(path);
  rmSync(`${path}-evidence`, { recursive: true });
}
