import { join } from 'node:path';
import { root } from '../paths.ts';
import { onScreen } from '../test/screen.ts';
import { ensureWindow } from '../test/steps.ts';

/** `npm run bench`: measures and writes test/bench/RESULTS.md. */
export async function run(args: readonly string[]): Promise<void> {
  await ensureWindow();
  const { status } = await onScreen(join(root, 'test', 'bench', 'bench.ts'), args);
  process.exitCode = status;
}
