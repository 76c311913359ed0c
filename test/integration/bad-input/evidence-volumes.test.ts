import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryWithId } from '../../../src-main/casework/read-entry.ts';
import type { EvidenceAdded } from '../../../src-main/contract/evidence.ts';
import { objectField } from '../../../src-main/domain/entry.ts';
import { bundled } from '../../support/bundled.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { ROOT_ONLY, asNobody, giveToNobody, isRoot, volume } from '../../support/mounts.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { expectSentence } from '../../support/refusal.ts';
import { full } from '../../support/scale.ts';
import { smallCase } from '../../support/small-case.ts';

/** Places that go away, that may not be read, and that hold very much. */
const MIB = 2 ** 20;
const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
let b: Bench;
let engine: OpenEngine;
let path = '';
let onProgress: (done: number) => void = () => {};

beforeAll(async () => {
  b = bench('volumes');
  path = await smallCase(b.path('case.holdfast'), b.path('profile'));
  engine = openEngine(b.path('profile'), {
    workers: bundled.workers,
    progress: ({ done }) => onProgress(done),
  });
  await engine.open(path);
});
afterAll(async () => {
  await engine.close();
  b.clean();
});

describe.skipIf(!isRoot).each(['reference', 'stored'] as const)(`%s (${ROOT_ONLY})`, (mode) => {
  test('a volume that is taken away while it is hashed: what was read is right, and it is told that it is gone', async () => {
    const stick = volume(b.folder, `stick-${mode}`, '200m');
    const content = randomBytes(150 * MIB);
    const image = join(stick.path, 'image.raw');
    writeFileSync(image, content);
    let gone = false;
    onProgress = (done) => {
      if (done === 0 || gone) return;
      gone = true;
      stick.unmount();
    };
    const { exhibits, failed } = (await engine.job('evidence.add', {
      paths: [image],
      mode,
    })) as EvidenceAdded;
    onProgress = () => {};
    expect(gone).toBe(true);
    // Lazily unmounted, an open file can be read to its end.
    expect(failed).toEqual([]);
    expect(exhibits).toMatchObject([{ mode, sha256: sha256(content) }]);
    const exhibit = exhibits[0]?.exhibit ?? '';
    const again = (await engine.job('evidence.verify', { exhibits: [exhibit] })) as {
      results: { ok: boolean; reason: string }[];
    };
    expect(again.results).toMatchObject([{ ok: mode === 'stored' }]);
    if (mode === 'reference') expect(again.results[0]?.reason).toContain(image);
  });

  test('a volume that is taken away before its turn: named, and the rest is taken in', async () => {
    const stick = volume(b.folder, `early-${mode}`, '32m');
    const image = join(stick.path, 'image.raw');
    writeFileSync(image, randomBytes(MIB));
    stick.unmount();
    writeFileSync(b.path('other.log'), 'still there');
    const { exhibits, failed } = (await engine.job('evidence.add', {
      paths: [image, b.path('other.log')],
      mode,
    })) as EvidenceAdded;
    expect(exhibits).toHaveLength(1);
    expect(failed).toMatchObject([{ path: image, code: 'file-missing' }]);
    expectSentence(failed[0]?.message ?? '', { names: image, advice: /whether its volume is connected/ });
  });
});

test.skipIf(!isRoot)(`a folder on a volume that is taken away half-way (${ROOT_ONLY})`, async () => {
  const stick = volume(b.folder, 'folder-stick', '200m');
  const folder = join(stick.path, 'logs');
  mkdirSync(folder);
  // Zeros take no room there and yet time to hash: it is taken away long before the end.
  for (let i = 0; i < 24; i += 1) {
    writeFileSync(join(folder, `${i}.raw`), '');
    truncateSync(join(folder, `${i}.raw`), 128 * MIB);
  }
  const before = await engine.ask('timeline.list', {});
  let gone = false;
  onProgress = (done) => {
    if (done === 0 || gone) return;
    gone = true;
    stick.unmount();
  };
  writeFileSync(b.path('beside.log'), 'beside');
  const { exhibits, failed } = (await engine.job('evidence.add', {
    paths: [folder, b.path('beside.log')],
  })) as EvidenceAdded;
  onProgress = () => {};
  // The folder is all or nothing, and what else was asked is done.
  expect(failed).toMatchObject([{ path: folder, code: 'vanished' }]);
  expectSentence(failed[0]?.message ?? '', { names: folder, advice: /Nothing was recorded.*add it again/ });
  expect(exhibits).toMatchObject([{ sha256: sha256(Buffer.from('beside')) }]);
  expect(await engine.ask('timeline.list', {})).toMatchObject({ total: before.total + 2 });
});

test.skipIf(!isRoot)(`a folder of which one file half-way may not be read (${ROOT_ONLY})`, () => {
  const place = b.path('nobody');
  mkdirSync(place);
  const folder = join(place, 'folder');
  mkdirSync(folder);
  for (const name of ['a.log', 'm.log', 'z.log']) writeFileSync(join(folder, name), name);
  chmodSync(join(folder, 'm.log'), 0o600);
  cpSync(path, join(place, 'case.holdfast'));
  for (const each of [place, join(place, 'case.holdfast')]) giveToNobody(each);
  for (const open of [b.folder, join(bundled.cli, '../..'), bundled.cli, bundled.workers.folder]) {
    chmodSync(open, 0o755);
  }
  const run = (...paths: string[]): EvidenceAdded => {
    let printed: string;
    try {
      printed = execFileSync(
        'setpriv',
        [
          ...asNobody,
          process.execPath,
          bundled.cli,
          'evidence',
          'add',
          join(place, 'case.holdfast'),
          ...paths,
          '--json',
        ],
        {
          env: {
            ...b.environment,
            HOME: place,
            HOLDFAST_PROFILE: join(place, 'profile'),
            HOLDFAST_PASSPHRASE: PASSPHRASE,
          },
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
    } catch (error) {
      printed = (error as { stdout: string }).stdout;
    }
    return (JSON.parse(printed) as { data: EvidenceAdded }).data;
  };
  const refused = run(folder);
  expect(refused.exhibits).toEqual([]);
  expect(refused.failed).toMatchObject([{ path: folder, code: 'permission-denied' }]);
  expectSentence(refused.failed[0]?.message ?? '', { names: join(folder, 'm.log'), advice: /Ask its owner/ });
  // Named one by one, the others are in.
  const each = run(...['a.log', 'm.log', 'z.log'].map((name) => join(folder, name)));
  expect(each.exhibits.map(({ title }) => title)).toEqual(['a.log', 'z.log']);
  expect(each.failed).toMatchObject([{ path: join(folder, 'm.log'), code: 'permission-denied' }]);
  // The control: readable, it is taken in.
  chmodSync(join(folder, 'm.log'), 0o644);
  expect(run(folder)).toMatchObject({ exhibits: [{ files: 3 }], failed: [] });
});

test('links in a circle, deep and wide, end nothing', async () => {
  const folder = b.path('circles');
  mkdirSync(join(folder, 'one/two/three'), { recursive: true });
  symlinkSync('../..', join(folder, 'one/two/up'));
  symlinkSync('here', join(folder, 'here'));
  symlinkSync('there', join(folder, 'back'));
  symlinkSync('back', join(folder, 'there'));
  symlinkSync(folder, join(folder, 'one/two/three/whole'));
  writeFileSync(join(folder, 'one/two/three/a.log'), 'a');
  const { exhibits, failed } = (await engine.job('evidence.add', { paths: [folder] })) as EvidenceAdded;
  expect(failed).toEqual([]);
  expect(exhibits).toMatchObject([{ files: 1, size: 1 }]);
});

const count = full ? 50_000 : 2000;
test(`a folder of ${count} files is one exhibit that sha256sum checks`, async () => {
  const folder = b.path('many');
  for (let i = 0; i < count; i += 1) {
    const below = join(folder, `d${i % 50}`);
    if (i < 50) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `file ${i}.log`), `line ${i}\n`);
  }
  const { exhibits } = (await engine.job('evidence.add', { paths: [folder] })) as EvidenceAdded;
  expect(exhibits).toMatchObject([{ files: count, mode: 'reference' }]);
  const { open } = engine.process.engine;
  if (open === null) throw new Error('no case is open');
  const { text } = objectField(entryWithId(open.db, exhibits[0]?.entry ?? ''), 'manifest') as {
    text: string;
  };
  expect(text.split('\n')).toHaveLength(count + 1);
  expect(sha256(Buffer.from(text))).toBe(exhibits[0]?.sha256);
  execFileSync('sha256sum', ['--quiet', '-c', '-'], { cwd: folder, input: text });
  // The control: sha256sum finds a changed one.
  writeFileSync(join(folder, 'd7', readdirSync(join(folder, 'd7'))[0] ?? ''), 'changed');
  expect(() =>
    execFileSync('sha256sum', ['--quiet', '-c', '-'], { cwd: folder, input: text, stdio: 'pipe' }),
  ).toThrow(/sha256sum/);
});

test('three hashes of a file of many pieces, made in two threads, are those of the stock tools', async () => {
  const file = b.path('three.bin');
  writeFileSync(file, randomBytes(70 * MIB + 5));
  const of = (program: string): string =>
    execFileSync(program, [file], { encoding: 'utf8' }).split(' ')[0] ?? '';
  for (const mode of ['reference', 'stored'] as const) {
    const { exhibits } = (await engine.job('evidence.add', {
      paths: [file],
      mode,
      also: ['md5', 'sha1'],
    })) as EvidenceAdded;
    expect(exhibits).toMatchObject([
      { mode, sha256: of('sha256sum'), sha1: of('sha1sum'), md5: of('md5sum') },
    ]);
  }
});
