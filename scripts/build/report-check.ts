import { build } from 'esbuild';
import { root } from '../paths.ts';

/**
 * The program that a report carries to check itself, as one script. It takes what it needs from modules that also know a
 * database: what it does not use of them is dropped, and what would be left of Node fails the build.
 */
export async function reportCheck(): Promise<string> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['src-main/share/report/page-check/main.ts'],
    write: false,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    // Firefox ESR and Chromium of the last years; older ones say that they cannot check.
    target: ['chrome120', 'firefox121', 'safari17'],
    minify: true,
    legalComments: 'none',
    charset: 'ascii',
    plugins: [
      {
        name: 'no-side-effects',
        setup(bundler) {
          bundler.onResolve({ filter: /^(?:\.|node:|better-sqlite3|sodium-native)/ }, async (args) => {
            if (args.pluginData === 'resolved' || args.kind === 'entry-point') return null;
            if (!args.path.startsWith('.')) return { path: args.path, external: true, sideEffects: false };
            const { kind, resolveDir, importer } = args;
            const found = await bundler.resolve(args.path, {
              kind,
              resolveDir,
              importer,
              pluginData: 'resolved',
            });
            return { path: found.path, sideEffects: false };
          });
        },
      },
    ],
    logLevel: 'warning',
  });
  const [file] = result.outputFiles;
  const text = file?.text ?? '';
  // A script ends where its element does; a module of Node would be asked for at run time.
  const unfit = /<\/script|<!--|\brequire\(/iu.test(text);
  if (unfit) throw new Error('the check of a report cannot stand in a page');
  return text.trim();
}
