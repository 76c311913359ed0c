import { tool } from '../process.ts';

/** `npm run format`: lays out every file of ours; `-- FILE…` only these. */
export async function run(args: readonly string[]): Promise<void> {
  process.exitCode = (await tool('oxfmt', args)).status;
}
