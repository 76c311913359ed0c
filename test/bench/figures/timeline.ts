import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../../scripts/paths.ts';
import { type Launched, start } from '../../e2e/fixtures/launch.ts';
import { generateCase } from '../../support/generate-record.ts';
import { openEngine } from '../../support/open-engine.ts';
import type { Figure } from '../figure.ts';
import { withScratch } from '../scratch.ts';
import { shown } from '../shown.ts';
import { median, ms, summary } from '../statistics.ts';
import { keyOfFile } from '../../../src-main/store/open-case.ts';

const PASSPHRASE = 'bench';
const RUNS = 7;
const OPENS = 5;
/** Of the scripted wheel, s. */
const WHEEL_SECONDS = 10;
const SEARCHES = ['f', 'fi', 'firewall', '10.0.1', 'C:\\inetpub', 'ü', 'nothing like it'];

/** Reading a long timeline in the real window. */
export async function timelineFigures(entries: number): Promise<Figure[]> {
  return withScratch(async (folder) => {
    const path = join(folder, 'long.holdfast');
    await generateCase(path, { entries, seed: 3, passphrase: PASSPHRASE, authors: 12, all: true });
    return [await asking(folder, path, entries), ...(await inWindow(folder, path, entries))];
  });
}

/** A filter or a search, from the question to its list and its counts. */
async function asking(folder: string, path: string, entries: number): Promise<Figure> {
  const workers = { folder: join(root, 'src-main', 'engine', 'workers'), extension: 'ts' } as const;
  const engine = openEngine(join(folder, 'profile'), { workers });
  await engine.process.call('case.open', { path, passphrase: PASSPHRASE, readOnly: true });
  await engine.ask('timeline.list', { search: 'x', limit: 1 });
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    for (const search of SEARCHES) {
      const started = performance.now();
      const by = 'occurred' as const;
      await engine.ask('timeline.list', { search, by, limit: 100 });
      await engine.ask('timeline.survey', { search, by, buckets: 320 });
      times.push(performance.now() - started);
    }
  }
  await engine.close();
  const { p95, worst } = summary(times);
  return {
    name: `search in ${entries} entries, list and counts`,
    target: '≤ 100 ms',
    ours: `median ${ms(median(times))}, p95 ${ms(p95)}, worst ${ms(worst)}`,
    peer: '-',
    ratio: '-',
    reached: p95 <= 100,
    how: `timeline.list and timeline.survey in the engine, ${SEARCHES.length} texts of 1 to 15 letters, ${RUNS} times`,
  };
}

async function inWindow(folder: string, path: string, entries: number): Promise<Figure[]> {
  const started = performance.now();
  await keyOfFile(path, Buffer.from(PASSPHRASE));
  const derivation = performance.now() - started;
  const opens: number[] = [];
  for (let run = 1; run < OPENS; run += 1) {
    const once = await opened(folder, path, entries, `window-${run}`);
    opens.push(once.time - derivation);
    await once.app.close();
  }
  const { app, window, time } = await opened(folder, path, entries, 'window');
  opens.push(time - derivation);
  const open = median(opens);
  try {
    const list = window.getByRole('listbox', { name: 'Entries' });
    const empty = await frames(window, async () => window.waitForTimeout(3000));
    const ends = await frames(window, async () => {
      for (let i = 0; i < 10; i += 1) {
        await list.press(i % 2 === 0 ? 'End' : 'Home');
        await window.waitForTimeout(300);
      }
    });
    await list.press('Home');
    const wheel = await frames(window, async () => {
      const until = Date.now() + WHEEL_SECONDS * 1000;
      await list.hover();
      while (Date.now() < until) {
        await window.mouse.wheel(0, 600);
      }
    });
    const typed = await keystrokes(window);
    const smooth = ({ p95, worst }: ReturnType<typeof summary>): boolean => worst <= 50 && p95 <= 20;
    const frameFigure = (name: string, found: ReturnType<typeof summary>): Figure => ({
      name,
      target: 'no frame over 50 ms, p95 ≤ 20 ms',
      ours: `p95 ${ms(found.p95)}, worst ${ms(found.worst)} (${found.count} frames)`,
      peer: `the same page at rest: p95 ${ms(empty.p95)}, worst ${ms(empty.worst)}`,
      ratio: (found.p95 / empty.p95).toFixed(2),
      reached: smooth(found),
      how: 'distances of requestAnimationFrame in the page, drawn by software on a virtual screen',
    });
    return [
      {
        name: `${entries} entries: last and first in sight with counts, after the key derivation`,
        target: '≤ 1.5 s',
        ours: ms(open),
        peer: `key derivation: ${ms(derivation)}`,
        ratio: '-',
        reached: open <= 1500,
        how: `from Enter in the passphrase over the overview to the last row of the timeline, the strip, Home and the first row, minus one derivation; ${OPENS} starts (${opens.map((one) => one.toFixed(0)).join(', ')})`,
      },
      frameFigure(`Home and End in ${entries} entries`, ends),
      frameFigure(`a wheel of ${WHEEL_SECONDS} s in ${entries} entries`, wheel),
      {
        name: 'row nodes while the wheel turns',
        target: '≤ 200',
        ours: String(wheel.nodes),
        peer: '-',
        ratio: '-',
        reached: wheel.nodes <= 200,
        how: 'elements of rows, loaded or not, counted in each frame',
      },
      {
        name: `a letter in the search box to its result on screen, ${entries} entries`,
        target: '≤ 100 ms',
        ours: `median ${ms(median(typed))}, worst ${ms(Math.max(...typed))}`,
        peer: '-',
        ratio: '-',
        reached: median(typed) <= 100,
        how: 'from keydown to the new count, measured in the page; 30 ms of it wait for the next letter',
      },
    ];
  } finally {
    await app.close();
  }
}

/** Starts the app and walks to both ends of the timeline. @returns how long that took from Enter in the passphrase, ms */
async function opened(
  folder: string,
  path: string,
  entries: number,
  name: string,
): Promise<Launched & { readonly time: number }> {
  const home = join(folder, name);
  mkdirSync(home);
  const launched = await start(home, { args: [path] });
  const { window } = launched;
  await window.getByRole('textbox', { name: /Passphrase for/ }).fill(PASSPHRASE);
  const enter = performance.now();
  await window.keyboard.press('Enter');
  await shown(window, 'h1, h2', 'Overview');
  await window.keyboard.press('Control+2');
  await shown(window, `[role=option][aria-posinset="${entries}"]`);
  await window.locator('.strip-edge').first().waitFor({ state: 'attached' });
  await window.getByRole('listbox', { name: 'Entries' }).press('Home');
  await shown(window, '[role=option][aria-posinset="1"]');
  return { ...launched, time: performance.now() - enter };
}

/** Distances of the frames while something happens, ms. */
async function frames(
  window: Page,
  during: () => Promise<unknown>,
): Promise<ReturnType<typeof summary> & { readonly nodes: number }> {
  await window.evaluate(() => {
    const page = globalThis as unknown as { frames: number[]; nodes: number; watching: boolean };
    page.frames = [];
    page.nodes = 0;
    page.watching = true;
    let last = performance.now();
    const next = (): void => {
      const now = performance.now();
      page.frames.push(now - last);
      last = now;
      const rows = document.querySelectorAll('[role=option], .entry.skeleton').length;
      page.nodes = Math.max(page.nodes, rows);
      if (page.watching) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await during();
  const { times, nodes } = await window.evaluate(() => {
    const page = globalThis as unknown as { frames: number[]; nodes: number; watching: boolean };
    page.watching = false;
    return { times: page.frames, nodes: page.nodes };
  });
  return { ...summary(times), nodes };
}

/** From each letter to the count that it leads to, ms. */
async function keystrokes(window: Page): Promise<number[]> {
  const box = window.getByRole('search').getByRole('textbox');
  const times: number[] = [];
  await box.focus();
  for (const letter of ['f', 'h', 'l', 'b', 'w', 'u']) {
    const counted = window.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const status = document.querySelector('.tools [role=status]');
          addEventListener(
            'keydown',
            () => {
              const pressed = performance.now();
              const before = document.querySelector('.timeline-space');
              const changes = new MutationObserver(() => {
                changes.disconnect();
                resolve(performance.now() - pressed);
              });
              for (const node of [status, before]) {
                if (node !== null) {
                  changes.observe(node, { childList: true, characterData: true, subtree: true });
                }
              }
            },
            { capture: true, once: true },
          );
        }),
    );
    await box.press(letter);
    times.push(await counted);
    // Each letter alone: one more letter may leave the same entries, and then nothing changes on screen.
    await box.fill('');
    await window.waitForTimeout(400);
  }
  return times;
}
