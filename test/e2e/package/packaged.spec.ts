import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium, expect } from '@playwright/test';
import { rootSwitches } from '../../../scripts/electron-runtime.ts';
import { root } from '../../../scripts/paths.ts';
import { holdfast } from '../fixtures/holdfast.ts';
import { unlock } from '../fixtures/person.ts';
import { removeFolder } from '../fixtures/remove-folder.ts';
import { test } from '../fixtures/screen.ts';

const program = join(root, 'release', 'test-build', 'linux-unpacked', 'holdfast-test-build');
const PASSPHRASE = 'six words for the packaged app';

test.describe('the packaged program', () => {
  test.skip(process.platform !== 'linux', 'the directory build of this test is for Linux');
  let folder = '';
  let running: ChildProcess | null = null;

  test.beforeAll(() => {
    const made = spawnSync(process.execPath, [join(root, 'scripts', 'run.mjs'), 'package', '--test'], {
      encoding: 'utf8',
    });
    expect(made.status, made.stderr).toBe(0);
    folder = mkdtempSync(join(tmpdir(), 'holdfast-packaged-'));
  });
  test.afterEach(async () => {
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'close');
    running.kill();
    await ended;
  });
  test.afterAll(() => {
    removeFolder(folder);
  });

  test('has every fuse set as a hardened program needs it', async () => {
    const wire = await getCurrentFuseWire(program);
    const wanted: readonly (readonly [FuseV1Options, FuseState])[] = [
      [FuseV1Options.RunAsNode, FuseState.DISABLE],
      [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
      [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
      [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, FuseState.DISABLE],
      [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
    ];
    for (const [fuse, state] of wanted) expect(wire[fuse], FuseV1Options[fuse]).toBe(state);
    expect(existsSync(join(program, '..', 'TEST-BUILD.txt'))).toBe(true);
  });

  test('takes the commands of the command line and opens no window', () => {
    const environment = {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      HOLDFAST_PROFILE: join(folder, 'profile'),
      HOLDFAST_PASSPHRASE: PASSPHRASE,
    };
    const run = (...args: string[]) =>
      spawnSync(program, [...rootSwitches, ...args], {
        cwd: folder,
        env: environment,
        encoding: 'utf8',
        timeout: 60_000,
      });
    const made = run('new', 'packaged.holdfast', '--title', 'Packaged case', '--json');
    expect(made.stdout, made.stderr).toContain('"ok":true');
    expect(made.stdout.trim().split('\n')).toHaveLength(1);
    expect(run('note', 'packaged.holdfast', 'written by the packaged program').status).toBe(0);
    const checked = run('verify', 'packaged.holdfast', '--json');
    expect(JSON.parse(checked.stdout)).toMatchObject({ ok: true, data: { ok: true } });
    expect(run('note', 'missing.holdfast', 'x').status).toBe(4);
    const thing = ['--no-file', '--title', 'USB disk', '--held-by', 'Ada', '--location', 'safe'];
    expect(run('evidence', 'add', 'packaged.holdfast', ...thing).status).toBe(0);
    const printed = run('custody', 'form', 'packaged.holdfast', 'EV-001', '--out', 'form.pdf');
    expect(printed.status, printed.stderr).toBe(0);
    expect(readFileSync(join(folder, 'form.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('opens a case that it is given as an argument', async () => {
    const path = join(folder, 'given.holdfast');
    holdfast(folder, PASSPHRASE, 'new', path, '--title', 'Given as an argument');
    holdfast(folder, PASSPHRASE, 'note', path, 'A note from the command line');
    running = spawn(
      program,
      [
        ...rootSwitches,
        '--disable-gpu',
        `--user-data-dir=${join(folder, 'user-data')}`,
        '--remote-debugging-port=0',
        path,
      ],
      {
        env: { ...process.env, HOLDFAST_PROFILE: join(folder, 'profile') },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    const address = await debuggerOf(running);
    await pageIsThere(new URL(address).host);
    const browser = await chromium.connectOverCDP(address);
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (page === undefined) throw new Error('the program has no window');
    await unlock(page, PASSPHRASE);
    await expect(page.getByRole('option').filter({ hasText: 'A note from the command line' })).toBeVisible();
    await browser.close();
  });
});

/** Chromium says on standard error where it can be driven. */
async function debuggerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (piece: Buffer) => {
      said += piece.toString('utf8');
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(said);
      if (found?.[1] !== undefined) resolve(found[1]);
    });
    child.once('exit', (status) => {
      reject(new Error(`the program ended with ${String(status)}: ${said}`));
    });
  });
}

/** A driver that attaches while the first page replaces the empty one never hears of it, and waits for ever. */
async function pageIsThere(host: string): Promise<void> {
  await expect
    .poll(async () => {
      const targets = (await (await fetch(`http://${host}/json/list`)).json()) as { title: string }[];
      return targets.map(({ title }) => title);
    })
    .toContainEqual(expect.stringMatching(/./u));
}
