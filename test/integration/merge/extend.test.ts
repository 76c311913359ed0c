import { copyFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../../src-main/casework/node-crypto.ts';
import { beforeOf, extend } from '../../../src-main/engine/merge/extend.ts';
import { unite } from '../../../src-main/engine/merge/unite.ts';
import { type CheckedEntry, checkBatch } from '../../../src-main/domain/record/check-batch.ts';
import { readBatches } from '../../../src-main/engine/record/read-batches.ts';
import { unpack } from '../../../src-main/engine/record/unpack.ts';
import { passphraseBytes } from '../../../src-main/domain/passphrase.ts';
import { keyOfFile, openCaseForReading } from '../../../src-main/store/open-case.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { type HandClock, handClock } from '../../support/full-case.ts';
import { openEngine } from '../../support/open-engine.ts';
import { smallCase } from '../../support/small-case.ts';

/** Notes that were written while two records were looked at stand behind all of them: nothing is looked at again. */
let b: Bench;
let path = '';
let there: CheckedEntry[] = [];
const clock = handClock('2026-11-17T01:20:00.000Z');

async function write(file: string, time: HandClock, texts: readonly string[]): Promise<void> {
  const engine = openEngine(`${file}-profile`, { clock: time });
  await engine.open(file);
  for (const text of texts) {
    time.pass(1000);
    await engine.ask('note.add', { text });
  }
  await engine.close();
}

async function entriesOf(file: string): Promise<CheckedEntry[]> {
  const db = openCaseForReading(file, { key: await keyOfFile(file, passphraseBytes(PASSPHRASE)) });
  const entries = [...readBatches(db, 'numbers')].flatMap(
    (batch) => checkBatch(unpack(batch), sha256, () => true).entries,
  );
  db.close();
  return entries;
}

beforeAll(async () => {
  b = bench('extend');
  path = await smallCase(b.path('case.holdfast'), b.path('profile'), { clock });
  const other = b.path('other.holdfast');
  copyFileSync(path, other);
  await write(other, handClock('2026-11-17T02:20:00.000Z'), ['one', 'two', 'three']);
  there = await entriesOf(other);
  copyFileSync(path, b.path('start.holdfast'));
});

afterAll(() => b.clean());

/** Here with some entries that were written after both sides were looked at, and all of it looked at at once. */
function both(here: readonly CheckedEntry[], late: number) {
  const early = here.slice(0, here.length - late);
  const other = { there, waiting: [], alone: [], series: null };
  const united = unite({ here: early, ...other });
  expect(united.problems).toEqual([]);
  const before = beforeOf({ here: early, there }, united);
  return {
    extended: extend(before, here.slice(here.length - late))?.united,
    whole: unite({ here, ...other }),
  };
}

test.each([1, 2, 4])(
  '%i notes, later than everything: the same as looking at all of it again',
  async (late) => {
    const file = b.path(`later-${late}.holdfast`);
    copyFileSync(b.path('start.holdfast'), file);
    await write(file, handClock('2026-11-17T03:00:00.000Z'), ['a', 'b', 'c', 'd', 'e']);
    const { extended, whole } = both(await entriesOf(file), late);
    expect(extended).toEqual(whole);
    // The notes, and the introduction of who wrote them.
    expect(whole.renumbered).toHaveLength(6);
  },
);

test('notes in two steps: what was extended once is extended again', async () => {
  const file = b.path('steps.holdfast');
  copyFileSync(b.path('start.holdfast'), file);
  await write(file, handClock('2026-11-17T03:00:00.000Z'), ['a', 'b', 'c']);
  const here = await entriesOf(file);
  const other = { there, waiting: [], alone: [], series: null };
  const early = here.slice(0, -2);
  const before = beforeOf({ here: early, there }, unite({ here: early, ...other }));
  const once = extend(before, here.slice(-2, -1));
  if (once === null) throw new Error('it was not extended');
  expect(extend(once, here.slice(-1))?.united).toEqual(unite({ here, ...other }));
});

test('a note by a clock that is behind the other side’s has its place in the middle', async () => {
  const file = b.path('behind.holdfast');
  copyFileSync(b.path('start.holdfast'), file);
  await write(file, handClock('2026-11-17T02:00:00.000Z'), ['a', 'b']);
  const { extended, whole } = both(await entriesOf(file), 1);
  expect(extended).toBeUndefined();
  expect(whole.problems).toEqual([]);
});

test('a fact takes a slot, and is weighed against the facts of the other side', async () => {
  const file = b.path('fact.holdfast');
  copyFileSync(b.path('start.holdfast'), file);
  const engine = openEngine(`${file}-profile`, { clock: handClock('2026-11-17T03:00:00.000Z') });
  await engine.open(file);
  await engine.ask('fact.state', { name: 'severity', value: 'high' });
  await engine.close();
  expect(both(await entriesOf(file), 1).extended).toBeUndefined();
});

test('a note that follows an entry which the other side continued makes a branch', async () => {
  const file = b.path('branch.holdfast');
  copyFileSync(b.path('start.holdfast'), file);
  await write(file, handClock('2026-11-17T03:00:00.000Z'), ['a']);
  const { extended, whole } = both(await entriesOf(file), 1);
  expect(extended).toBeUndefined();
  expect(whole.standing.branches.size).toBe(1);
});
