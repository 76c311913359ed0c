import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { entryWithId } from '../../../src-main/casework/read-entry.ts';
import type { Exhibit } from '../../../src-main/contract/evidence.ts';
import type { RequestOf } from '../../../src-main/contract/index.ts';
import type { RecordCheck } from '../../../src-main/contract/record.ts';
import { evidenceBench } from '../../support/evidence-bench.ts';
import { openEngine } from '../../support/open-engine.ts';
import { edit } from '../../support/independent.ts';
import { full } from '../../support/scale.ts';
import { say } from '../../support/seed.ts';
import { type TakeInRun, added, runTakeIn } from '../../support/take-in.ts';

/** A job over many files that was killed goes on behind what it had finished, and reads little more than the rest. */
const MIB = 2 ** 20;
const ONE = 2 * MIB;
/** Of the folder: enough of them to be caught in the middle. */
const FILES = full ? 2000 : 140;
const SIZE = FILES * ONE;
/** Of a job over many, each with a transaction of its own. */
const MANY = full ? 1000 : 60;
const timeout = full ? 600_000 : 180_000;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const bench = evidenceBench('resume-many');
let folder = '';
let files: string[] = [];
let hashes: string[] = [];

beforeAll(() => {
  folder = bench.b.path('files');
  files = Array.from({ length: FILES }, (_, i) => join(folder, `d${i % 7}`, `file ${i}.bin`));
  for (let i = 0; i < 7; i += 1) mkdirSync(join(folder, `d${i}`), { recursive: true });
  hashes = files.map((file) => {
    const bytes = randomBytes(ONE);
    writeFileSync(file, bytes);
    return sha256(bytes);
  });
});
beforeEach(async () => bench.newCase());

const takeIn = async (request: RequestOf<'evidence.add'>, killAt = Infinity): Promise<TakeInRun> =>
  runTakeIn(bench.b.path('profile'), bench.path, request, killAt);

const listed = (): Exhibit[] => bench.b.cli('evidence', 'list', bench.path).json.data.exhibits as Exhibit[];

async function isGood(): Promise<void> {
  const engine = openEngine(bench.b.path('profile'));
  const check = (await engine.verify(bench.path)) as RecordCheck;
  await engine.close();
  expect(check.problems).toEqual([]);
}

/** Places that the case file still has; they belong to no record. */
function places(): number {
  const rows: unknown[] = [];
  edit(bench.path, (db) => void rows.push(...db.prepare('SELECT source FROM checkpoint').all()));
  return rows.length;
}

describe.each(['stored', 'reference'] as const)('many files, %s', (mode) => {
  test(
    'killed half-way: finished ones are not read again and not registered twice',
    { timeout },
    async () => {
      const killed = await takeIn({ paths: files.slice(0, MANY), mode }, (MANY * ONE) / 2);
      expect(killed.result).toBeUndefined();
      const before = listed();
      expect(before.length).toBeGreaterThan(MANY / 3);
      const left = (MANY - before.length) * ONE;
      const again = await takeIn({ paths: files.slice(0, MANY), mode });
      const { exhibits, failed, resumed } = added(again);
      say(`${mode}: read ${((100 * again.read) / left).toFixed(1)} % of what was left`);
      expect(again.read).toBeLessThan(1.1 * left);
      expect(failed).toEqual([]);
      expect(exhibits.map((exhibit) => exhibit.sha256)).toEqual(hashes.slice(0, MANY));
      expect(new Set(exhibits.map(({ exhibit }) => exhibit)).size).toBe(MANY);
      expect(resumed).toEqual(before.map(({ exhibit }) => ({ exhibit, from: ONE })));
      expect(listed()).toHaveLength(MANY);
      await isGood();
      // The control: the job is over; given once more, it is another one and reads everything.
      expect(places()).toBe(0);
      const anew = await takeIn({ paths: files.slice(0, 10), mode });
      expect(anew.read).toBeGreaterThan(10 * ONE);
      expect(added(anew)).toMatchObject({ resumed: [] });
      expect(listed()).toHaveLength(MANY + 10);
    },
  );
});

describe('what is not the same job, or not the same file', () => {
  const request = () => ({ paths: files.slice(0, 60), mode: 'reference' as const });
  const killed = async (): Promise<number> => {
    await takeIn(request(), 30 * MIB);
    return listed().length;
  };

  test('another wish begins anew, and the interrupted one can still go on', { timeout }, async () => {
    const done = await killed();
    expect(added(await takeIn({ ...request(), title: 'Other' })).resumed).toEqual([]);
    expect(added(await takeIn(request())).resumed).toHaveLength(done);
  });

  test('a file that was changed meanwhile is taken in as it is now', { timeout }, async () => {
    const done = await killed();
    const original = readFileSync(files[0] ?? '');
    writeFileSync(files[0] ?? '', 'changed');
    try {
      const { exhibits, resumed } = added(await takeIn(request()));
      expect(resumed).toHaveLength(done - 1);
      expect(exhibits[0]).toMatchObject({ size: 7, sha256: sha256(Buffer.from('changed')) });
      expect(exhibits[1]).toMatchObject({ exhibit: 'EV-002', sha256: hashes[1] });
    } finally {
      writeFileSync(files[0] ?? '', original);
    }
  });

  test('one that could not be read is tried again', { timeout }, async () => {
    const gone = bench.b.path('late.log');
    const paths = [gone, ...request().paths];
    await takeIn({ ...request(), paths }, 30 * MIB);
    writeFileSync(gone, 'here now');
    const { exhibits, failed } = added(await takeIn({ ...request(), paths }));
    expect(failed).toEqual([]);
    expect(exhibits[0]).toMatchObject({ size: 8 });
  });

  test('cancelled by a person it is over; locked in the middle it is not', { timeout }, async () => {
    for (const end of ['cancel', 'close'] as const) {
      await bench.newCase();
      let ended: Promise<unknown> | undefined;
      const engine = openEngine(bench.b.path('profile'), {
        progress: ({ job, all }) => {
          if ((all?.done ?? 0) < 20 * MIB) return;
          ended ??= end === 'cancel' ? engine.ask('job.cancel', { job }) : engine.close();
        },
      });
      await engine.open(bench.path);
      expect(await engine.jobRefused('evidence.add', request())).toMatchObject({ code: 'cancelled' });
      await ended;
      if (end === 'cancel') await engine.close();
      const done = listed().length;
      expect(done).toBeGreaterThan(0);
      expect(added(await takeIn(request())).resumed).toHaveLength(end === 'cancel' ? 0 : done);
    }
  });
});

describe('a folder as one exhibit', () => {
  const request = () => ({ paths: [folder] });
  /** What `sha256sum -c` says of the list of the newest exhibit. */
  const sumsCheck = async (): Promise<number | null> => {
    const input = await bench.withEngine(async (engine) => {
      const { exhibits } = await engine.ask('evidence.list', {});
      const { open } = engine.process.engine;
      if (open === null) throw new Error('no case is open');
      const { manifest } = entryWithId(open.db, exhibits.at(-1)?.entry ?? '').fields;
      return (manifest as { text: string }).text;
    });
    expect(sha256(Buffer.from(input))).toBe(listed().at(-1)?.sha256);
    return spawnSync('sha256sum', ['--quiet', '--strict', '-c', '-'], { cwd: folder, input }).status;
  };

  test(
    'killed on its way, it reads less than 110 % of what was left; sha256sum checks it',
    { timeout },
    async () => {
      const killed = await takeIn(request(), SIZE / 4);
      expect(killed.result).toBeUndefined();
      expect(listed()).toEqual([]);
      const again = await takeIn(request());
      const { exhibits, resumed } = added(again);
      const left = SIZE - killed.at;
      say(`folder: read ${((100 * again.read) / left).toFixed(1)} % of what was left`);
      expect(again.read).toBeLessThan(1.1 * left);
      expect(exhibits).toMatchObject([{ exhibit: 'EV-001', files: FILES, size: SIZE }]);
      expect(resumed[0]?.from).toBeGreaterThan(SIZE / 8);
      expect(await sumsCheck()).toBe(0);
      expect(places()).toBe(0);
      await isGood();
      // The control: a second time it is another job.
      expect((await takeIn(request())).read).toBeGreaterThan(SIZE);
    },
  );

  test('killed three times, with a file changed, one gone and one new in between', { timeout }, async () => {
    for (const part of [0.2, 0.4, 0.6]) await takeIn(request(), part * SIZE);
    const originals = files.slice(0, 2).map((file) => readFileSync(file));
    writeFileSync(files[0] ?? '', 'changed');
    spawnSync('rm', [files[1] ?? '']);
    writeFileSync(join(folder, 'new.log'), 'new');
    try {
      const { exhibits } = added(await takeIn(request()));
      expect(exhibits).toMatchObject([{ files: FILES, size: SIZE - 2 * ONE + 10 }]);
      expect(await sumsCheck()).toBe(0);
    } finally {
      for (const [i, original] of originals.entries()) writeFileSync(files[i] ?? '', original);
      spawnSync('rm', [join(folder, 'new.log')]);
    }
  });

  test('some of its files as one exhibit is another work', { timeout }, async () => {
    await takeIn(request(), SIZE / 4);
    const some = added(await takeIn({ paths: files.slice(0, 3), asOne: true }));
    expect(some).toMatchObject({ exhibits: [{ files: 3 }], resumed: [] });
    expect(added(await takeIn(request())).resumed).toHaveLength(1);
  });
});
