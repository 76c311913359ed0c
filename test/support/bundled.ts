import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { constants } from '../../scripts/build/constants.ts';
import { root } from '../../scripts/paths.ts';

export interface Bundled {
  /** The command line as one file, as it is shipped. */
  readonly cli: string;
  /** The engine's worker threads, for `createEngine`. */
  readonly workers: { readonly folder: string; readonly extension: 'cjs' };
  /** A program of test/support/programs/. */
  program(name: string): string;
  /** What a program needs to find the driver. */
  readonly environment: Readonly<Record<string, string>>;
  clean(): void;
}

/**
 * Bundles the product and the test programs as the build does, into a folder of the test's own: hundreds of
 * processes start in a fraction of the time that they would need from source, and each is the code of now.
 */
export async function bundle(): Promise<Bundled> {
  const holder = mkdtempSync(join(tmpdir(), 'holdfast-bundle-'));
  const folder = join(holder, 'main');
  const files = (pattern: string, under: string): [string, string][] =>
    globSync(pattern, { cwd: root }).map((file) => [join(under, basename(file, '.ts')), file]);
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries([
      ['cli', 'src-main/cli/main.ts'],
      ...files('src-main/engine/workers/*.ts', 'workers'),
      ...files('test/support/programs/*.ts', 'programs'),
    ]) as Record<string, string>,
    outdir: folder,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.18',
    outExtension: { '.js': '.cjs' },
    external: ['better-sqlite3'],
    define: constants(false),
    logLevel: 'warning',
  });
  return {
    cli: join(folder, 'cli.cjs'),
    workers: { folder: join(folder, 'workers'), extension: 'cjs' },
    program: (name) => join(folder, 'programs', `${name}.cjs`),
    environment: { NODE_PATH: join(root, 'node_modules') },
    clean: () => rmSync(holder, { recursive: true, force: true }),
  };
}
