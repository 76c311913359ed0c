import { tool } from '../process.ts';

/** `npm run unused`: files, exports and dependencies that nothing uses. */
export async function run(args: readonly string[]): Promise<void> {
  process.exitCode = (await tool('knip', ['--no-progress', ...args])).status;
}
