import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const cliProgram = join(import.meta.dirname, '../../dist/main/cli.cjs');

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
