import { join } from 'node:path';
import { root } from '../paths.ts';
import { exec } from '../process.ts';
import { ensureWindow } from '../test/steps.ts';

/** `npm run bench`: measures and writes test/bench/RESULTS.md. */
export async function run(args: readonly string[]): Promise<void> {
  await ensureWindow();
  const { status } = await exec(process.execPath, [join(root, 'test', 'bench', 'bench.ts'), ...args]);
  process.exitCode = status;
}
