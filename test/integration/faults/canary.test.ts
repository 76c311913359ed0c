import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundled } from '../../support/bundled.ts';
import { type Hit, canary, processTree, searchFiles, searchProcesses } from '../../support/canary.ts';

const title = canary('title');
const note = canary('note');
const draft = canary('draft');
const fileName = canary('file name');
const content = canary('content');
const passphrase = canary('passphrase');
const newPassphrase = canary('new passphrase');
const all = [title, note, draft, fileName, content, passphrase, newPassphrase];

const root = mkdtempSync(join(tmpdir(), 'holdfast-canary-'));
const folder = (name: string): string => join(root, name);
const path = join(folder('case'), 'incident.holdfast');
const original = join(folder('original'), `${fileName.text}.log`);
const secret = join(folder('secrets'), 'passphrase');
const environment = {
  PATH: process.env.PATH ?? '',
  HOME: folder('home'),
  TMPDIR: folder('tmp'),
  HOLDFAST_PROFILE: folder('profile'),
};

beforeAll(() => {
  for (const name of ['case', 'original', 'out', 'home', 'tmp', 'profile', 'secrets']) {
    mkdirSync(folder(name), { recursive: true });
  }
  writeFileSync(original, `first line\n${content.text}\n`.repeat(50));
  writeFileSync(secret, `${passphrase.text}\n`);
  writeFileSync(`${secret}-new`, `${newPassphrase.text}\n`);
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Runs a command to its end, and looks at its processes the whole time. */
async function watched(
  args: readonly string[],
  given: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Hit[]> {
  const hits: Hit[] = [];
  const child = spawn(process.execPath, [bundled.cli, ...args, '--json'], {
    env: { ...environment, ...given.env },
    cwd: folder('case'),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const own = [...args, ...Object.entries(given.env ?? {}).map(([name, value]) => `${name}=${value}`)];
  const look = (): void => {
    if (child.pid !== undefined) hits.push(...searchProcesses(processTree(child.pid), all, own));
  };
  const looking = setInterval(look, 40);
  let said = '';
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  child.stdin.end(given.input ?? '');
  const [status] = (await once(child, 'close')) as [number | null];
  clearInterval(looking);
  expect(status, `${args[0]} ${args[1]}: ${said}`).toBe(0);
  return hits;
}

/** Outputs that were asked for, and what was there before. */
const asked = (): string[] => [
  original,
  secret,
  `${secret}-new`,
  ...readdirSync(folder('out')).map((name) => join(folder('out'), name)),
];

test('nothing that was written into a case can be read outside of it', { timeout: 150_000 }, async () => {
  const files = ['--passphrase-file', secret];
  const hits = [
    ...(await watched(['new', path, '--title', title.text, ...files])),
    ...(await watched(['note', path, '-', ...files], { input: note.text })),
    ...(await watched(['evidence', 'add', path, original, '--store', ...files])),
    ...(await watched(['evidence', 'add', path, original, '--reference', ...files])),
    ...(await watched(['custody', path, 'EV-001', 'transferred', '--to', 'Host', ...files])),
    ...(await watched(['timeline', path, ...files])),
    ...(await watched(['evidence', 'show', path, 'EV-001', ...files])),
    ...(await watched(['evidence', 'verify', path, ...files])),
    ...(await watched(['evidence', 'extract', path, 'EV-001', '--to', folder('out'), ...files])),
    ...(await watched([
      'share',
      'copy',
      path,
      'copy.holdfast',
      '--new-passphrase-file',
      `${secret}-new`,
      ...files,
    ])),
    ...(await watched(['verify', path, ...files])),
    // From the environment, which the caller set itself.
    ...(await watched(['info', path], { env: { HOLDFAST_PASSPHRASE: passphrase.text } })),
  ];
  expect(hits).toEqual([]);
  await write(100);
  expect(readdirSync(folder('out'))).toHaveLength(1);
  expect(searchFiles([root], all, asked())).toEqual([]);
});

/** Drafts and notes through the engine; killed after a while where it would go on for ever. */
async function write(rounds: number, killAfter?: number): Promise<void> {
  const child = spawn(process.execPath, [bundled.program('canary-writer'), path, folder('profile')], {
    env: { ...environment, HOLDFAST_PASSPHRASE: passphrase.text },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(`${draft.text}\n${note.text}\n${rounds}\n`);
  await once(child.stdout, 'data');
  if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
  child.stdout.resume();
  const [status, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect([status, signal]).toEqual(killAfter === undefined ? [0, null] : [null, 'SIGKILL']);
}

test('nothing can be read outside of a case whose program was killed', async () => {
  for (const after of [3, 11, 30]) {
    await write(1_000_000, after);
    expect(searchFiles([root], all, asked())).toEqual([]);
  }
});

test('the same search finds what lies there in plain sight, in every spelling', () => {
  const planted = folder('planted');
  mkdirSync(planted);
  const spellings: [string, string | Buffer][] = [
    ['utf-8', `before ${note.text} after`],
    ['utf-16le', Buffer.from(`before ${note.text}`, 'utf16le')],
    ...['', 'x', 'xx', 'xyz1'].map((before): [string, string] => [
      'base64',
      Buffer.from(`${before}${note.text} after`).toString('base64'),
    ]),
    // Across the border of two pieces that are read one after the other.
    ['utf-8', Buffer.concat([Buffer.alloc(1024 * 1024 - 9), Buffer.from(note.text)])],
  ];
  for (const [as, bytes] of spellings) {
    writeFileSync(join(planted, 'file'), bytes);
    expect(searchFiles([planted], all).map((hit) => [hit.canary, hit.as])).toContainEqual(['note', as]);
  }
  writeFileSync(join(planted, 'file'), 'nothing');
  writeFileSync(join(planted, `${title.text}.txt`), '');
  expect(searchFiles([planted], all)).toMatchObject([{ canary: 'title', as: 'name' }]);
  rmSync(planted, { recursive: true });
});

test('the same search finds what a process was given', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', note.text], {
    env: { SECRET: passphrase.text },
  });
  await once(child, 'spawn');
  await new Promise((resume) => setTimeout(resume, 50));
  const found = searchProcesses(processTree(process.pid), all).map((hit) => hit.canary);
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(found).toEqual(expect.arrayContaining(['note', 'passphrase']));
});
