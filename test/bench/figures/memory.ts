import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cliProgram, timed } from '../command.ts';
import type { Figure } from '../figure.ts';
import { MIB, writeRandom } from '../files.ts';
import { PEAK_EVERY, peakOf } from '../peak.ts';
import { withScratch } from '../scratch.ts';

const LIMIT = 300e6;

/** Memory of the process that stores a large file and writes it out again, bit for bit. @param bytes of the file */
export async function memoryFigure(bytes: number): Promise<Figure> {
  return withScratch(async (folder) => {
    const file = join(folder, 'random.bin');
    writeRandom(file, bytes);
    const environment = {
      ...process.env,
      HOLDFAST_PROFILE: join(folder, 'profile'),
      HOLDFAST_PASSPHRASE: 'bench',
    };
    const casePath = join(folder, 'bench.holdfast');
    const out = join(folder, 'out');
    mkdirSync(out);
    timed(process.execPath, [cliProgram, 'new', casePath, '--title', 'Bench'], environment);
    const into = await peakOf(['evidence', 'add', casePath, file, '--store', '--quiet'], environment);
    const outOf = await peakOf(
      ['evidence', 'extract', casePath, 'EV-001', '--to', out, '--quiet'],
      environment,
    );
    const same = (await sha256(file)) === (await sha256(join(out, readdirSync(out)[0] ?? '')));
    const mb = (peak: number): string => `${Math.round(peak / 1e6)} MB`;
    return {
      name: `${Math.round(bytes / MIB)} MiB in and out, bit for bit: memory`,
      target: '< 300 MB RSS',
      ours: `${mb(into)} in, ${mb(outOf)} out`,
      peer: same ? 'the same bytes' : 'OTHER BYTES',
      ratio: (Math.max(into, outOf) / LIMIT).toFixed(2),
      reached: same && Math.max(into, outOf) < LIMIT,
      how: `holdfast evidence add --store, then evidence extract; largest RSS of the process, looked at every ${PEAK_EVERY} ms`,
    };
  });
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: MIB }), hash);
  return hash.digest('hex');
}
