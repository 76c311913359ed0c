import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { App } from 'electron';
import { bundles } from './bundles.ts';
import { hasDisplay } from './display.ts';
import { denyNavigation } from './navigation.ts';
import { forbidNetworkInSessions } from './no-network-session.ts';
import { type PrintedPage, printPage } from './print-page.ts';

/** What the bundle of the command line exports; it is loaded only here, never for a window. */
interface CommandLineBundle {
  readonly runCli: (
    argv: readonly string[],
    options: {
      readonly packaged: boolean;
      readonly nativeBinding: string | undefined;
      readonly workers: { readonly folder: string; readonly extension: 'cjs' };
      readonly program: string;
      readonly printPdf: (page: PrintedPage) => Promise<Uint8Array>;
    },
  ) => Promise<number>;
}

export interface CommandStart {
  readonly argv: readonly string[];
  /** True where test switches are refused. */
  readonly packaged: boolean;
  readonly nativeBinding: string | null;
}

/** Switches of a start that draws nothing: no display, no graphics process, no log lines between ours. */
const HEADLESS = ['--ozone-platform=headless', '--disable-gpu', '--in-process-gpu', '--log-level=3'];

/**
 * Chromium on Linux chooses its display before it runs any code of ours, and without one it ends right after this
 * script has run. So on a machine without a display the program starts itself once more with Chromium's headless
 * platform, and answers with that one's exit status. `--` keeps our options from being read as Chromium's.
 */
function runHeadless(app: App, argv: readonly string[]): number {
  const inherited = process.argv.slice(1).filter((argument) => argument === '--no-sandbox');
  const program = app.isPackaged ? [] : [app.getAppPath()];
  const { status } = spawnSync(process.execPath, [...inherited, ...HEADLESS, ...program, '--', ...argv], {
    stdio: 'inherit',
  });
  return status ?? 5;
}

const drained = async (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write('', () => resolve());
  });

async function runHere(app: App, start: CommandStart): Promise<number> {
  // A reader that goes away early (`| head`) is no error of ours.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const { runCli } = createRequire(__filename)(bundles.cli) as CommandLineBundle;
  return runCli(start.argv, {
    packaged: start.packaged,
    nativeBinding: start.nativeBinding ?? undefined,
    workers: { folder: bundles.workers, extension: 'cjs' },
    program: join(bundles.main, '..'),
    printPdf: async (page) => {
      await app.whenReady();
      return printPage(page);
    },
  });
}

/** Runs a command of the command line and ends the program with its exit status. No window is opened. */
export async function runCommand(app: App, start: CommandStart): Promise<void> {
  const headless = app.commandLine.getSwitchValue('ozone-platform') === 'headless';
  if (!headless && !hasDisplay(process.env)) {
    process.exit(runHeadless(app, start.argv));
  }
  app.commandLine.appendSwitch('disable-gpu');
  app.commandLine.appendSwitch('in-process-gpu');
  app.dock?.hide();
  forbidNetworkInSessions(app, false);
  denyNavigation(app);
  let status = 5;
  try {
    status = await runHere(app, start);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  }
  await Promise.all([drained(process.stdout), drained(process.stderr)]);
  app.exit(status);
}
