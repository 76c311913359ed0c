import { existsSync, globSync, mkdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { build } from 'esbuild';
import { distDir, root } from '../paths.ts';
import { mainConstants } from './constants.ts';
import { publish } from './publish.ts';

const programs: Readonly<Record<string, string>> = {
  main: 'src-main/shell/main.ts',
  preload: 'src-main/preload/preload.ts',
  engine: 'src-main/engine/engine.ts',
  cli: 'src-main/cli/main.ts',
};

/** Entry → output name. Each file directly in engine/workers/ is a program of its own: a worker thread. */
function entryPoints(): Record<string, string> {
  const workers = globSync('src-main/engine/workers/*.ts', { cwd: root }).map((file) => [
    `workers/${basename(file, '.ts')}`,
    file,
  ]);
  const present = Object.entries(programs).filter(([, file]) => existsSync(join(root, file)));
  return Object.fromEntries([...present, ...workers]) as Record<string, string>;
}

/** Bundles the main side into dist/main: one CommonJS file per program, because a sandboxed preload takes no other. */
export async function buildMain(outdir = join(distDir, 'main'), testBuild = false): Promise<void> {
  const entries = entryPoints();
  mkdirSync(outdir, { recursive: true });
  if (Object.keys(entries).length === 0) return;
  const result = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir,
    write: false,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    // The development runtime carries Node 20.18; Node 24 and Electron 45 read it as well.
    target: 'node20.18',
    outExtension: { '.js': '.cjs' },
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    external: ['better-sqlite3', 'sodium-native', 'electron'],
    // What is loaded late is found as the rest is, by `require`.
    supported: { 'dynamic-import': false },
    define: await mainConstants(testBuild),
    logLevel: 'warning',
  });
  publish(outdir, new Map(result.outputFiles.map((file) => [relative(outdir, file.path), file.contents])));
}
