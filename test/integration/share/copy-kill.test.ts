import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, bench } from '../../support/cli.ts';

let b: Bench;
let path = '';
let target = '';

beforeAll(() => {
  b = bench('copy-kill', 'served');
  path = b.path('case.holdfast');
  target = b.path('usb');
  mkdirSync(target);
  b.cli('new', path, '--title', 'T');
  writeFileSync(b.path('large.bin'), randomBytes(60_000_000));
  b.cli('evidence', 'add', path, b.path('large.bin'), '--store');
});
afterAll(() => b.clean());

const there = (): string[] => readdirSync(target);

/** Starts a copy and kills it when something is there. @returns what it left */
async function killed(name: string, when: (files: readonly string[]) => boolean): Promise<string[]> {
  const child = b.start('share', 'copy', path, join(target, name), '--new-passphrase-file', b.path('words'));
  const ended = once(child, 'exit');
  for (let tries = 0; child.exitCode === null && tries < 3000; tries += 1) {
    if (when(there())) break;
    await wait(2);
  }
  child.kill('SIGKILL');
  await ended;
  return there();
}

test('a copy that was killed has no name, and the next start removes what is left of it', async () => {
  writeFileSync(b.path('words'), 'clockwork breadline cobra billiard atlas cellulose');
  for (const [name, when] of [
    ['first.holdfast', (files: readonly string[]) => files.some((file) => file.endsWith('.new'))],
    ['second.holdfast', (files: readonly string[]) => files.some((file) => file.endsWith('.new-evidence'))],
  ] as const) {
    const left = await killed(name, when);
    expect(
      left.filter((file) => file.endsWith('.new')),
      name,
    ).toHaveLength(1);
    expect(existsSync(join(target, name))).toBe(false);
    expect(b.cli('verify', path).json.data.ok).toBe(true);
    // Reading removes nothing; writing does.
    expect(there()).toEqual(left);
    expect(b.cli('note', path, 'after the kill').status).toBe(0);
    expect(there()).toEqual([]);
  }
  const made = b.cli(
    'share',
    'copy',
    path,
    join(target, 'third.holdfast'),
    '--new-passphrase-file',
    b.path('words'),
  );
  expect(made.json.data.verified.exhibits).toBe(1);
  expect(there().toSorted()).toEqual(['third.holdfast', 'third.holdfast-evidence']);
  // Nothing of what was made is removed later.
  b.cli('note', path, 'later');
  expect(there()).toHaveLength(2);
});
