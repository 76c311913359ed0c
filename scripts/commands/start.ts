import { say } from '../bootstrap/say.mjs';
import { ensureBuilt } from '../build/ensure.ts';
import { electronPackages } from '../debian/packages.ts';
import { announce, electronRuntime, rootSwitches, runtimeEnvironment } from '../electron-runtime.ts';
import { root } from '../paths.ts';
import { exec } from '../process.ts';

const hasDisplay = (): boolean =>
  process.platform !== 'linux' ||
  process.env.DISPLAY !== undefined ||
  process.env.WAYLAND_DISPLAY !== undefined;

/** `npm start [-- CASE]`: the window; without a display the sample incident in the terminal. */
export async function run(args: readonly string[]): Promise<void> {
  if (!hasDisplay()) {
    say(
      'there is no display (DISPLAY and WAYLAND_DISPLAY are unset), so the sample incident runs here instead',
    );
    const { run: runSample } = await import('./sample.ts');
    await runSample([]);
    return;
  }
  await ensureBuilt(['main', 'renderer']);
  const runtime = await electronRuntime();
  announce(runtime);
  const { status } = await exec(runtime.executablePath, [...rootSwitches, root, ...args], {
    cwd: process.env.INIT_CWD ?? root,
    env: { ...process.env, ...runtimeEnvironment(runtime) },
  });
  if (status === 127) {
    say(
      `Electron did not start; it needs: apt-get install ${electronPackages.map(([name]) => name).join(' ')}`,
    );
  }
  process.exitCode = status;
}
