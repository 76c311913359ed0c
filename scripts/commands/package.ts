import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, Platform, type AfterPackContext, type Configuration } from 'electron-builder';
import { say, seconds } from '../bootstrap/say.mjs';
import { ensureBuilt } from '../build/ensure.ts';
import { buildMain } from '../build/main.ts';
import { announce, electronRuntime, type ElectronRuntime } from '../electron-runtime.ts';
import { distDir, root } from '../paths.ts';

const testNotice = `This is a test build of Holdfast, not a release: it is made for Holdfast's own tests. It may be driven
from outside, and it may contain an older Electron. Keep no real case in it.
`;

/** The driver lies unpacked beside the archive; in a development runtime the prebuilt one would crash. */
function replaceDriver(context: AfterPackContext, binding: string): void {
  const prebuilds = 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds';
  const target = join(context.appOutDir, prebuilds, `${process.platform}-${process.arch}.node`);
  if (!existsSync(target)) throw new Error(`the package holds no driver at ${target}`);
  copyFileSync(binding, target);
}

/** Another name and another place, so that nobody takes it for a release. */
function testBuild({ nativeBinding }: ElectronRuntime): Configuration {
  return {
    productName: 'Holdfast Test Build',
    directories: { output: 'release/test-build' },
    extraMetadata: { name: 'holdfast-test-build', productName: 'Holdfast Test Build' },
    linux: { executableName: 'holdfast-test-build' },
    afterPack: async (context) => {
      writeFileSync(join(context.appOutDir, 'TEST-BUILD.txt'), testNotice);
      // The loader for apps in folders; the fuses forbid it to run, and it has no business in a package.
      rmSync(join(context.appOutDir, 'resources', 'default_app.asar'), { force: true });
      if (nativeBinding !== null) replaceDriver(context, nativeBinding);
    },
  };
}

/**
 * `npm run package`: the directory build of this platform in release/, without a download. With the development
 * runtime, or with `-- --test`, it is a test build in release/test-build/.
 */
export async function run(args: readonly string[]): Promise<void> {
  const start = Date.now();
  await ensureBuilt(['main', 'renderer']);
  const runtime = await electronRuntime();
  announce(runtime);
  const isTest = runtime.kind === 'development' || args.includes('--test');
  const packaged = join(distDir, 'packaged');
  rmSync(packaged, { recursive: true, force: true });
  await buildMain(join(packaged, 'main'), isTest);
  process.env.ELECTRON_BUILDER_DISABLE_UPDATE_CHECK = '1';
  const paths = await build({
    projectDir: root,
    targets: Platform.current().createTarget('dir'),
    config: {
      electronDist: runtime.distPath,
      electronVersion: runtime.version,
      ...(isTest ? testBuild(runtime) : {}),
    },
  });
  const where = isTest ? 'release/test-build' : 'release';
  say(
    `${isTest ? 'test build, not a release' : 'package'}: ${where}/ in ${seconds(start)} ${paths.join(' ')}`.trimEnd(),
  );
}
