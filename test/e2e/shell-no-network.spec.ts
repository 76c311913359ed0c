import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronRuntime, rootSwitches, runtimeEnvironment } from '../../scripts/electron-runtime.ts';
import { root } from '../../scripts/paths.ts';
import { hasStrace } from '../support/strace.ts';
import { expect, test } from './fixtures/launch.ts';
import { removeFolder } from './fixtures/remove-folder.ts';

/** Milliseconds after the first screen: what Chromium does by itself, it does in the first seconds (dictionaries, probes). */
const WATCHED = 5000;

/** Calls that name an internet address: the ones that connect, bind or send. */
const internet = /^\d+ +(?:connect|bind|sendto|sendmsg|sendmmsg)\(.*AF_INET/u;

/**
 * The program without a test driver, under strace. Sockets that are made and never connected, bound or sent through are
 * not counted: Chromium asks the kernel for the names of the network interfaces by `ioctl` on such a socket.
 */
test('the window connects, binds and sends to no internet address, watched from outside', async () => {
  test.skip(!hasStrace, 'strace is missing, or may not trace here');
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-strace-'));
  try {
    const log = join(folder, 'calls');
    const runtime = await electronRuntime();
    const tracer = 'strace';
    const strace = ['-f', '-qq', '-e', 'trace=network', '-o', log];
    const program = [runtime.executablePath, ...rootSwitches, '--disable-gpu', root];
    const traced = spawn(tracer, [...strace, ...program], {
      env: { ...process.env, ...runtimeEnvironment(runtime), HOLDFAST_PROFILE: join(folder, 'profile') },
      stdio: 'ignore',
      detached: true,
    });
    const ended = once(traced, 'exit');
    // The first screen asks for recent cases, so the engine has made its profile.
    const profile = join(folder, 'profile', 'profile.db');
    await expect.poll(() => existsSync(profile), { timeout: 40_000 }).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, WATCHED));
    // The whole group: strace passes no signal on.
    process.kill(-(traced.pid ?? 0), 'SIGTERM');
    await ended;
    const calls = readFileSync(log, 'utf8').split('\n');
    expect(calls.filter((call) => internet.test(call))).toEqual([]);
  } finally {
    removeFolder(folder);
  }
});
