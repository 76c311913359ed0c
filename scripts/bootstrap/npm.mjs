import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { heldByChildToo } from './lock.mjs';

const windows = process.platform === 'win32';

/** The path without node_modules/.bin: npm must not run on the very Node that it is about to replace. */
function outsidePath() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.split(/[\\/]/u).includes('node_modules'));
}

/** The Node that npm itself runs on. */
export function systemNode() {
  const name = windows ? 'node.exe' : 'node';
  const folder = outsidePath().find((candidate) => existsSync(join(candidate, name)));
  return folder === undefined ? process.execPath : join(folder, name);
}

/**
 * Runs npm with its errors on stderr; resolves with whether it succeeded. `npm run` tells where its own program file
 * is; without that (the script was started by hand) the `npm` on the path is taken.
 */
export function npm(args, { cwd }) {
  const program = process.env.npm_execpath;
  const env = { ...process.env, PATH: outsidePath().join(delimiter) };
  const options = { cwd, env, stdio: ['ignore', 'ignore', 2] };
  return new Promise((resolve, reject) => {
    const child = program?.endsWith('.js')
      ? spawn(systemNode(), [program, ...args], options)
      : spawn(windows ? 'npm.cmd' : 'npm', args, { ...options, shell: windows });
    if (child.pid !== undefined) heldByChildToo(child.pid);
    child.on('error', reject);
    child.on('exit', (code) => resolve(code === 0));
  });
}
