import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';
import { generateCase } from '../../support/generate-record.ts';
import { timed } from '../command.ts';
import type { Figure } from '../figure.ts';
import { withScratch } from '../scratch.ts';
import { seconds } from '../statistics.ts';

const TARGET = 20_000;

/** The complete documentation of a large record, as a page and as a PDF, from the command to the file. */
export async function reportFigures(entries: number): Promise<Figure[]> {
  return withScratch(async (folder) => {
    const path = join(folder, 'large.holdfast');
    await generateCase(path, { entries, seed: 3, passphrase: 'bench', authors: 12, all: true });
    const environment = {
      ...process.env,
      HOLDFAST_PROFILE: join(folder, 'profile'),
      HOLDFAST_PASSPHRASE: 'bench',
    };
    const program = [join(root, 'scripts', 'run.mjs'), 'holdfast', 'share', 'report', path];
    const time = (file: string): number =>
      timed(process.execPath, [...program, join(folder, file), '--quiet'], environment);
    const [page, paper] = [time('report.html'), time('report.pdf')];
    return [
      {
        name: `complete documentation of ${entries} entries as PDF, whole command`,
        target: '< 20 s',
        ours: seconds(paper),
        peer: `the same as a web page: ${seconds(page)}`,
        ratio: (paper / page).toFixed(2),
        reached: paper < TARGET,
        how: 'holdfast share report CASE OUT.pdf (check of the record, start of the app and its printing included)',
      },
    ];
  });
}
