import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EvidenceAdded } from '../../../src-main/contract/evidence.ts';
import { bundled } from '../../support/bundled.ts';
import { type Bench, bench } from '../../support/cli.ts';
import { ROOT_ONLY, isRoot, volume } from '../../support/mounts.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { expectSentence } from '../../support/refusal.ts';
import { full } from '../../support/scale.ts';
import { smallCase } from '../../support/small-case.ts';

const MIB = 2 ** 20;
/** Takes long enough to be caught while it is read. */
const SIZE = 192 * MIB;
let b: Bench;
let engine: OpenEngine;
let path = '';
/** Done when the files are listed, or when so many bytes are read. */
let whileReading: { readonly from: number; readonly move: () => void } | null = null;
function moveIt(done: number): void {
  if (whileReading === null || done < whileReading.from) return;
  whileReading.move();
  whileReading = null;
}

beforeAll(async () => {
  b = bench('evidence');
  path = await smallCase(b.path('case.holdfast'), b.path('profile'));
  engine = openEngine(b.path('profile'), {
    workers: bundled.workers,
    progress: ({ done }) => moveIt(done),
  });
  await engine.open(path);
});

afterAll(async () => {
  await engine.close();
  b.clean();
});

const add = async (...paths: string[]): Promise<EvidenceAdded> =>
  (await engine.job('evidence.add', { paths })) as EvidenceAdded;
const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

function file(name: string, content: string | Uint8Array = name): string {
  writeFileSync(b.path(name), content);
  return b.path(name);
}

/** A file of zeros that takes no room. */
function sparse(name: string, size: number): string {
  const made = file(name, '');
  truncateSync(made, size);
  return made;
}

describe('what cannot be hashed is named, and the rest is taken in', () => {
  test('a pipe, a device, a socket and a file that is not there: exit 1, the good one is in', async () => {
    await engine.close();
    const pipe = b.path('pipe');
    execFileSync('mkfifo', [pipe]);
    const socket = b.path('socket');
    const server = createServer().listen(socket);
    await once(server, 'listening');
    const good = file('good.log');
    const answer = b.cli('evidence', 'add', path, pipe, '/dev/zero', socket, b.path('gone.log'), good);
    server.close();
    expect(answer.status).toBe(1);
    const { exhibits, failed } = answer.json.data as EvidenceAdded;
    expect(exhibits).toMatchObject([{ exhibit: 'EV-001', size: 8, sha256: sha256(Buffer.from('good.log')) }]);
    expect(failed.map(({ path: name, code }) => [name, code])).toEqual([
      [pipe, 'not-a-file'],
      ['/dev/zero', 'not-a-file'],
      [socket, 'not-a-file'],
      [b.path('gone.log'), 'file-missing'],
    ]);
    for (const { path: names, message, code } of failed) {
      expectSentence(message, {
        names,
        advice: code === 'not-a-file' ? /Save what it gives into a file/ : /Check the name/,
      });
    }
    expect(failed.map(({ message }) => /is (a [^,]+),/.exec(message)?.[1])).toEqual([
      'a pipe (FIFO)',
      'a device',
      'a socket',
      undefined,
    ]);
    engine = openEngine(b.path('profile'), {
      workers: bundled.workers,
      progress: ({ done }) => moveIt(done),
    });
    await engine.open(path);
  });

  test('a link that leads nowhere, to itself, or has an impossible name', async () => {
    symlinkSync('nowhere', b.path('dangling'));
    symlinkSync('loop', b.path('loop'));
    const long = b.path('n'.repeat(300));
    const { failed, exhibits } = await add(
      b.path('dangling'),
      b.path('loop'),
      long,
      `${b.path('nul')}\0byte`,
    );
    expect(exhibits).toEqual([]);
    expect(failed.map(({ code }) => code)).toEqual(Array.from({ length: 4 }, () => 'file-missing'));
    expectSentence(failed[1]?.message ?? '', { names: b.path('loop'), advice: /Check the name/ });
  });

  test('a link to a file is the file', async () => {
    const target = file('target.log', 'behind a link');
    symlinkSync(target, b.path('link.log'));
    expect(await add(b.path('link.log'))).toMatchObject({
      exhibits: [{ sha256: sha256(Buffer.from('behind a link')) }],
    });
  });

  test('a folder with links and pipes: only its files are hashed, the rest is named', async () => {
    const folder = b.path('mixed');
    mkdirSync(`${folder}/inner`, { recursive: true });
    writeFileSync(`${folder}/inner/a.log`, 'a');
    symlinkSync('inner/a.log', `${folder}/to-file`);
    symlinkSync('nowhere', `${folder}/dangling`);
    symlinkSync('..', `${folder}/inner/loop`);
    execFileSync('mkfifo', [`${folder}/pipe`]);
    const { exhibits, failed } = await add(folder);
    expect(failed).toEqual([]);
    expect(exhibits).toMatchObject([{ files: 1, size: 1 }]);
    const shown = await engine.ask('entry.show', { entry: exhibits[0]?.entry ?? '' });
    const leftOut = shown.entry['left_out'] as { name: { text: string }; what: string }[];
    expect(leftOut.map(({ name, what }) => `${name.text}: ${what}`).toSorted()).toEqual([
      'dangling: a link',
      'inner/loop: a link',
      'pipe: a special file',
      'to-file: a link',
    ]);
  });

  test('an empty file and an empty folder are evidence too', async () => {
    mkdirSync(b.path('empty-folder'));
    const { exhibits } = await add(file('empty.log', ''), b.path('empty-folder'));
    expect(exhibits).toMatchObject([
      { size: 0, mode: 'stored', sha256: sha256(Buffer.alloc(0)) },
      { size: 0, mode: 'reference', files: 0, sha256: sha256(Buffer.alloc(0)) },
    ]);
  });

  test.skipIf(!isRoot)(`a file time outside all calendars does not stop it (${ROOT_ONLY})`, async () => {
    // A file system in memory keeps times that others would cut.
    const memory = volume(b.folder, 'memory');
    try {
      const odd = join(memory.path, 'odd-time.log');
      writeFileSync(odd, 'odd');
      utimesSync(odd, -70_000_000_000, -70_000_000_000);
      expect(await add(odd)).toMatchObject({ exhibits: [{ size: 3 }], failed: [] });
    } finally {
      memory.unmount();
    }
  });
});

describe('evidence that moves while it is read', () => {
  test('a log that grows: what it had at the start is hashed, and that it grew is recorded', async () => {
    const size = SIZE;
    const log = sparse('growing.log', size);
    whileReading = { from: 1, move: () => appendFileSync(log, 'one line more\n') };
    const { exhibits } = await add(log);
    expect(readFileSync(log).length).toBeGreaterThan(size);
    expect(exhibits).toMatchObject([{ size, changedWhileRead: true, sha256: sha256(Buffer.alloc(size)) }]);
  });

  test('a file that is rewritten in place: recorded as changed while read', async () => {
    const image = sparse('image.raw', SIZE);
    whileReading = {
      from: 1,
      move() {
        const open = openSync(image, 'r+');
        writeSync(open, 'changed', 10);
        closeSync(open);
      },
    };
    expect(await add(image)).toMatchObject({ exhibits: [{ size: SIZE, changedWhileRead: true }] });
  });

  test('a file that is cut while it is read: the hash is of what could be read', async () => {
    const image = sparse('cut.raw', SIZE);
    whileReading = { from: 1, move: () => truncateSync(image, 0) };
    const { exhibits } = await add(image);
    expect(exhibits[0]?.changedWhileRead).toBe(true);
    expect(exhibits[0]?.sha256).toBe(sha256(Buffer.alloc(exhibits[0]?.size ?? -1)));
  });

  test('a file of a folder that vanishes between listing and reading: nothing is recorded, and it is named', async () => {
    const folder = b.path('vanishing');
    mkdirSync(folder);
    sparse('vanishing/a.raw', SIZE);
    const last = file('vanishing/z.log');
    whileReading = { from: 0, move: () => rmSync(last) };
    const before = await engine.ask('timeline.list', {});
    const { exhibits, failed } = await add(folder);
    expect(exhibits).toEqual([]);
    expect(failed).toMatchObject([{ path: folder, code: 'vanished' }]);
    expectSentence(failed[0]?.message ?? '', { names: last, advice: /Nothing was recorded.*add it again/ });
    expect(await engine.ask('timeline.list', {})).toMatchObject({ total: before.total });
  });
});

describe('sizes', () => {
  test('the same bytes again are taken in, and say of which exhibit they are', async () => {
    const first = await add(file('first.log', 'same bytes'));
    const second = await add(file('second.log', 'same bytes'));
    expect(second.exhibits).toMatchObject([{ duplicateOf: first.exhibits[0]?.exhibit }]);
    expect(first.exhibits[0]).not.toHaveProperty('duplicateOf');
  });

  test('more than 2^31 bytes, by reference, with the hash of sha256sum', async () => {
    const { exhibits } = (await engine.job('evidence.add', {
      paths: [sparse('large.raw', 2 ** 31 + 1)],
      mode: 'reference',
    })) as EvidenceAdded;
    expect(exhibits).toMatchObject([
      {
        size: 2 ** 31 + 1,
        mode: 'reference',
        sha256: 'b8030a8ab89280935633d8d991da3d9907c0f12e8b6fc3bfc515f4d440872b6e',
      },
    ]);
  });

  // What sha256sum finds; it takes minutes for the larger one.
  const [huge, sum] = full
    ? [20_000_000_000, 'c3e5d415e2a12e6a97ad47e0027b1b26894f6f163fbf58f9f11e325322e12a9a']
    : [250_000_001, '30350d90668e3687ab53659c7c940bd69f08487c74bc0e99b2c259bedc949aaf'];
  test(`a sparse file of ${huge} bytes has the size and the hash that sha256sum finds`, async () => {
    // In memory where the system has such a place: the holes of a file on a disk fill its cache, which takes minutes.
    const image = join(
      mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : b.folder, 'holdfast-')),
      'huge.raw',
    );
    writeFileSync(image, '');
    truncateSync(image, huge);
    try {
      const { exhibits } = (await engine.job('evidence.add', {
        paths: [image],
        mode: 'reference',
      })) as EvidenceAdded;
      expect(exhibits).toMatchObject([{ size: huge, mode: 'reference', sha256: sum }]);
    } finally {
      rmSync(dirname(image), { recursive: true });
    }
  }, 1_800_000);

  test('an empty file by reference is verified, an empty stored one comes back empty', async () => {
    const empty = file('nothing.log', '');
    const { exhibits } = (await engine.job('evidence.add', {
      paths: [empty],
      mode: 'reference',
    })) as EvidenceAdded;
    const stored = (await add(empty)).exhibits[0]?.exhibit ?? '';
    const labels = [exhibits[0]?.exhibit ?? '', stored];
    expect(await engine.job('evidence.verify', { exhibits: labels })).toMatchObject({
      results: [{ ok: true }, { ok: true }],
    });
    mkdirSync(b.path('empty-out'));
    const out = (await engine.job('evidence.extract', {
      exhibit: stored,
      to: b.path('empty-out'),
    })) as { path: string };
    expect(readFileSync(out.path)).toHaveLength(0);
    // The control: one byte more is found.
    appendFileSync(empty, 'x');
    expect(await engine.job('evidence.verify', { exhibits: labels })).toMatchObject({
      results: [{ ok: false }, { ok: true }],
    });
  });

  test('a folder is not stored: it says so, and what else can be done', async () => {
    const folder = (await engine.job('evidence.add', {
      paths: [b.path('mixed')],
      mode: 'stored',
    })) as EvidenceAdded;
    expect(folder.failed).toMatchObject([{ code: 'wrong-use' }]);
    expectSentence(folder.failed[0]?.message ?? '', {
      names: b.path('mixed'),
      advice: /add it as a reference/,
    });
  });

  test('other hashes are those of md5sum and sha1sum', async () => {
    const log = file('hashes.log', 'other hashes');
    const { exhibits } = (await engine.job('evidence.add', {
      paths: [log],
      also: ['sha1', 'md5'],
    })) as EvidenceAdded;
    const of = (program: string): string =>
      execFileSync(program, [log], { encoding: 'utf8' }).split(' ')[0] ?? '';
    expect(exhibits).toMatchObject([{ sha256: of('sha256sum'), sha1: of('sha1sum'), md5: of('md5sum') }]);
  });
});
