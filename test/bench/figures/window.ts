import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { HoldfastApi } from '../../../src-main/contract/window-api.ts';
import { type Launched, start } from '../../e2e/fixtures/launch.ts';
import { generateCase } from '../../support/generate-record.ts';
import { timed } from '../command.ts';
import type { Figure } from '../figure.ts';
import { memoryOf, ticksOf } from '../process-tree.ts';
import { withScratch } from '../scratch.ts';
import { shown } from '../shown.ts';
import { median, ms, summary } from '../statistics.ts';

const STARTS = 5;
const NOTES = 60;
const IDLE_SECONDS = 30;
/** Idle = nobody touched key or mouse for so long, s. */
const REST = 40;
/** An app that has just started still gives memory back, s. */
const SETTLE = 10;
const PASSPHRASE = 'bench';

/** Start, idle load and the way of a note to the screen, in the real window. */
export async function windowFigures(gib: number, entries: number): Promise<Figure[]> {
  return withScratch(async (folder) => {
    const empty = emptyApp(folder);
    return [await startFigure(folder, empty), ...(await noteFigures(folder, empty, gib, entries))];
  });
}

/** An Electron app that shows a button and nothing else. */
function emptyApp(folder: string): string {
  const empty = join(folder, 'empty-app');
  mkdirSync(empty);
  writeFileSync(join(empty, 'package.json'), '{"name":"empty","version":"1.0.0","main":"main.js"}');
  const page = '"data:text/html,<button>Empty</button>"';
  writeFileSync(
    join(empty, 'main.js'),
    `const { app, BrowserWindow } = require('electron');
     if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
     app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } }).loadURL(${page}));
     app.on('window-all-closed', () => app.quit());`,
  );
  return empty;
}

async function startFigure(folder: string, empty: string): Promise<Figure> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run <= STARTS; run += 1) {
    const bare = await startTime(join(folder, `empty-${run}`), empty, 'Empty');
    const full = await startTime(join(folder, `full-${run}`), undefined, 'New incident');
    // The first start of each fills the disk cache.
    if (run > 0) {
      theirs.push(bare);
      ours.push(full);
    }
  }
  const [a, b] = [median(ours), median(theirs)];
  return {
    name: 'start until the window is usable',
    target: '≤ 1.5 × an empty Electron window',
    ours: ms(a),
    peer: `empty window: ${ms(b)}`,
    ratio: (a / b).toFixed(2),
    reached: a / b <= 1.5,
    how: `${STARTS} starts each, in turn, from the start of the process to a visible button`,
  };
}

async function startTime(folder: string, appPath: string | undefined, button: string): Promise<number> {
  mkdirSync(folder);
  const started = performance.now();
  const { app, window } = await start(folder, { held: false, ...(appPath === undefined ? {} : { appPath }) });
  await shown(window, 'button', button);
  const time = performance.now() - started;
  await app.close();
  return time;
}

/** The empty app, when it has come to rest: MB of all its processes, and its load with a caret in a text field. */
async function emptyAtRest(
  folder: string,
  empty: string,
): Promise<{ readonly memory: number; readonly caret: number }> {
  const home = join(folder, 'empty-at-rest');
  mkdirSync(home);
  const launched = await start(home, { appPath: empty });
  const { app, window } = launched;
  await window.getByRole('button', { name: 'Empty' }).waitFor();
  await rest(SETTLE);
  const memory = memoryOf(app.process().pid ?? 0) / 1e6;
  await window.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
  });
  const caret = await idleLoad(launched);
  await app.close();
  return { memory, caret };
}

async function noteFigures(folder: string, empty: string, gib: number, entries: number): Promise<Figure[]> {
  const file = join(folder, 'random.bin');
  timed('dd', ['if=/dev/urandom', `of=${file}`, 'bs=64M', `count=${gib * 16}`]);
  const path = join(folder, 'window.holdfast');
  await generateCase(path, { entries, seed: 3, passphrase: PASSPHRASE, authors: 3 });
  const home = join(folder, 'window');
  mkdirSync(home);
  const launched = await start(home, { args: [path] });
  try {
    const { window } = launched;
    await window.getByRole('textbox', { name: /Passphrase for/ }).fill(PASSPHRASE);
    await window.keyboard.press('Enter');
    await window.getByRole('textbox', { name: 'Note', exact: true }).waitFor();
    await window.keyboard.press('Control+2');
    const quiet = summary(await noteTimes(window, async () => Promise.resolve(false)));
    const cpu = await idleLoad(launched);
    await window.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const noCaret = await idleLoad(launched);
    const memory = memoryOf(launched.app.process().pid ?? 0) / 1e6;
    const { memory: bare, caret } = await emptyAtRest(folder, empty);
    const hashing = summary(
      await noteTimes(window, job(window, 'evidence.add', { paths: [file], mode: 'reference' })),
    );
    const verifying = summary(await noteTimes(window, job(window, 'record.verify', {})));
    const underLoad = (name: string, { p95, worst, count }: ReturnType<typeof summary>): Figure => ({
      name,
      target: 'p95 ≤ 100 ms, worst ≤ 500 ms',
      ours: `p95 ${ms(p95)}, worst ${ms(worst)} (${count} notes)`,
      peer: '-',
      ratio: '-',
      reached: p95 <= 100 && worst <= 500,
      how: 'from the Enter key to the row in the list, measured in the page',
    });
    return [
      {
        name: `Enter to visible, in a case of ${entries} entries`,
        target: '≤ 50 ms',
        ours: `median ${ms(quiet.median)}, p95 ${ms(quiet.p95)}`,
        peer: '-',
        ratio: '-',
        reached: quiet.median <= 50,
        how: `${NOTES} notes; from the Enter key to the row in the list, measured in the page`,
      },
      underLoad(`Enter to visible while ${gib} GiB are hashed`, hashing),
      underLoad(`Enter to visible while ${entries} entries are verified`, verifying),
      {
        name: 'idle processor time, all processes, a case open',
        target: '< 1 %',
        ours: percent(cpu),
        peer: `an empty page with a caret in a text field: ${percent(caret)}`,
        ratio: (cpu / caret).toFixed(2),
        reached: cpu < 0.01,
        how: `/proc/PID/stat over ${IDLE_SECONDS} s, the caret blinking in the note line; with no field in focus: ${percent(noCaret)}`,
      },
      {
        name: `memory of all processes, a case of ${entries} entries open`,
        target: '≤ an empty window + 150 MB',
        ours: `${memory.toFixed(0)} MB`,
        peer: `empty window: ${bare.toFixed(0)} MB`,
        ratio: `+ ${(memory - bare).toFixed(0)} MB`,
        reached: memory - bare <= 150,
        how: 'VmRSS of every process of the app, added up',
      },
    ];
  } finally {
    await launched.app.close();
  }
}

interface BenchPage {
  benchRunning: boolean;
  readonly holdfast: HoldfastApi;
}

/** Starts a job in the window and tells whether it still runs. */
function job(
  window: Page,
  method: 'evidence.add' | 'record.verify',
  request: Record<string, unknown>,
): () => Promise<boolean> {
  let started = false;
  return async () => {
    if (!started) {
      started = true;
      await window.evaluate(
        ([name, given]) => {
          const page = globalThis as unknown as BenchPage;
          page.benchRunning = true;
          page.holdfast.on('job.ended', () => (page.benchRunning = false));
          void page.holdfast.call(name, given);
        },
        [method, request] as const,
      );
    }
    return window.evaluate(() => (globalThis as unknown as BenchPage).benchRunning);
  };
}

/** Times in ms from Enter to a row with the text, one note after the other; while a job runs, until it ends. */
async function noteTimes(window: Page, running: () => Promise<boolean>): Promise<number[]> {
  const times: number[] = [];
  const line = window.getByRole('textbox', { name: 'Note', exact: true });
  const withJob = await running();
  for (let i = 0; withJob ? await running() : i < NOTES; i += 1) {
    const text = `Bench ${Date.now()} ${i}`;
    await line.fill(text);
    const shown = window.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          let pressed = 0;
          addEventListener('keydown', () => (pressed = performance.now()), { capture: true, once: true });
          const look = (): void => {
            const rows = [...document.querySelectorAll('[role=option]')];
            if (pressed > 0 && rows.some((row) => row.textContent.includes(wanted))) {
              resolve(performance.now() - pressed);
            } else requestAnimationFrame(look);
          };
          look();
        }),
      text,
    );
    await line.press('Enter');
    times.push(await shown);
  }
  return times;
}

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

const rest = async (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Share of one processor that the app and all its processes used. */
async function idleLoad({ app }: Launched): Promise<number> {
  const pid = app.process().pid ?? 0;
  await rest(REST);
  const before = ticksOf(pid);
  await rest(IDLE_SECONDS);
  // USER_HZ is 100 on Linux.
  return (ticksOf(pid) - before) / 100 / IDLE_SECONDS;
}
