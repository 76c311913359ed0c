import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { tool } from '../process.ts';

/** oxlint gets folders by name: it would look into every ignored one otherwise. */
const ours = ['src-main', 'src-renderer', 'scripts', 'test'].filter((folder) =>
  existsSync(join(root, folder)),
);
const configs = ['oxlint.config.ts', 'vite.config.ts', 'vitest.config.ts', 'playwright.config.ts'];

/** `npm run lint`: the rules of oxlint.config.ts, then the formatter as a check. `-- --fix` repairs what can be. */
export async function run(args: readonly string[]): Promise<void> {
  const lint = await tool('oxlint', [...ours, ...configs, ...args]);
  const format = await tool('oxfmt', ['--list-different']);
  if (format.status !== 0) console.error('these files are not formatted: npm run format');
  process.exitCode = lint.status === 0 && format.status === 0 ? 0 : 1;
}
