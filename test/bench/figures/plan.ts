import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { defaultPlan } from '../../../src-main/domain/plan/default/index.ts';
import { start } from '../../e2e/fixtures/launch.ts';
import { PASSPHRASE } from '../../support/cli.ts';
import { openEngine } from '../../support/open-engine.ts';
import { builtWorkers } from '../command.ts';
import type { Figure } from '../figure.ts';
import { withScratch } from '../scratch.ts';
import { ms, summary } from '../statistics.ts';

const STEPS = 500;
/** Every so many of them is done. */
const DONE = 5;
const TIMES = 11;

/** The plan screen with many steps, from the key to the frame that shows the last one. */
export async function planFigures(): Promise<Figure[]> {
  return withScratch(async (folder) => {
    const path = join(folder, 'plan.holdfast');
    await caseWithSteps(path, join(folder, 'profile'));
    const home = join(folder, 'window');
    mkdirSync(home);
    const { app, window } = await start(home, { args: [path] });
    try {
      await window.getByRole('textbox', { name: /Passphrase for/ }).fill(PASSPHRASE);
      await window.keyboard.press('Enter');
      await window.getByRole('textbox', { name: 'Note', exact: true }).waitFor();
      // The first time stands apart: nothing of the screen was drawn before.
      const first = await openTime(window);
      const times = [];
      for (let i = 0; i < TIMES; i += 1) times.push(await openTime(window));
      const { median, worst } = summary(times.map(({ full }) => full));
      const all = summary(times.map((time) => time.all));
      return [
        {
          name: `plan screen with ${STEPS} steps of one phase`,
          target: '≤ 150 ms',
          ours: `first ${ms(first.full)}, median ${ms(median)}, worst ${ms(worst)}; all rows: median ${ms(all.median)}`,
          peer: '-',
          ratio: '-',
          reached: Math.max(first.full, median) <= 150,
          how: `once and ${TIMES} times, from Ctrl+5 to the frame after the screen is full of steps, and after the last of all, measured in the page`,
        },
      ];
    } finally {
      await app.close();
    }
  });
}

async function caseWithSteps(path: string, profile: string): Promise<void> {
  const engine = openEngine(profile, { as: 'Bench', workers: builtWorkers });
  const plan = structuredClone(defaultPlan);
  const identification = plan.phases.find(({ id }) => id === 'identification');
  if (identification === undefined) throw new Error('the plan has no identification');
  const gate = identification.gate.map(({ id, title }) => ({ id, title }));
  const steps = Array.from({ length: STEPS }, (_, i) => ({
    id: `bench-${i}`,
    title: `Look at server ${i} and write down what was found`,
    text: 'Which files are new, which accounts signed in, which services were started.',
    role: 'role-web-developer',
    due: { from: 'detected' as const, minutes: i + 1 },
  }));
  Object.assign(identification, { steps, gate });
  try {
    await engine.ask('case.create', { path, title: 'Bench', passphrase: PASSPHRASE, zone: 'Europe/Berlin' });
    await engine.ask('plan.import', { document: JSON.stringify(plan) });
    await engine.ask('fact.state', { name: 'detected', value: 'yesterday 02:14' });
    for (let i = 0; i < STEPS; i += DONE) {
      await engine.ask('plan.step', { step: `bench-${i}`, state: 'done', why: 'nothing new' });
    }
  } finally {
    await engine.close();
  }
}

interface OpenTime {
  /** ms from the key to the frame after the screen is full. */
  readonly full: number;
  /** The same for all rows. */
  readonly all: number;
}

/** More rows than any window of this size shows. */
const FULL = 30;

/** Opens the plan from another section. */
async function openTime(window: Page): Promise<OpenTime> {
  await window.keyboard.press('Control+2');
  await window.getByRole('heading', { name: 'Timeline', exact: true }).waitFor();
  // Set up before the key is pressed: a key may overtake a call into the page.
  await window.evaluate(
    ([some, steps]) => {
      const page = globalThis as unknown as { benchShown: Promise<OpenTime> };
      page.benchShown = new Promise<OpenTime>((resolve) => {
        let [pressed, full] = [0, 0];
        addEventListener('keydown', () => (pressed = performance.now()), { capture: true, once: true });
        const look = (): void => {
          const here = pressed === 0 ? 0 : document.querySelectorAll('.step-main').length;
          const passed = performance.now() - pressed;
          // A frame later: these rows are painted then.
          if (full === 0 && here >= some) requestAnimationFrame(() => (full = performance.now() - pressed));
          if (here >= steps && full > 0) resolve({ full, all: passed });
          else requestAnimationFrame(look);
        };
        look();
      });
    },
    [FULL, STEPS] as const,
  );
  await window.keyboard.press('Control+5');
  return window.evaluate(async () => (globalThis as unknown as { benchShown: Promise<OpenTime> }).benchShown);
}
