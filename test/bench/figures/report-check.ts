import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';
import { chromiumPath, firefoxPath, inChromium, inFirefox } from '../../support/browsers.ts';
import { generateCase } from '../../support/generate-record.ts';
import { timed } from '../command.ts';
import type { Figure } from '../figure.ts';
import { withScratch } from '../scratch.ts';
import { seconds } from '../statistics.ts';

const OPENS = 2000;
const CHECKS = 5000;

/** A report of a large record in the browsers of other people: how soon it stands there, and how long its check takes. */
export async function reportCheckFigures(entries: number): Promise<Figure[]> {
  return withScratch(async (folder) => {
    const path = join(folder, 'large.holdfast');
    const out = join(folder, 'report.html');
    await generateCase(path, { entries, seed: 3, passphrase: 'bench', authors: 12, all: true });
    const environment = {
      ...process.env,
      HOLDFAST_PROFILE: join(folder, 'profile'),
      HOLDFAST_PASSPHRASE: 'bench',
    };
    const program = [join(root, 'scripts', 'run.mjs'), 'holdfast'];
    timed(process.execPath, [...program, 'share', 'report', path, out, '--quiet'], environment);
    const ours = timed(process.execPath, [...program, 'check', out, '--quiet'], environment);
    const browsers = [
      ...(firefoxPath === undefined ? [] : [['Firefox ESR', inFirefox(folder, [out, out])] as const]),
      ...(chromiumPath === undefined ? [] : [['Chromium', await inChromium(folder, [out, out])] as const]),
    ];
    return browsers.map(([name, { pages }]): Figure => {
      // The second time, as the first one also starts the browser.
      const { opened, took, said } = pages[1] ?? { opened: NaN, took: NaN, said: '' };
      return {
        name: `report of ${entries} entries in ${name}: opens, and re-checks itself`,
        target: '< 2 s, < 5 s',
        ours: `${seconds(opened)}, ${seconds(took)}`,
        peer: `\`holdfast check\` of the same file, whole command: ${seconds(ours)}`,
        ratio: (took / ours).toFixed(2),
        reached: opened < OPENS && took < CHECKS && said.startsWith('✓'),
        how: 'file:// without a network and a window; until it is loaded and drawn; from the press of the button until the page says how it came out, timed in the page',
      };
    });
  });
}
