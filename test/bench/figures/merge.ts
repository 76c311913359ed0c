import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { extendCase, generateCase } from '../../support/generate-record.ts';
import { cliProgram, timed } from '../command.ts';
import type { Figure } from '../figure.ts';
import { withScratch } from '../scratch.ts';
import { median, ms, seconds } from '../statistics.ts';
import { notesDuring } from './notes.ts';
import { bareShares, bareTime } from './verify.ts';

const RUNS = 3;
const PASSPHRASE = 'bench';

/** Two copies of a case that were written on apart become one record. */
export async function mergeFigures(entries: number): Promise<Figure[]> {
  return withScratch(async (folder) => {
    const [one, other] = [join(folder, 'one.holdfast'), join(folder, 'other.holdfast')];
    await generateCase(one, { entries: 100, seed: 5, passphrase: PASSPHRASE });
    copyFileSync(one, other);
    await extendCase(one, { entries, seed: 6, passphrase: PASSPHRASE, authors: 2 });
    await extendCase(other, { entries, seed: 7, passphrase: PASSPHRASE, authors: 2 });
    const environment = {
      ...process.env,
      HOLDFAST_PROFILE: join(folder, 'profile'),
      HOLDFAST_PASSPHRASE: PASSPHRASE,
    };
    const target = join(folder, 'target.holdfast');
    const times: number[] = [];
    const bare: number[] = [];
    const shares = await bareShares(other);
    for (let run = 0; run < RUNS; run += 1) {
      bare.push(await bareTime(shares));
      copyFileSync(one, target);
      times.push(timed(process.execPath, [cliProgram, 'merge', target, other, '--quiet'], environment));
    }
    copyFileSync(one, target);
    const request = { path: other, passphrase: PASSPHRASE };
    const waits = await notesDuring(join(folder, 'window'), target, 'record.merge', request);
    const whole = median(times);
    const worst = Math.max(...waits);
    return [
      {
        name: `merging 2 × ${entries} entries, whole command`,
        target: '< 8 s',
        ours: seconds(whole),
        peer: `hashing and Ed25519 of the other file alone: ${seconds(median(bare))}`,
        ratio: (whole / median(bare)).toFixed(2),
        reached: whole < 8000,
        how: 'holdfast merge ONE OTHER --quiet, every foreign signature checked',
      },
      {
        name: `a note while 2 × ${entries} entries are merged`,
        target: 'worst ≤ 2 s',
        ours: `worst ${ms(worst)} (${waits.length} notes, median ${ms(median(waits))})`,
        peer: '-',
        ratio: '-',
        reached: worst <= 2000,
        how: 'note.add every 20 ms while the job record.merge runs, its last transaction included',
      },
    ];
  });
}
