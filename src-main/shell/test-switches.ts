import type { App } from 'electron';
import { errorSentence } from '../domain/errors.ts';

/** What tests set and a release must not obey: it would let somebody beside the keyboard falsify a record. */
export interface TestSwitches {
  /** `HOLDFAST_NOW`: where the clock stands still. */
  readonly now: string | null;
  /** `HOLDFAST_CASES`: the folder that a new case is proposed in. */
  readonly casesFolder: string | null;
  /** `HOLDFAST_PSEUDO`: every text of the page lengthened and in brackets, to find what is no text of ours. */
  readonly pseudo: boolean;
  /** `HOLDFAST_NATIVE_BINDING`: the driver of the development runtime. */
  readonly nativeBinding: string | null;
}

/** True in a checkout and in a package that was made for tests. */
export const obeysTests = (packaged: boolean): boolean => !packaged || __HOLDFAST_TEST_BUILD__;

export function testSwitches(
  env: Readonly<Record<string, string | undefined>>,
  obeyed: boolean,
): TestSwitches {
  const take = (name: string): string | null => (obeyed && env[name] ? env[name] : null);
  return {
    now: take('HOLDFAST_NOW'),
    casesFolder: take('HOLDFAST_CASES'),
    pseudo: take('HOLDFAST_PSEUDO') !== null,
    nativeBinding: take('HOLDFAST_NATIVE_BINDING'),
  };
}

/**
 * Switches that let somebody look into a running program, or change what it runs. Electron's fuses refuse those of
 * Node; these are Chromium's.
 */
const debugging = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-targets',
  'inspect',
  'inspect-brk',
  'js-flags',
  'load-extension',
  'log-net-log',
  'enable-logging',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'disable-web-security',
];

/** Why a release must not start like this, or null. The command line refuses `HOLDFAST_NOW` itself, in its own form. */
export function refusedStart(
  kind: 'window' | 'command',
  app: Pick<App, 'commandLine'>,
  env: Readonly<Record<string, string | undefined>>,
  isRoot: boolean,
): string | null {
  if (kind === 'window' && env.HOLDFAST_NOW) return errorSentence('clock-override-refused', {});
  // Root is found in containers only, and there the operating system's sandbox cannot work.
  const switches = isRoot ? debugging : [...debugging, 'no-sandbox'];
  const found = switches.find((name) => app.commandLine.hasSwitch(name));
  return found === undefined ? null : `This build of Holdfast does not start with --${found}.`;
}
