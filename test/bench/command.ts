import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const built = join(import.meta.dirname, '../../dist/main');

export const cliProgram = join(built, 'cli.cjs');

/** The threads as they ship: one from the sources takes longer to start than some figures take in all. */
export const builtWorkers = { folder: join(built, 'workers'), extension: 'cjs' } as const;

/** Runs a command to its end and returns the wall time in ms. @throws Error where it fails */
export function timed(
  program: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(program, args, { env: environment, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(status)}: ${stderr}`);
  return performance.now() - started;
}
