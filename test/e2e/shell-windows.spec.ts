import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { electronRuntime, rootSwitches, runtimeEnvironment } from '../../scripts/electron-runtime.ts';
import { root } from '../../scripts/paths.ts';
import type { EventName } from '../../src-main/contract/events.ts';
import type { MethodName } from '../../src-main/contract/index.ts';
import type { HoldfastApi } from '../../src-main/contract/window-api.ts';
import { expect, test, type Launched } from './fixtures/launch.ts';

const PASSPHRASE = 'six plain words for a test';

/** The bridge itself, below the screens: what it promises holds for whatever the page looks like. */
const call = async (window: Page, name: MethodName, request: unknown): Promise<Record<string, unknown>> =>
  window.evaluate(
    async ([method, given]) => {
      const { holdfast } = globalThis as unknown as { readonly holdfast: HoldfastApi };
      return (await holdfast.call(method, given as never)) as never;
    },
    [name, request] as const,
  );

/** Keeps every event in `globalThis.heard`; answers `draft.wanted` as a page with a draft does. */
const listen = async (window: Page, names: readonly EventName[]): Promise<void> =>
  window.evaluate((all) => {
    const page = globalThis as unknown as { readonly holdfast: HoldfastApi; heard: unknown[] };
    page.heard = [];
    for (const name of all) page.holdfast.on(name, (data) => page.heard.push([name, data]));
    page.holdfast.on('draft.wanted', () => {
      void page.holdfast
        .call('draft.save', { place: 'note-line', text: 'half a sen' })
        .then(async () => page.holdfast.call('draft.flushed', {}));
    });
  }, names);

const heard = async (window: Page): Promise<unknown> =>
  window.evaluate(() => (globalThis as unknown as { readonly heard: unknown }).heard);

const enginePids = async ({ app }: Launched): Promise<number[]> =>
  app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .filter(({ name }) => name === 'Holdfast engine')
      .map(({ pid }) => pid),
  );

async function createCase({ window, folder }: Launched, name: string): Promise<string> {
  const path = join(folder, name);
  const created = await call(window, 'case.create', { path, title: 'Test', passphrase: PASSPHRASE });
  expect(created.ok).toBe(true);
  return path;
}

/** Starting a window costs seconds: these do with one, each with a case of its own. */
test('a lock, a kill of the engine and a suspend end it in order, and the next one works', async ({
  launch,
}) => {
  const launched = await launch();
  await test.step('locking ends the engine process, frees the file and starts a fresh engine', async () =>
    lockingEndsTheEngine(launched));
  await call(launched.window, 'case.lock', {});
  await test.step('an engine that is killed is announced, its questions are answered, and the next one works', async () =>
    killIsAnnounced(launched));
  await call(launched.window, 'case.lock', {});
  await test.step('suspend writes the draft, locks the case and tells the page', async () =>
    suspendWritesTheDraft(launched));
  await test.step('an engine whose end Electron never tells of holds up neither the lock nor the end of the program', async () =>
    untoldEndHoldsNothingUp(launched));
});

/** Milliseconds: the three limits of a close, and a busy machine. */
const CLOSED_WITHIN = 15_000;

/** Electron loses the event now and then (engine-process.ts); here it is lost for each engine that starts from now on. */
async function untoldEndHoldsNothingUp(launched: Launched): Promise<void> {
  const { app, window } = launched;
  await app.evaluate(({ utilityProcess }) => {
    const fork = utilityProcess.fork.bind(utilityProcess);
    utilityProcess.fork = (...given) => {
      const child = fork(...given);
      const emit = child.emit.bind(child);
      child.emit = (name: string | symbol, ...rest: unknown[]) => name !== 'exit' && emit(name, ...rest);
      return child;
    };
  });
  await call(window, 'case.lock', {});
  await createCase(launched, 'd.holdfast');
  const begun = performance.now();
  expect(await call(window, 'case.lock', {})).toEqual({ ok: true, data: {} });
  // It did wait for an end that was not told: an event that came would have been answered at once.
  expect(performance.now() - begun).toBeGreaterThan(2000);
  expect(performance.now() - begun).toBeLessThan(CLOSED_WITHIN);
  expect(
    await call(window, 'case.open', { path: join(launched.folder, 'd.holdfast'), passphrase: PASSPHRASE }),
  ).toMatchObject({
    ok: true,
  });
  const closing = performance.now();
  await launched.close();
  expect(performance.now() - closing).toBeLessThan(CLOSED_WITHIN);
}

async function lockingEndsTheEngine(launched: Launched): Promise<void> {
  const { window } = launched;
  const path = await createCase(launched, 'a.holdfast');
  const [before] = await enginePids(launched);
  expect(await call(window, 'case.lock', {})).toEqual({ ok: true, data: {} });
  expect(before).toBeGreaterThan(0);
  await expect.poll(() => existsSync(`/proc/${before}`)).toBe(false);
  expect(await call(window, 'case.info', {})).toMatchObject({ ok: false, error: { code: 'no-case' } });
  expect(await call(window, 'case.open', { path, passphrase: PASSPHRASE })).toMatchObject({ ok: true });
  const after = await enginePids(launched);
  expect(after).toHaveLength(1);
  expect(after).not.toContain(before);
}

async function killIsAnnounced(launched: Launched): Promise<void> {
  const { window } = launched;
  const path = await createCase(launched, 'b.holdfast');
  await listen(window, ['engine.ended']);
  const [pid] = await enginePids(launched);
  process.kill(pid ?? 0, 'SIGSTOP');
  const asked = call(window, 'note.add', { text: 'never answered' });
  process.kill(pid ?? 0, 'SIGKILL');
  // Where the question reaches the shell only after the kill, the next engine answers that it has no case.
  const answer = await asked;
  expect(answer).toMatchObject({ ok: false });
  expect(JSON.stringify(answer)).toMatch(/"code":"(engine-ended|no-case)"/);
  await expect.poll(async () => heard(window)).toMatchObject([['engine.ended', {}]]);
  expect(await call(window, 'case.open', { path, passphrase: PASSPHRASE })).toMatchObject({ ok: true });
}

async function suspendWritesTheDraft(launched: Launched): Promise<void> {
  const { app, window } = launched;
  const path = await createCase(launched, 'c.holdfast');
  await listen(window, ['case.locked']);
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expect.poll(async () => heard(window)).toEqual([['case.locked', { why: 'suspend' }]]);
  await call(window, 'case.open', { path, passphrase: PASSPHRASE });
  expect(await call(window, 'draft.read', { place: 'note-line' })).toMatchObject({
    data: { text: 'half a sen' },
  });
}

test('a program that Electron does not end ends all the same', async ({ launch }) => {
  const launched = await launch();
  await createCase(launched, 'a.holdfast');
  await launched.app.evaluate(({ app }) => app.on('will-quit', (event) => event.preventDefault()));
  const closing = performance.now();
  await launched.close();
  // Control: it was held up.
  expect(performance.now() - closing).toBeGreaterThan(8000);
  expect(performance.now() - closing).toBeLessThan(40_000);
  expect(existsSync(`/proc/${launched.pid}`)).toBe(false);
});

test('closing a window writes its draft, and its file is a whole case afterwards', async ({ launch }) => {
  const launched = await launch();
  const path = await createCase(launched, 'a.holdfast');
  await listen(launched.window, []);
  await launched.close();
  expect(existsSync(`${path}-journal`)).toBe(false);
  const { window } = await launch({ folder: launched.folder });
  await call(window, 'case.open', { path, passphrase: PASSPHRASE });
  expect(await call(window, 'draft.read', { place: 'note-line' })).toMatchObject({
    data: { text: 'half a sen' },
  });
});

test('a second start hands its file to the first, which opens a window with an engine of its own', async ({
  launch,
}) => {
  const launched = await launch();
  const { app, folder } = launched;
  const runtime = await electronRuntime();
  const path = join(folder, 'other.holdfast');
  const opened = app.waitForEvent('window');
  const second = spawn(
    runtime.executablePath,
    [
      ...rootSwitches,
      '--disable-gpu',
      `--user-data-dir=${join(folder, 'user-data')}`,
      root,
      'other.holdfast',
    ],
    {
      cwd: folder,
      env: { ...process.env, ...runtimeEnvironment(runtime), HOLDFAST_PROFILE: join(folder, 'profile') },
      stdio: 'ignore',
    },
  );
  const ended = new Promise<number | null>((resolve) => second.once('exit', resolve));
  const window = await opened;
  expect(await ended).toBe(0);
  await window.waitForLoadState('domcontentloaded');
  await expect(window.getByText(path).or(window.getByText('other.holdfast')).first()).toBeVisible();
  await expect.poll(async () => enginePids(launched)).toHaveLength(2);
});
