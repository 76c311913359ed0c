import { globSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Plugin, build } from 'esbuild';
import { mainConstants } from '../../scripts/build/constants.ts';
import { root } from '../../scripts/paths.ts';
import { BUNDLE } from './bundled.ts';

const derivation = join(import.meta.dirname, 'kept-derivation.ts');

/** Everybody but the stand-in itself gets the stand-in. */
const keptDerivation: Plugin = {
  name: 'kept-derivation',
  setup(bundler) {
    bundler.onResolve({ filter: /\/case-key\.ts$/ }, ({ importer }) =>
      importer === derivation ? null : { path: derivation },
    );
  },
};

/**
 * Bundles the product and the test programs once for a whole run, as the build does: hundreds of processes start in a
 * tenth of the time that they would need from source, and each is the code of now.
 */
export default async function bundleOnce(): Promise<() => void> {
  const holder = mkdtempSync(join(tmpdir(), 'holdfast-bundle-'));
  const folder = join(holder, 'main');
  // What is compiled is found from here, in threads as well.
  symlinkSync(join(root, 'node_modules'), join(holder, 'node_modules'));
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
    external: ['better-sqlite3', 'sodium-native'],
    supported: { 'dynamic-import': false },
    minifyWhitespace: true,
    minifySyntax: true,
    plugins: [keptDerivation],
    define: await mainConstants(false),
    logLevel: 'warning',
  });
  process.env[BUNDLE] = folder;
  return () => rmSync(holder, { recursive: true, force: true });
}
