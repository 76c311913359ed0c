import { createHash, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordCheck } from '../../../src-main/contract/record.ts';
import { type Bench, bench } from '../../support/cli.ts';
import { openEngine } from '../../support/open-engine.ts';
import { full } from '../../support/scale.ts';
import { say } from '../../support/seed.ts';
import { smallCase } from '../../support/small-case.ts';
import { type TakeInRun, added, runTakeIn } from '../../support/take-in.ts';

/** A job that was killed goes on where it stood, and reads little more than what was left. */
const MIB = 2 ** 20;
const SIZE = (full ? 128 : 64) * MIB;
/** Large enough for what is read ahead (20 MiB) to be less than a tenth of what is left. */
const LARGE = full ? 2048 * MIB : 320 * MIB;

const timeout = full ? 600_000 : 180_000;
let b: Bench;
interface Original {
  readonly file: string;
  readonly sha256: string;
  readonly md5: string;
}
let original: Original;
let large: Original;

beforeAll(() => {
  b = bench('resume', 'served');
  original = random('image.raw', SIZE);
  large = random('large.raw', LARGE);
});
afterAll(() => {
  b.clean();
});

function random(name: string, size: number): Original {
  const file = b.path(name);
  const [opened, main, other] = [openSync(file, 'w'), createHash('sha256'), createHash('md5')];
  for (let done = 0; done < size; done += 16 * MIB) {
    const piece = randomBytes(16 * MIB);
    writeSync(opened, piece);
    main.update(piece);
    other.update(piece);
  }
  closeSync(opened);
  return { file, sha256: main.digest('hex'), md5: other.digest('hex') };
}

/** @param killAt bytes: once so many are done the process gets SIGKILL */
const takeIn = async (
  path: string,
  mode: 'stored' | 'reference',
  killAt = Infinity,
  { file } = original,
  also: ('md5' | 'sha1')[] = [],
): Promise<TakeInRun> => runTakeIn(b.path('profile'), path, { paths: [file], mode, also }, killAt);

let cases = 0;
async function newCase(): Promise<string> {
  cases += 1;
  return smallCase(b.path(`case-${cases}.holdfast`), b.path('profile'));
}

async function isGood(path: string): Promise<void> {
  const engine = openEngine(b.path('profile'));
  const check = (await engine.verify(path)) as RecordCheck;
  await engine.close();
  expect(check.problems).toEqual([]);
}

const beside = (path: string): string[] => {
  const folder = `${path}-evidence`;
  return existsSync(folder) ? readdirSync(folder) : [];
};

const kinds = [
  ['stored', []],
  ['reference', ['md5', 'sha1']],
  ['reference', []],
  ['stored', ['md5', 'sha1']],
] satisfies ['stored' | 'reference', ('md5' | 'sha1')[]][];
describe.each(kinds.slice(0, full ? 4 : 1))('%s, with other hashes: %j', (mode, also) => {
  test('killed after a quarter, it reads less than 110 % of what was left', { timeout }, async () => {
    const path = await newCase();
    const killed = await takeIn(path, mode, LARGE / 4, large, also);
    expect(killed.result).toBeUndefined();
    const again = await takeIn(path, mode, Infinity, large, also);
    const { exhibits, resumed } = added(again);
    expect(exhibits).toMatchObject([{ exhibit: 'EV-001', mode, size: LARGE, sha256: large.sha256 }]);
    if (also.length > 0) expect(exhibits).toMatchObject([{ md5: large.md5 }]);
    const left = LARGE - killed.at;
    say(`${mode} ${also.join()}: read ${((100 * again.read) / left).toFixed(1)} % of what was left`);
    expect(again.read).toBeLessThan(1.1 * left);
    expect(resumed[0]?.from).toBeGreaterThan(0);
    // Nothing is left of the first attempt.
    expect(beside(path).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(beside(path)).toHaveLength(mode === 'stored' ? 1 : 0);
    await isGood(path);
  });
});

test('killed three times, it still comes to its end, bit for bit', { timeout }, async () => {
  const path = await newCase();
  for (const part of [0.25, 0.5, 0.75]) await takeIn(path, 'stored', part * SIZE);
  const { exhibits } = added(await takeIn(path, 'stored'));
  expect(exhibits).toMatchObject([{ sha256: original.sha256 }]);
  await isGood(path);
});

test(
  'whoever opens the case in between keeps the half file; another job does not take it up',
  { timeout },
  async () => {
    const path = await newCase();
    await takeIn(path, 'stored', SIZE / 2);
    const [part] = beside(path);
    expect(part).toMatch(/\.part$/);
    expect(b.cli('note', path, 'in between').status).toBe(0);
    expect(beside(path)).toEqual([part]);
    // Another wish: by reference. It starts anew, and the half file waits.
    const other = added(await takeIn(path, 'reference'));
    expect(other.resumed).toEqual([]);
    expect(beside(path)).toEqual([part]);
    expect(added(await takeIn(path, 'stored')).resumed).toHaveLength(1);
  },
);

describe('what cannot be gone on with is begun anew', () => {
  test('a file that was written to since', { timeout }, async () => {
    const path = await newCase();
    await takeIn(path, 'stored', SIZE / 2);
    appendFileSync(original.file, 'one line more');
    try {
      const again = added(await takeIn(path, 'stored'));
      expect(again.resumed).toEqual([]);
      expect(again.exhibits).toMatchObject([{ size: SIZE + 13 }]);
    } finally {
      truncateSync(original.file, SIZE);
    }
    await isGood(path);
  });

  test('a file of which one byte was changed and the time set back', { timeout }, async () => {
    const path = await newCase();
    await takeIn(path, 'stored', SIZE / 2);
    const { mtime, atime } = statSync(original.file);
    const file = openSync(original.file, 'r+');
    const byte = Buffer.alloc(1);
    readSync(file, byte, 0, 1, SIZE - 1);
    writeSync(file, Buffer.from([byte.readUInt8(0) ^ 1]), 0, 1, SIZE - 1);
    utimesSync(original.file, atime, mtime);
    try {
      const again = added(await takeIn(path, 'stored'));
      expect(again.resumed).toEqual([]);
      expect(again.exhibits[0]?.sha256).not.toBe(original.sha256);
    } finally {
      writeSync(file, byte, 0, 1, SIZE - 1);
      closeSync(file);
    }
    await isGood(path);
  });

  test('a half file that was lost or cut', { timeout }, async () => {
    for (const harm of [rmSync, (file: string) => truncateSync(file, 1000)]) {
      const path = await newCase();
      await takeIn(path, 'stored', SIZE / 2);
      harm(`${path}-evidence/${beside(path)[0] ?? ''}`);
      const again = added(await takeIn(path, 'stored'));
      expect(again.resumed).toEqual([]);
      expect(again.exhibits).toMatchObject([{ sha256: original.sha256 }]);
      await isGood(path);
    }
  });

  test('work that a person cancelled', { timeout }, async () => {
    const path = await newCase();
    let job = '';
    const engine = openEngine(b.path('profile'), {
      checkpointEvery: 4 * MIB,
      progress: (at) => {
        if (at.done >= SIZE / 2) void engine.ask('job.cancel', { job: at.job }).catch(() => {});
        job = at.job;
      },
    });
    await engine.open(path);
    expect(await engine.jobRefused('evidence.add', { paths: [original.file], mode: 'stored' })).toMatchObject(
      {
        code: 'cancelled',
      },
    );
    expect(job).not.toBe('');
    await engine.close();
    expect(existsSync(`${path}-evidence`)).toBe(false);
    expect(added(await takeIn(path, 'stored')).resumed).toEqual([]);
  });
});

test('locking the case in the middle of it is no cancelling', { timeout }, async () => {
  const path = await newCase();
  let closing: Promise<void> | undefined;
  const engine = openEngine(b.path('profile'), {
    checkpointEvery: 4 * MIB,
    progress: (at) => {
      if (at.done >= SIZE / 2) closing ??= engine.close();
    },
  });
  await engine.open(path);
  expect(await engine.jobRefused('evidence.add', { paths: [original.file], mode: 'stored' })).toMatchObject({
    code: 'cancelled',
  });
  await closing;
  expect(beside(path)[0]).toMatch(/\.part$/);
  expect(added(await takeIn(path, 'stored')).resumed).toHaveLength(1);
  await isGood(path);
});

test('the half file of a copy of the case is that copy’s own', { timeout }, async () => {
  const path = await newCase();
  await takeIn(path, 'stored', SIZE / 2);
  mkdirSync(b.path('elsewhere'), { recursive: true });
  const moved = b.path('elsewhere/case.holdfast');
  copyFileSync(path, moved);
  const again = added(await takeIn(moved, 'stored'));
  expect(again.resumed).toEqual([]);
  expect(again.exhibits).toMatchObject([{ sha256: original.sha256 }]);
  await isGood(moved);
});
