/** False on a Linux machine without a screen: Chromium chooses its display before any code of ours runs. */
export const hasDisplay = (
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): boolean => platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

export const NO_DISPLAY =
  'There is no display (DISPLAY and WAYLAND_DISPLAY are unset), so no window can be opened. ' +
  'The command line works here: --help lists its commands.';
