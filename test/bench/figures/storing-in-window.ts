import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { HoldfastApi } from '../../../src-main/contract/window-api.ts';
import { start } from '../../e2e/fixtures/launch.ts';
import { cliProgram, timed } from '../command.ts';
import type { Figure } from '../figure.ts';
import { MIB, writeLog, writeRandom } from '../files.ts';
import { jobTime } from '../job-time.ts';
import { withScratch } from '../scratch.ts';
import { median, rate } from '../statistics.ts';

const RUNS = 3;
const PASSPHRASE = 'bench';

/** Storing in the window's engine beside the command line's, in turn: Electron may lack zstd. @param bytes of each file */
export async function storingInWindow(bytes: number): Promise<Figure[]> {
  return withScratch(async (folder) => [
    await storing(folder, 'text log', bytes, writeLog),
    await storing(folder, 'random bytes', bytes, writeRandom),
  ]);
}

async function storing(
  folder: string,
  what: string,
  bytes: number,
  write: (path: string, size: number) => void,
): Promise<Figure> {
  const file = join(folder, 'original');
  write(file, bytes);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    const place = join(folder, `${what} ${run}`);
    mkdirSync(place);
    theirs.push(await jobTime(join(place, 'profile'), join(place, 'cli.holdfast'), request(file)));
    ours.push(await inWindow(place, file));
    rmSync(place, { recursive: true });
  }
  rmSync(file);
  const [window, cli] = [median(ours), median(theirs)];
  return {
    name: `storing ${Math.round(bytes / MIB)} MiB of ${what} in the window: rate of the job`,
    target: 'reported',
    ours: rate(bytes, window),
    peer: `the same in the command line: ${rate(bytes, cli)}`,
    ratio: (cli / window).toFixed(2),
    reached: true,
    how: 'job evidence.add, stored, from the call in the page to its end',
  };
}

const request = (file: string) => ({ paths: [file], mode: 'stored' as const });

async function inWindow(home: string, file: string): Promise<number> {
  const path = join(home, 'window.holdfast');
  timed(process.execPath, [cliProgram, 'new', path, '--title', 'Bench'], {
    ...process.env,
    HOLDFAST_PROFILE: join(home, 'profile'),
    HOLDFAST_PASSPHRASE: PASSPHRASE,
  });
  const { app, window } = await start(home, { args: [path] });
  try {
    await window.getByRole('textbox', { name: /Passphrase for/ }).fill(PASSPHRASE);
    await window.keyboard.press('Enter');
    await window.getByRole('textbox', { name: 'Note', exact: true }).waitFor();
    return await jobTimeIn(window, file);
  } finally {
    await app.close();
  }
}

/** The record is checked when a case is opened: the end of that job is none of ours. */
async function jobTimeIn(window: Page, file: string): Promise<number> {
  return window.evaluate(
    async (given) =>
      new Promise<number>((resolve, reject) => {
        const { holdfast } = globalThis as unknown as { readonly holdfast: HoldfastApi };
        const started = performance.now();
        let ours = '';
        holdfast.on('job.ended', (end) => {
          if (end.job !== ours) return;
          if (end.ok) resolve(performance.now() - started);
          else reject(new Error(end.error.message));
        });
        holdfast.call('evidence.add', given).then((answer) => {
          if (answer.ok) ours = answer.data.job;
          else reject(new Error(answer.error.message));
        }, reject);
      }),
    request(file),
  );
}
