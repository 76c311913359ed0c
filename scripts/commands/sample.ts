import { join } from 'node:path';
import { ensureBuilt } from '../build/ensure.ts';
import { root } from '../paths.ts';
import { exec } from '../process.ts';

/** `npm run sample`: an incident from beginning to end, built through the command line in a temporary folder. */
export async function run(args: readonly string[]): Promise<void> {
  await ensureBuilt(['main']);
  const { status } = await exec(process.execPath, [join(root, 'scripts', 'sample.ts'), ...args]);
  process.exitCode = status;
}
