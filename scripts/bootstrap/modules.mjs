import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { npm } from './npm.mjs';
import { say, seconds } from './say.mjs';

const lockDigest = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

// Inside node_modules: `npm ci` deletes it first, so an install that was killed half-way leaves none.
const stampOf = (root) => join(root, 'node_modules', '.holdfast-installed');

function isCurrent(root) {
  try {
    return readFileSync(stampOf(root), 'utf8') === lockDigest(root);
  } catch {
    return false;
  }
}

function stamp(root) {
  const path = stampOf(root);
  writeFileSync(`${path}.${process.pid}`, lockDigest(root));
  renameSync(`${path}.${process.pid}`, path);
}

/** Somebody ran npm by hand: what npm says it installed is what package-lock.json asks for. */
function isInstalledByHand(root) {
  try {
    const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
    const wanted = read('package-lock.json');
    const present = read('node_modules/.package-lock.json');
    return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
      const found = present[path];
      if (path === '' || (found === undefined && optional === true)) return true;
      return found?.version === version && found?.integrity === integrity && existsSync(join(root, path));
    });
  } catch {
    return false;
  }
}

async function install(root) {
  const start = Date.now();
  say('installing the packages of package-lock.json with npm ci (a minute or two, only when they changed) …');
  // No package runs a program of its own here. We need none of them (node24.mjs fetches Node itself), and npm would
  // compile the driver, which comes ready made, with headers from a server that may not be reachable.
  const flags = [
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-progress',
    '--loglevel=error',
  ];
  if (await npm(['ci', ...flags], { cwd: root })) {
    say(`packages installed in ${seconds(start)}`);
    return;
  }
  say('npm ci failed; trying npm install, which may change package-lock.json …');
  if (!(await npm(['install', ...flags], { cwd: root }))) {
    throw new Error(
      'the packages could not be installed: see what npm says above (is its registry reachable?)',
    );
  }
  say(`packages installed in ${seconds(start)}`);
}

/** Makes node_modules what package-lock.json says. Costs two milliseconds when it is. */
export async function ensureModules(root) {
  if (isCurrent(root)) return;
  await withLock(join(root, '.holdfast-install.lock'), 'installing packages', async () => {
    if (isCurrent(root)) return;
    if (!isInstalledByHand(root)) await install(root);
    stamp(root);
  });
}
