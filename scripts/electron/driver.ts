import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { withLock } from '../bootstrap/lock.mjs';
import { systemNode } from '../bootstrap/npm.mjs';
import { say, seconds } from '../bootstrap/say.mjs';
import { root } from '../paths.ts';
import { exec } from '../process.ts';
import { cacheDir, fillFolder } from './cache.ts';
import { patchDriver } from './driver-patch.ts';

const modules = join(root, 'node_modules');

function driverVersion(): string {
  const text = readFileSync(join(modules, 'better-sqlite3', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** A folder with include/node: the headers that came with node@24, else those of the system's Node. */
function nodeHeaders(): string {
  const system = dirname(dirname(systemNode()));
  const candidates = [
    ...globSync('node/node_modules/node-*', { cwd: modules }).map((path) => join(modules, path)),
    process.env.npm_config_nodedir ?? system,
    system,
    '/usr',
    '/usr/local',
  ];
  const found = candidates.find((folder) => existsSync(join(folder, 'include', 'node', 'node_api.h')));
  if (found !== undefined) return found;
  throw new Error(
    'the headers of Node are missing (include/node/node_api.h). Install Node from nodejs.org or NodeSource, ' +
      'or on Debian: apt-get install libnode-dev',
  );
}

async function checkTools(): Promise<void> {
  const missing: string[] = [];
  for (const name of ['g++', 'make', 'python3', 'strip']) {
    const { status } = await exec(name, ['--version'], { capture: true });
    if (status !== 0) missing.push(name);
  }
  if (missing.length > 0) {
    throw new Error(
      `the driver of the development runtime must be compiled, and ${missing.join(', ')} is missing; ` +
        'on Debian: apt-get install g++ make python3 binutils',
    );
  }
}

async function compile(draft: string): Promise<void> {
  const source = join(draft, 'build', 'driver');
  mkdirSync(join(draft, 'build', 'node_modules'), { recursive: true });
  cpSync(join(modules, 'better-sqlite3'), source, { recursive: true });
  cpSync(join(modules, 'node-addon-api'), join(draft, 'build', 'node_modules', 'node-addon-api'), {
    recursive: true,
  });
  patchDriver(source);
  const gyp = join(modules, 'node-gyp', 'bin', 'node-gyp.js');
  const flags = ['--release', '--force_build=1', `--nodedir=${nodeHeaders()}`, `--jobs=${cpus().length}`];
  const built = await exec(process.execPath, [gyp, 'rebuild', ...flags], { cwd: source, capture: true });
  const binary = join(source, 'build', 'Release', 'better_sqlite3.node');
  if (built.status !== 0 || !existsSync(binary)) {
    const log = join(cacheDir(), 'driver-build.log');
    writeFileSync(log, built.output);
    throw new Error(`the driver of the development runtime could not be compiled; the log is in ${log}`);
  }
  await exec('strip', [binary], { capture: true });
  renameSync(binary, join(draft, 'better_sqlite3.node'));
  rmSync(join(draft, 'build'), { recursive: true, force: true });
}

/**
 * The SQLite driver for the development runtime, which knows Node-API 9 while the prebuilt driver needs 10. Compiled
 * once per version of the driver and of our patch.
 */
export async function ensureDriver(): Promise<string> {
  const target = join(cacheDir(), `driver-${driverVersion()}-napi9-1-${process.platform}-${process.arch}`);
  const binary = join(target, 'better_sqlite3.node');
  if (existsSync(binary)) return binary;
  await withLock(`${target}.lock`, 'compiling the driver', async () => {
    if (existsSync(binary)) return;
    await checkTools();
    const start = Date.now();
    say('compiling the SQLite driver for the development runtime (about 90 s, once) …');
    await fillFolder(target, compile);
    say(`driver compiled in ${seconds(start)}`);
  });
  return binary;
}
