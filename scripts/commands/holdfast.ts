import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuilt } from '../build/ensure.ts';
import { distDir } from '../paths.ts';

/**
 * `npm run -s holdfast -- …`: the command line, in this very process: no second Node to start, and exit status,
 * stdio and signals need no passing on. Paths mean what they meant where npm was called.
 */
export async function run(args: readonly string[]): Promise<void> {
  await ensureBuilt(['main']);
  const program = join(distDir, 'main', 'cli.cjs');
  process.argv.splice(1, process.argv.length, program, ...args);
  process.chdir(process.env.INIT_CWD ?? process.cwd());
  createRequire(import.meta.url)(program);
}
