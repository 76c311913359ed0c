import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EvidenceAdded } from '../../../src-main/contract/evidence.ts';
import type { EngineMethodName, RequestOf } from '../../../src-main/contract/index.ts';
import type { JobProgress } from '../../../src-main/contract/job.ts';
import { full } from '../../support/scale.ts';
import { bundled } from '../../support/bundled.ts';
import { type Bench, bench } from '../../support/cli.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { smallCase } from '../../support/small-case.ts';

/** Progress, pause and cancel of long work, asked as the window asks. */
const MIB = 2 ** 20;
const GIB = 2 ** 30;
const SIZE = full ? 3 * GIB : GIB;
let b: Bench;
let engine: OpenEngine;
let path = '';
let told: JobProgress[] = [];
let heard: (at: JobProgress) => void = () => {};

beforeAll(() => {
  b = bench('jobs', 'served');
});
afterAll(() => {
  b.clean();
});

let cases = 0;
beforeEach(async () => {
  cases += 1;
  path = await smallCase(b.path(`case-${cases}.holdfast`), b.path('profile'));
  told = [];
  heard = () => {};
  engine = openEngine(b.path('profile'), {
    workers: bundled.workers,
    progress(at) {
      told.push(at);
      heard(at);
    },
  });
  await engine.open(path);
});
afterEach(async () => engine.close());

/** A file of zeros that takes no room. */
function sparse(name: string, size: number): string {
  writeFileSync(b.path(name), '');
  truncateSync(b.path(name), size);
  return b.path(name);
}

function random(name: string, size: number): string {
  writeFileSync(b.path(name), randomBytes(size));
  return b.path(name);
}

const firstBytes = async (): Promise<JobProgress> =>
  new Promise((resolve) => {
    heard = (at) => {
      if (at.done > 0) resolve(at);
    };
  });

const modes = ['reference', 'stored'] as const;

test('progress says how far each file is, and all of them', async () => {
  // The last one takes longer than the pause between two tellings, also on a quick machine.
  const paths = [random('a.bin', 40 * MIB), sparse('b.raw', 60 * MIB), random('c.bin', 90 * MIB)];
  await engine.job('evidence.add', { paths, mode: 'stored' });
  const total = 190 * MIB;
  expect(told.length).toBeGreaterThan(3);
  for (const { all, done, total: own } of told) {
    expect(all).toMatchObject({ items: 3, total });
    expect(done).toBeLessThanOrEqual(own ?? Infinity);
    expect(all?.done).toBeLessThanOrEqual(total);
  }
  expect(new Set(told.map(({ all }) => all?.item))).toEqual(new Set([1, 2, 3]));
  const sums = told.map(({ all }) => all?.done ?? 0);
  expect(sums).toEqual(sums.toSorted((one, other) => one - other));
  expect(sums.at(-1)).toBeGreaterThan(100 * MIB);
});

describe.each(modes)('%s', (mode) => {
  test('a pause stands still within 500 ms, keeps the engine answering, and goes on', async () => {
    const file = sparse('large.raw', SIZE);
    const result = engine.job('evidence.add', { paths: [file], mode });
    const { job } = await firstBytes();
    await engine.ask('job.pause', { job });
    await wait(500);
    const still = told.length;
    await engine.ask('note.add', { text: 'while it is paused' });
    await wait(1000);
    expect(told.length).toBe(still);
    await engine.ask('job.pause', { job });
    await engine.ask('job.resume', { job });
    const { exhibits } = (await result) as EvidenceAdded;
    expect(told.length).toBeGreaterThan(still);
    expect(exhibits).toMatchObject([{ size: SIZE }]);
    expect(await engine.refused('job.pause', { job })).toMatchObject({ code: 'job-unknown' });
    expect(await engine.refused('job.resume', { job })).toMatchObject({ code: 'job-unknown' });
  });

  test.each([false, true])(
    '20 GB are cancelled within 500 ms (paused: %s), and leave nothing',
    async (paused) => {
      const file = sparse('huge.raw', 20_000_000_000);
      const before = await engine.ask('timeline.list', {});
      const refused = engine.jobRefused('evidence.add', { paths: [file], mode });
      const { job } = await firstBytes();
      if (paused) await engine.ask('job.pause', { job });
      const asked = performance.now();
      await engine.ask('job.cancel', { job });
      expect(await refused).toMatchObject({ code: 'cancelled' });
      expect(performance.now() - asked).toBeLessThan(500);
      expect(existsSync(`${path}-evidence`)).toBe(false);
      expect((await engine.ask('timeline.list', {})).total).toBe(before.total);
    },
  );
});

test('cancelled while its bytes are sealed: the half file goes, what was added before stays', async () => {
  const paths = [random('first.bin', 6 * MIB), random('second.bin', 300 * MIB)];
  const refused = engine.jobRefused('evidence.add', { paths, mode: 'stored' });
  heard = (at) => {
    if (at.all?.item === 2 && at.done > 100 * MIB) {
      void engine.ask('job.cancel', { job: at.job }).catch(() => {});
    }
  };
  expect(await refused).toMatchObject({ code: 'cancelled' });
  const { exhibits } = await engine.ask('evidence.list', {});
  expect(exhibits).toMatchObject([{ exhibit: 'EV-001', bytes: 'here' }]);
  await engine.close();
  expect(b.cli('verify', path).json.data).toMatchObject({ ok: true, checked: { evidence: 1 } });
});

test('verify, extract and copy of a sealed exhibit are paused and cancelled, too; nothing half is left', async () => {
  await engine.job('evidence.add', { paths: [random('big.bin', 200 * MIB)], mode: 'stored' });
  mkdirSync(b.path('out'), { recursive: true });
  const copy = b.path('cancelled.holdfast');
  for (const [name, request] of [
    ['evidence.verify', { exhibits: ['EV-001'] }],
    ['evidence.extract', { exhibit: 'EV-001', to: b.path('out') }],
    ['share.copy', { path: copy, newPassphrase: 'another one' }],
  ] as const satisfies readonly (readonly [EngineMethodName, RequestOf<EngineMethodName>])[]) {
    const ended = engine.jobRefused(name, request);
    const at = await new Promise<JobProgress>((resolve) => {
      heard = (now) => {
        if (now.unit === 'bytes' && now.done > 0) resolve(now);
      };
    });
    await engine.ask('job.pause', { job: at.job });
    await wait(300);
    const still = told.length;
    await wait(300);
    expect(told.length, name).toBe(still);
    await engine.ask('job.cancel', { job: at.job });
    expect(await ended, name).toMatchObject({ code: 'cancelled' });
  }
  const left = (folder: string): string[] =>
    readdirSync(folder).filter((name) => /part|cancelled|new/.test(name));
  expect(left(b.path('out'))).toEqual([]);
  expect(left(b.folder)).toEqual([]);
});
