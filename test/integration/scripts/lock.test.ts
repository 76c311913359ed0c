import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../../../scripts/paths.ts';

const lockModule = join(root, 'scripts/bootstrap/lock.mjs');
let folder = '';
let started: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-lock-'));
});

afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  started = [];
  rmSync(folder, { recursive: true, force: true });
});

/** A process that takes the lock, says so in `log`, works for some time and says that it is done. */
function worker(milliseconds: number): ChildProcess {
  const program = `
    import { appendFileSync } from 'node:fs';
    import { setTimeout } from 'node:timers/promises';
    import { withLock } from ${JSON.stringify(lockModule)};
    await withLock('lock', 'a test', async () => {
      appendFileSync('log', 'in ');
      await setTimeout(${milliseconds});
      appendFileSync('log', 'out ');
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  started.push(child);
  return child;
}

const log = (): string => (existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : '');

test('of four processes that start at once, one works at a time', async () => {
  await Promise.all([1, 2, 3, 4].map(async () => once(worker(50), 'exit')));
  expect(log()).toBe('in out in out in out in out ');
  expect(existsSync(join(folder, 'lock'))).toBe(false);
});

test('a process that was killed while it worked does not block the next', async () => {
  const killed = worker(60_000);
  await expect.poll(log).toBe('in ');
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  await once(worker(1), 'exit');
  expect(log()).toBe('in in out ');
});
