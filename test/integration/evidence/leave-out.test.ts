import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceAdded } from '../../../src-main/contract/evidence.ts';
import { openCaseOf } from '../../../src-main/engine/state.ts';
import { checkpoints } from '../../../src-main/store/queries/checkpoint.ts';
import { type Bench, bench } from '../../support/cli.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { smallCase } from '../../support/small-case.ts';

/** An interrupted job that a person chose not to go on with leaves nothing. */
const MIB = 2 ** 20;
const SIZE = 96 * MIB;
const timeout = 180_000;
let b: Bench;
let cases = 0;
let [one, other, folder] = ['', '', ''];

beforeAll(() => {
  b = bench('leave-out', 'served');
  [one, other, folder] = [b.path('one.raw'), b.path('other.raw'), b.path('logs')];
  for (const file of [one, other]) writeFileSync(file, randomBytes(SIZE));
  mkdirSync(folder);
  for (let i = 0; i < 8; i++) writeFileSync(`${folder}/${i}.log`, randomBytes(4 * MIB));
});
afterAll(() => b.clean());

const newCase = async (): Promise<string> => {
  cases += 1;
  return smallCase(b.path(`case-${cases}.holdfast`), b.path('profile'));
};

async function opened(path: string): Promise<OpenEngine> {
  const engine = openEngine(b.path('profile'), { checkpointEvery: 4 * MIB });
  await engine.open(path);
  return engine;
}

/** The case is locked when so many bytes are read. */
async function interrupt(path: string, paths: string[], after: number): Promise<void> {
  let closing: Promise<void> | undefined;
  const engine = openEngine(b.path('profile'), {
    checkpointEvery: 4 * MIB,
    progress: ({ all, done }) => {
      if ((all?.done ?? done) >= after) closing ??= engine.close();
    },
  });
  await engine.open(path);
  expect(await engine.jobRefused('evidence.add', { paths })).toMatchObject({ code: 'cancelled' });
  await closing;
}

const beside = (path: string): string[] =>
  existsSync(`${path}-evidence`) ? readdirSync(`${path}-evidence`).toSorted() : [];
const places = ({ process }: OpenEngine) => checkpoints(openCaseOf(process.engine).db);

test('the half file goes at once, and the next job begins anew', { timeout }, async () => {
  const path = await newCase();
  await interrupt(path, [one], SIZE / 4);
  const engine = await opened(path);
  // Control: opening the case leaves what a later job may go on with.
  expect(beside(path)).toEqual([expect.stringMatching(/\.part$/)]);
  expect(places(engine)).toHaveLength(1);
  await engine.ask('evidence.leave-out', { paths: [one] });
  expect(existsSync(`${path}-evidence`)).toBe(false);
  expect(places(engine)).toEqual([]);
  const added = (await engine.job('evidence.add', { paths: [one] })) as EvidenceAdded;
  expect(added).toMatchObject({ exhibits: [{ exhibit: 'EV-001', size: SIZE }], resumed: [] });
  await engine.close();
  expect(await engine.verify(path)).toMatchObject({ problems: [] });
});

test('of several, what is in the record stays, and so does what another job left', { timeout }, async () => {
  const path = await newCase();
  await interrupt(path, [other], SIZE / 4);
  const [kept] = beside(path);
  await interrupt(path, [folder, one], 32 * MIB + SIZE / 4);
  const engine = await opened(path);
  const [first] = (await engine.ask('evidence.list', {})).exhibits;
  expect(first).toMatchObject({ exhibit: 'EV-001', files: 8 });
  expect(beside(path)).toHaveLength(2);
  await engine.ask('evidence.leave-out', { paths: [folder, one] });
  expect(beside(path)).toEqual([kept]);
  expect(places(engine).map(({ part }) => part)).toEqual([kept]);
  expect((await engine.ask('evidence.list', {})).exhibits).toEqual([first]);
  const added = (await engine.job('evidence.add', { paths: [other] })) as EvidenceAdded;
  expect(added.resumed).toMatchObject([{ exhibit: 'EV-002' }]);
  await engine.close();
  expect(await engine.verify(path)).toMatchObject({ problems: [] });
});

test('a job that reads the same file by now is not harmed', { timeout }, async () => {
  const path = await newCase();
  await interrupt(path, [one], SIZE / 4);
  const engine = await opened(path);
  const adding = engine.job('evidence.add', { paths: [one] });
  await engine.ask('evidence.leave-out', { paths: [one] });
  const added = (await adding) as EvidenceAdded;
  expect(added.resumed).toMatchObject([{ exhibit: 'EV-001' }]);
  expect(beside(path)).toEqual([expect.stringMatching(/\.age$/)]);
  await engine.close();
  expect(await engine.verify(path)).toMatchObject({ problems: [] });
});

test('where the case is only read, it is refused', { timeout }, async () => {
  const path = await newCase();
  const engine = openEngine(b.path('profile'));
  await engine.open(path, true);
  expect(await engine.refused('evidence.leave-out', { paths: [one] })).toMatchObject({ code: 'read-only' });
  await engine.close();
});
