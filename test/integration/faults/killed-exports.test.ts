import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bundled } from '../../support/bundled.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { generateCase } from '../../support/generate-record.ts';
import { openEngine } from '../../support/open-engine.ts';
import { hasStrace } from '../../support/strace.ts';

/** What a killed command line leaves of what it writes for others: plain text of the case, under a hidden name. */
let b: Bench;
let path = '';
let out = '';
/** An exhibit that takes a while to be read. */
let large = '';

beforeAll(async () => {
  b = bench('killed-exports');
  path = b.path('case.holdfast');
  out = b.path('out');
  mkdirSync(out);
  await generateCase(path, { entries: 3000, seed: 5, passphrase: PASSPHRASE, all: true });
  writeFileSync(b.path('large.bin'), randomBytes(60_000_000));
  const added = b.cli('evidence', 'add', path, b.path('large.bin'), '--store', '--as', 'Ada').json.data;
  large = added.exhibits[0].exhibit;
}, 300_000);
afterEach(() => {
  rmSync(out, { recursive: true });
  mkdirSync(out);
});
afterAll(() => b.clean());

const there = (): string[] => readdirSync(out).toSorted();
const locks = (): string[] => readdirSync(b.path('profile')).filter((name) => name.endsWith('.lock'));

/** Starts a command and waits until something that is not empty lies where it writes. */
async function inTheMiddle(...args: string[]): Promise<{ child: ChildProcess; exit: Promise<unknown[]> }> {
  const child = b.start(...args);
  const exit = once(child, 'exit');
  for (let tries = 0; child.exitCode === null && there().length === 0 && tries < 5000; tries += 1) {
    await wait(1);
  }
  return { child, exit };
}

/** @returns what a command leaves that is killed in the middle */
async function killed(...args: string[]): Promise<string[]> {
  const { child, exit } = await inTheMiddle(...args);
  child.kill('SIGKILL');
  expect((await exit)[1]).toBe('SIGKILL');
  return there();
}

const ways: readonly { readonly name: string; readonly left: RegExp; readonly args: readonly string[] }[] = [
  {
    name: 'one.jsonld',
    left: /^\.one\.jsonld\.[0-9a-f]{12}\.new$/u,
    args: ['share', 'case-uco', 'CASE', 'OUT'],
  },
  { name: 'two.json', left: /^\.two\.json\.[0-9a-f]{12}\.new$/u, args: ['share', 'stix', 'CASE', 'OUT'] },
  { name: 'bag', left: /^bag\.[0-9a-f]{8}\.part$/u, args: ['share', 'bagit', 'CASE', 'OUT'] },
  {
    name: '',
    left: /^\.EV-\d+-large\.bin\.[0-9a-f]{12}\.new$/u,
    args: ['evidence', 'extract', 'CASE', 'EXHIBIT', '--to', 'OUT'],
  },
];

test.each(ways)(
  '$args: what a kill leaves is gone after the next reading command',
  async ({ name, left, args }) => {
    const words = args.map((word) =>
      word === 'CASE' ? path : word === 'OUT' ? join(out, name) : word === 'EXHIBIT' ? large : word,
    );
    const before = readFileSync(path);
    expect(await killed(...words)).toEqual([expect.stringMatching(left)]);
    expect(b.cli('timeline', path, '--limit', '1').status).toBe(0);
    expect(there()).toEqual([]);
    expect(locks()).toEqual([]);
    // Nothing was written into a case that was opened for reading only.
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(b.cli(...words).json.ok).toBe(true);
    expect(there()).toHaveLength(1);
    expect(there()[0]).not.toMatch(/\.(?:new|part)$/u);
  },
);

test('also the window, and the next export from another case, remove it', async () => {
  expect(await killed('share', 'stix', path, join(out, 'a.json'))).toHaveLength(1);
  const engine = openEngine(b.path('profile'));
  await engine.open(path);
  expect(there()).toEqual([]);
  await engine.close();
  expect(await killed('share', 'stix', path, join(out, 'a.json'))).toHaveLength(1);
  expect(b.cli('prep', 'sheet', '--out', join(out, 'sheet.html')).json.ok).toBe(true);
  expect(there()).toEqual(['sheet.html']);
});

test('what a living process writes stays, and so does what is not ours', async () => {
  const others = ['.a.json.0123456789ab.new', 'a.json.01234567.part'];
  const { child, exit } = await inTheMiddle('share', 'stix', path, join(out, 'a.json'));
  // Stopped, so that it cannot be told from one that is slow.
  child.kill('SIGSTOP');
  const [living = ''] = there();
  expect(living).toMatch(/\.new$/u);
  for (const name of others) writeFileSync(join(out, name), 'of somebody else');
  expect(b.cli('timeline', path, '--limit', '1').status).toBe(0);
  expect(b.cli('share', 'stix', path, join(out, 'b.json')).json.ok).toBe(true);
  expect(there()).toEqual([living, ...others, 'b.json'].toSorted());
  expect(locks()).toHaveLength(1);
  child.kill('SIGCONT');
  expect((await exit)[0]).toBe(0);
  expect(there()).toEqual([...others, 'a.json', 'b.json'].toSorted());
  expect(readFileSync(join(out, 'a.json')).equals(readFileSync(join(out, 'b.json')))).toBe(true);
  expect(locks()).toEqual([]);
});

test('a name that became somebody else’s folder or a link since is not followed', async () => {
  const [left = ''] = await killed('share', 'stix', path, join(out, 'a.json'));
  const victim = b.path('victim.txt');
  writeFileSync(victim, 'of somebody else');
  rmSync(join(out, left));
  symlinkSync(victim, join(out, left));
  expect(b.cli('timeline', path, '--limit', '1').status).toBe(0);
  expect(there()).toEqual([]);
  expect(existsSync(victim)).toBe(true);
  const [again = ''] = await killed('share', 'stix', path, join(out, 'a.json'));
  rmSync(join(out, again));
  mkdirSync(join(out, again));
  writeFileSync(join(out, again, 'theirs.txt'), 'of somebody else');
  expect(b.cli('timeline', path, '--limit', '1').status).toBe(0);
  expect(readdirSync(join(out, again))).toEqual(['theirs.txt']);
});

test.skipIf(!hasStrace)(
  'a document that is killed before it has its name leaves nothing either',
  async () => {
    for (const [name, ...args] of [
      ['list.csv', 'timeline', path, '--out', join(out, 'list.csv')],
      ['owner.html', 'share', 'owner', path, join(out, 'owner.html')],
    ] as const) {
      const child = spawn(
        'strace',
        [
          '-f',
          '-qq',
          '-o',
          '/dev/null',
          '-e',
          'trace=link',
          '-e',
          'inject=link:signal=SIGKILL',
          process.execPath,
          bundled.cli,
          ...args,
        ],
        { env: { ...b.environment, ...bundled.kept }, cwd: b.folder, stdio: 'ignore' },
      );
      await once(child, 'exit');
      const [left = ''] = there();
      expect(left).toMatch(new RegExp(`^\\.${name.replace('.', '\\.')}\\.[0-9a-f]{12}\\.new$`, 'u'));
      expect(b.cli('timeline', path, '--limit', '1').status).toBe(0);
      // Its second name was given already, or not: the kill comes with the call.
      expect(there().filter((file) => file !== name)).toEqual([]);
      rmSync(join(out, name), { force: true });
    }
  },
);
