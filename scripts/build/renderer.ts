import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'vite';
import { distDir, root } from '../paths.ts';
import { publish } from './publish.ts';

/** Index last: it names the other files. */
const lastIndex = (a: string, b: string): number => Number(a === 'index.html') - Number(b === 'index.html');

/** Builds the page into dist/renderer. */
export async function buildRenderer(): Promise<void> {
  if (!existsSync(join(root, 'src-renderer/index.html'))) return;
  const draft = join(distDir, `.renderer-${process.pid}`);
  const target = join(distDir, 'renderer');
  try {
    await build({
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: draft, emptyOutDir: true },
    });
    const names = readdirSync(draft, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(draft, join(entry.parentPath, entry.name)))
      .toSorted(lastIndex);
    mkdirSync(target, { recursive: true });
    publish(target, new Map(names.map((name) => [name, readFileSync(join(draft, name))])));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
