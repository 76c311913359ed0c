import { spawnSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../../scripts/build/ensure.ts';
import { distDir, root } from '../../../scripts/paths.ts';
import { say } from '../../support/seed.ts';
import { hasStrace } from '../../support/strace.ts';

const FORBIDDEN = ['net', 'http', 'https', 'http2', 'dns', 'dgram', 'tls'];
const folder = mkdtempSync(join(tmpdir(), 'holdfast-network-'));
const main = join(distDir, 'main');
const environment = {
  PATH: process.env.PATH ?? '',
  HOME: folder,
  TMPDIR: folder,
  HOLDFAST_PROFILE: join(folder, 'profile'),
  HOLDFAST_PASSPHRASE: 'no wire leaves this house',
  HOLDFAST_NEW_PASSPHRASE: 'another one for the copy',
};

beforeAll(async () => ensureBuilt(['main']), 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (program: string, args: readonly string[]) =>
  spawnSync(program, args, { cwd: folder, env: environment, encoding: 'utf8' });
const sample = join(root, 'scripts', 'sample.ts');

const mayUnshare = spawnSync('unshare', ['-n', 'true']).status === 0;
if (!mayUnshare) say('no-network: `unshare -n` is not allowed here, so the sample runs beside a network');
if (!hasStrace) say('no-network: nothing watches the sample, because strace is missing');

test(
  'the sample incident runs to its end without any network, opens no internet socket, and the same look sees the one of a plain client',
  { timeout: 180_000 },
  () => {
    // The client asks nobody: the port is closed. Its socket is what strace has to see.
    const client = join(folder, 'client.mjs');
    writeFileSync(
      client,
      `import net from 'node:net';
       console.log('client ' + process.pid);
       net.connect(9, '127.0.0.1').on('error', () => {});`,
    );
    const logs = join(folder, 'logs');
    mkdirSync(logs);
    // One log for each process.
    const watched = ['strace', '-ff', '-qq', '-o', join(logs, 'calls'), '-e', 'trace=network'];
    const both = ['sh', '-c', `"$1" "$2" && "$1" "$3"`, 'sh', process.execPath, sample, client];
    const done = run('env', [
      ...(mayUnshare ? ['unshare', '-n'] : []),
      ...(hasStrace ? watched : []),
      ...both,
    ]);
    expect(done.status, done.stderr).toBe(0);
    expect(done.stdout).toContain('What to look at:');
    expect(done.stdout).toContain('for-the-owner.holdfast');
    expect(done.stdout.match(/entries consistent/g)).toHaveLength(2);
    const pid = /^client (\d+)$/mu.exec(done.stdout)?.[1];
    const internet = readdirSync(logs).filter((name) =>
      // Also no question to the kernel about the interfaces.
      /socket\(AF_(?:INET6?|NETLINK|PACKET)/u.test(readFileSync(join(logs, name), 'latin1')),
    );
    expect(internet).toEqual(hasStrace ? [`calls.${pid}`] : []);
  },
);

/** Notes every module that files of the user's side ask for, in worker threads as well. */
function loaderHook(log: string): string {
  const hook = join(folder, 'hook.cjs');
  writeFileSync(
    hook,
    `const { registerHooks } = require('node:module');
     const { appendFileSync } = require('node:fs');
     const note = (what, from) => appendFileSync(${JSON.stringify(log)}, what + ' ' + from + '\\n');
     registerHooks({
       resolve(specifier, context, next) {
         if (context.parentURL) note(specifier.replace(/^node:/, ''), context.parentURL);
         return next(specifier, context);
       },
     });
     const builtin = process.getBuiltinModule;
     process.getBuiltinModule = (name) => (note(name.replace(/^node:/, ''), 'file:getBuiltinModule'), builtin(name));
     // The engine asks its port at once; only Electron's utilityProcess has one.
     process.parentPort ??= { on() {}, postMessage() {} };`,
  );
  return hook;
}

const asked = (log: string): { what: string; from: string }[] =>
  (existsSync(log) ? readFileSync(log, 'utf8') : '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ what: line.slice(0, line.indexOf(' ')), from: line.slice(line.indexOf(' ') + 1) }))
    // What Node's own modules ask for is Node's.
    .filter(({ from }) => from.startsWith('file:'));

test('command line and engine load no module that could open a socket', { timeout: 120_000 }, () => {
  const log = join(folder, 'modules.txt');
  const hook = loaderHook(log);
  const cli = (...args: string[]): void => {
    const done = run(process.execPath, ['--require', hook, join(main, 'cli.cjs'), ...args, '--json']);
    expect(done.status, done.stdout + done.stderr).toBe(0);
  };
  writeFileSync(join(folder, 'log'), 'a log');
  cli('new', 'case.holdfast', '--title', 'Quiet');
  cli('note', 'case.holdfast', 'a note');
  cli('evidence', 'add', 'case.holdfast', 'log');
  cli('evidence', 'extract', 'case.holdfast', 'EV-001', '--to', folder);
  cli('verify', 'case.holdfast');
  cli('share', 'copy', 'case.holdfast', 'copy.holdfast');
  const engine = run(process.execPath, ['--require', hook, join(main, 'engine.cjs')]);
  expect(engine.status, engine.stderr).toBe(0);
  // Small work is done without a thread: every kind of thread is started once by itself.
  const workers = readdirSync(join(main, 'workers')).filter((name) => name.endsWith('.cjs'));
  const starter = join(folder, 'start-workers.cjs');
  writeFileSync(
    starter,
    `const { Worker } = require('node:worker_threads');
     for (const file of process.argv.slice(2)) {
       const worker = new Worker(file, { workerData: { background: false } });
       worker.on('online', () => setTimeout(() => worker.terminate(), 2000));
     }`,
  );
  const started = run(process.execPath, [
    '--require',
    hook,
    starter,
    ...workers.map((name) => join(main, 'workers', name)),
  ]);
  expect(started.status, started.stderr).toBe(0);

  const all = asked(log);
  expect(all.filter(({ what }) => FORBIDDEN.includes(what))).toEqual([]);
  const from = new Set(all.map((one) => one.from));
  expect(workers).toContain('check-entries.cjs');
  for (const file of ['cli.cjs', 'engine.cjs', ...workers.map((name) => `workers/${name}`)]) {
    expect(from, 'the look must have seen this file').toContain(pathToFileURL(join(main, file)).href);
  }
});

test('the same look sees a program that loads them', () => {
  const log = join(folder, 'control.txt');
  const hook = loaderHook(log);
  writeFileSync(
    join(folder, 'control.cjs'),
    `require('node:net'); import('dns'); process.getBuiltinModule('node:tls');`,
  );
  run(process.execPath, ['--require', hook, join(folder, 'control.cjs')]);
  const found = asked(log).map(({ what }) => what);
  expect(found).toEqual(expect.arrayContaining(['net', 'dns', 'tls']));
});

test('no bundle of ours names a module that could open a socket', () => {
  const named = new RegExp(
    `(?:require|import)\\(["'](?:node:)?(?:${FORBIDDEN.join('|')})(?:/\\w+)?["']\\)`,
    'u',
  );
  const bundles = globSync('**/*.cjs', { cwd: main });
  expect(bundles).toContain('cli.cjs');
  expect(bundles.filter((file) => named.test(readFileSync(join(main, file), 'utf8')))).toEqual([]);
});
