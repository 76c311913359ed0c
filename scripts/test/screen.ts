import { exec, type Result } from '../process.ts';

export const hasScreen = (): boolean =>
  process.platform !== 'linux' ||
  process.env.DISPLAY !== undefined ||
  process.env.WAYLAND_DISPLAY !== undefined;

/**
 * Runs a script that opens real windows: on the person's screen, else on one that exists in memory only.
 * @param script path, run by this Node
 */
export async function onScreen(
  script: string,
  args: readonly string[],
  options: { readonly capture?: boolean; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Result> {
  if (hasScreen()) return exec(process.execPath, [script, ...args], options);
  const screen = ['-a', '-s', '-screen 0 1440x900x24 -nolisten tcp'];
  return exec('xvfb-run', [...screen, process.execPath, script, ...args], options);
}
