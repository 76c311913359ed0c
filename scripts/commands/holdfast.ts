import { createRequire } from 'node:module';
import { join } from 'node:path';
import { asksForPdf } from '../../src-main/cli/pdf-printer.ts';
import { ensureBuilt } from '../build/ensure.ts';
import { distDir, root } from '../paths.ts';

/**
 * `npm run -s holdfast -- …`: the command line, in this very process: no second Node to start, and exit status,
 * stdio and signals need no passing on. Paths mean what they meant where npm was called.
 */
export async function run(args: readonly string[]): Promise<void> {
  await ensureBuilt(['main']);
  if (asksForPdf(args)) {
    process.exitCode = await inTheApp(args);
    return;
  }
  const program = join(distDir, 'main', 'cli.cjs');
  process.argv.splice(1, process.argv.length, program, ...args);
  process.chdir(process.env.INIT_CWD ?? process.cwd());
  createRequire(import.meta.url)(program);
}

/** A PDF is printed by the web engine, so the command runs in the app, which opens no window for it. */
async function inTheApp(args: readonly string[]): Promise<number> {
  // Loaded here only: every other command starts without them.
  const { announce, electronRuntime, rootSwitches, runtimeEnvironment } =
    await import('../electron-runtime.ts');
  const { exec } = await import('../process.ts');
  const runtime = await electronRuntime();
  announce(runtime);
  const { status } = await exec(
    runtime.executablePath,
    [...rootSwitches, '--log-level=3', root, '--', ...args],
    {
      cwd: process.env.INIT_CWD ?? process.cwd(),
      env: { ...process.env, ...runtimeEnvironment(runtime) },
    },
  );
  return status;
}
