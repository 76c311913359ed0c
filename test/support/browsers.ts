import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

/** What a browser showed of a report after its button was pressed. */
export interface Shown {
  /** One line: how it came out. */
  readonly said: string;
  /** All that the box says. */
  readonly text: string;
  /** Milliseconds, from the press. */
  readonly took: number;
  /** Milliseconds until the page stood there. */
  readonly opened: number;
  /** What a note of the case would set if it ran. */
  readonly ran: unknown;
}

export interface Browsed {
  readonly pages: readonly Shown[];
  /** Dialogs that were opened: by a script that should not run. */
  readonly dialogs: number;
}

const where = (name: string): string | undefined =>
  ['/usr/bin', '/usr/local/bin'].map((folder) => join(folder, name)).find((path) => existsSync(path));

/** Browsers of Debian; undefined where they are not here. */
export const firefoxPath = where('firefox-esr');
export const chromiumPath = where('chromium');

/** Runs as it stands: it needs nothing of ours. */
const FIREFOX_PROGRAM = join(import.meta.dirname, 'programs', 'firefox.ts');

/** Root can take the network away from a program; others trust that the page asks for none. */
const isRoot = process.getuid?.() === 0;

/** Opens pages in Firefox, without a network where that can be had. @param folder for its profile */
export function inFirefox(folder: string, files: readonly string[]): Browsed {
  const program = [process.execPath, FIREFOX_PROGRAM, folder, ...files];
  // Its remote control needs the loopback; nothing else is there.
  const alone = ['unshare', '-n', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
  const [command = '', ...args] = isRoot ? [...alone, ...program] : program;
  const done = spawnSync(command, args, {
    env: { ...process.env, FIREFOX: firefoxPath, HOME: folder },
    encoding: 'utf8',
    timeout: 240_000,
  });
  if (done.status !== 0) throw new Error(`firefox: ${done.stderr}`);
  return JSON.parse(done.stdout) as Browsed;
}

/**
 * The same in Chromium.
 * @param withoutCipher as if it had no Ed25519: older ones have none
 */
export async function inChromium(
  folder: string,
  files: readonly string[],
  withoutCipher = false,
): Promise<Browsed> {
  const starter = join(folder, 'chromium.sh');
  writeFileSync(starter, `#!/bin/sh\nexec ${isRoot ? 'unshare -n ' : ''}${chromiumPath ?? ''} "$@"\n`);
  chmodSync(starter, 0o755);
  const browser = await chromium.launch({
    executablePath: starter,
    args: isRoot ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    if (withoutCipher) {
      await page.addInitScript(() => {
        SubtleCrypto.prototype.importKey = async () =>
          Promise.reject(new DOMException('no such cipher', 'NotSupportedError'));
      });
    }
    const pages: Shown[] = [];
    for (const file of files) {
      const opening = performance.now();
      await page.goto(pathToFileURL(file).href);
      const opened = performance.now() - opening;
      const began = performance.now();
      await page.getByRole('button', { name: 'Check this report' }).click();
      const said = page.locator('#self-check > [role=status]');
      await said.filter({ hasText: 'Checked:' }).waitFor({ timeout: 120_000 });
      pages.push({
        said: await said.innerText(),
        text: await page.locator('#self-check').innerText(),
        took: performance.now() - began,
        opened,
        ran: await page.evaluate(() => (window as { ran?: unknown }).ran ?? null),
      });
    }
    return { pages, dialogs };
  } finally {
    await browser.close();
  }
}
