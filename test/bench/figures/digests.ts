import { join } from 'node:path';
import { timed } from '../command.ts';
import type { Figure } from '../figure.ts';
import { jobTime } from '../job-time.ts';
import { median, rate } from '../statistics.ts';

const RUNS = 3;

/** SHA-256, SHA-1 and MD5 in one pass beside `hashdeep` and beside MD5 alone, in turn, all warm. */
export async function digestsFigure(folder: string, file: string, bytes: number): Promise<Figure> {
  const hashdeep: number[] = [];
  const openssl: number[] = [];
  const job: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    hashdeep.push(timed('hashdeep', ['-c', 'md5,sha1,sha256', file]));
    openssl.push(timed('openssl', ['dgst', '-md5', file]));
    const [profile, path] = [join(folder, `profile-three-${run}`), join(folder, `three-${run}.holdfast`)];
    job.push(await jobTime(profile, path, { paths: [file], mode: 'reference', also: ['sha1', 'md5'] }));
  }
  const [deep, md5, ours] = [median(hashdeep), median(openssl), median(job)];
  return {
    name: 'three digests in one pass: rate of the job',
    target: '≥ 2.5 × hashdeep, ≥ 0.8 × openssl dgst -md5',
    ours: rate(bytes, ours),
    peer: `hashdeep -c md5,sha1,sha256: ${rate(bytes, deep)}; openssl dgst -md5: ${rate(bytes, md5)}`,
    ratio: `${(deep / ours).toFixed(2)}; ${(md5 / ours).toFixed(2)}`,
    reached: deep / ours >= 2.5 && md5 / ours >= 0.8,
    how: 'job evidence.add --reference --also sha1,md5, from its start to its end, in the engine',
  };
}
