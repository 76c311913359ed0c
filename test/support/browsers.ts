import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from '@playwright/test';

/** What a browser showed of a report after its button was pressed. */
export interface Shown {
  /** One line: how it came out. */
  readonly said: string;
  /** All that the box says. */
  readonly text: string;
  /** Milliseconds, from the press. */
  readonly took: number;
  /** Milliseconds until the page stood there and was drawn. */
  readonly opened: number;
  /** What a note of the case would set if it ran. */
  readonly ran: unknown;
}

export interface Browsed {
  readonly pages: readonly Shown[];
  /** Dialogs that were opened: by a script that should not run. */
  readonly dialogs: number;
  /** Threads that the pages started. */
  readonly threads: number;
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

/** An expression: a promise that is kept when what is loaded has been drawn. */
const UNTIL_DRAWN =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))';

/**
 * An expression: as a person would, the button is pressed, and what the page then says is read. In the page itself, as a
 * search through a hundred thousand elements from outside takes seconds of its own. A promise of JSON.
 */
const PRESSED = `new Promise((done) => {
  const box = document.querySelector('#self-check');
  const began = performance.now();
  const look = () => {
    const said = box.querySelector('[role=status]')?.textContent ?? '';
    if (!said.includes('Checked:')) return setTimeout(look, 20);
    done(JSON.stringify({ said, text: box.innerText, took: performance.now() - began, ran: window.ran ?? null }));
  };
  box.querySelector('button').click();
  look();
})`;

/** Opens pages in Firefox, without a network where that can be had. @param folder for its profile */
export function inFirefox(folder: string, files: readonly string[]): Browsed {
  const program = [process.execPath, FIREFOX_PROGRAM, folder, UNTIL_DRAWN, PRESSED, ...files];
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
 * What a browser may lack: Ed25519, as older ones do; threads for a page from a disk; or threads that do anything when they
 * are started.
 */
export type Lack = 'cipher' | 'threads' | 'sound threads';

const LACKS: Readonly<Record<Lack, () => void>> = {
  cipher: () => {
    SubtleCrypto.prototype.importKey = async () =>
      Promise.reject(new DOMException('no such cipher', 'NotSupportedError'));
  },
  threads: () => {
    Reflect.deleteProperty(window, 'Worker');
  },
  'sound threads': () => {
    const Real = Worker;
    window.Worker = class extends Real {
      constructor() {
        super(URL.createObjectURL(new Blob(['throw new Error("broken")'])));
      }
    };
  },
};

/** Without a network where that can be had. @param folder for its starter */
async function startChromium(folder: string): Promise<Browser> {
  const starter = join(folder, 'chromium.sh');
  writeFileSync(starter, `#!/bin/sh\nexec ${isRoot ? 'unshare -n ' : ''}${chromiumPath ?? ''} "$@"\n`);
  chmodSync(starter, 0o755);
  return chromium.launch({
    executablePath: starter,
    args: isRoot ? ['--no-sandbox'] : [],
  });
}

/** The same in Chromium. */
export async function inChromium(folder: string, files: readonly string[], lack?: Lack): Promise<Browsed> {
  const browser = await startChromium(folder);
  try {
    const page = await browser.newPage();
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    let threads = 0;
    page.on('worker', () => {
      threads += 1;
    });
    if (lack !== undefined) await page.addInitScript(LACKS[lack]);
    const pages: Shown[] = [];
    for (const file of files) {
      const opening = performance.now();
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(UNTIL_DRAWN);
      const opened = performance.now() - opening;
      const checked = JSON.parse(String(await page.evaluate(PRESSED))) as Omit<Shown, 'opened'>;
      pages.push({ opened, ...checked });
    }
    return { pages, dialogs, threads };
  } finally {
    await browser.close();
  }
}

/** How a page is opened: as usual; without scripts; or where it never has idle time. */
type Opened = 'as usual' | 'without scripts' | 'never idle';

/** Whether Chromium hands a text to those who have a page read out, at the latest some time after it was opened. */
export async function isReadOut(
  folder: string,
  file: string,
  text: string,
  opened: Opened,
): Promise<boolean> {
  const browser = await startChromium(folder);
  try {
    const page = await browser.newPage({ javaScriptEnabled: opened !== 'without scripts' });
    if (opened === 'never idle') {
      await page.addInitScript(() => {
        window.requestIdleCallback = () => 0;
      });
    }
    const session = await page.context().newCDPSession(page);
    await page.goto(pathToFileURL(file).href);
    for (let tries = 0; tries < 60; tries += 1) {
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      if (nodes.some(({ ignored, name }) => !ignored && String(name?.value).includes(text))) return true;
      await page.waitForTimeout(100);
    }
    return false;
  } finally {
    await browser.close();
  }
}
