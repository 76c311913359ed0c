import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { append, step } from '../../../../src-main/casework/append.ts';
import { listTimeline } from '../../../../src-main/casework/list-timeline.ts';
import { catchUp, newIndex } from '../../../../src-main/casework/timeline-index.ts';
import { checkRecord } from '../../../../src-main/engine/record/check-record.ts';
import type { CaseKey } from '../../../../src-main/store/case-key.ts';
import { openEncrypted } from '../../../../src-main/store/open-encrypted.ts';
import { openCaseForWriting } from '../../../../src-main/store/open-case.ts';
import { countEntries } from '../../../../src-main/store/queries/entry.ts';
import { bundled } from '../../../support/bundled.ts';
import { testEngine } from '../../../support/engine.ts';
import { sharedKey } from '../../../support/keys.ts';
import { Laptop, laptopsFolder } from '../../../support/laptops.ts';
import { type Random, random } from '../../../support/random.ts';
import { full } from '../../../support/scale.ts';
import { say, seeded } from '../../../support/seed.ts';

/** In each of the two files that run them, beside each other. */
const HISTORIES = full ? 2500 : 100;
/** Steps of a history, at the least; of one in ten, the long ones. */
const [LENGTH, LONG] = [8, 24];
const PASSPHRASE = 'histories';

const quietJob = {
  id: 'test',
  cancelFlag: new Int32Array(1),
  closing: false,
  check: () => {},
  turn: async () => Promise.resolve(),
  progress: () => {},
};

const { folder, remove } = laptopsFolder();
const started = testEngine(join(folder, 'profile'), () => {}, bundled.workers);
const { host } = started.engine;

/** What came of one history, for a line that a person can read. */
interface Told {
  entries: number;
  branches: number;
  forks: number;
  forgeries: number;
}

/** Several people work, copy, restore, are killed and merge in any order; at the end all have the same record. */
async function history(seed: number, told: Told): Promise<void> {
  const dice = random(seed);
  const place = join(folder, `history-${seed}`);
  mkdirSync(place);
  const key = await sharedKey(PASSPHRASE);
  const people = Array.from({ length: 3 + dice.below(3) }, (_, i) => new Laptop(place, `P${i}`, key, dice));
  const [founder] = people;
  if (founder === undefined) throw new Error('there is always a founder');
  founder.create();
  for (let i = dice.below(4); i > 0; i -= 1) founder.write(dice);
  founder.close();
  for (const person of people.slice(1)) person.replaceBy(founder.path);
  const backup = join(place, 'backup');
  copyFileSync(founder.path, backup);
  const length = dice.below(10) === 0 ? LONG : LENGTH;
  for (let i = length + dice.below(2 * LENGTH); i > 0; i -= 1) {
    const person = dice.pick(people);
    switch (dice.below(12)) {
      case 0:
        person.kill(dice);
        break;
      case 1:
        person.close();
        break;
      case 2:
        // What the backup lacks is still on another laptop, or is lost with the file: that is no fault of a merge.
        person.replaceBy(backup);
        break;
      case 3:
        person.close();
        copyFileSync(person.path, backup);
        break;
      case 4:
      case 5: {
        const other = dice.pick(people);
        if (other !== person) expect((await person.merge(other, host, dice)).problems).toEqual([]);
        break;
      }
      default:
        person.write(dice);
    }
  }
  told.forks += await resumedMachine(dice, people, place);
  told.forgeries += await forger(dice, people, place);
  await allTogether(dice, people);
  await sameEverywhere(people, told);
  for (const person of people) person.close();
  // Five thousand of them would fill the memory that they lie in.
  rmSync(place, { recursive: true });
}

/** A virtual machine that is resumed from a snapshot writes a number of its writer a second time. */
async function resumedMachine(dice: Random, people: readonly Laptop[], place: string): Promise<number> {
  if (dice.next() < 0.5) return 0;
  const person = dice.pick(people);
  const { session } = person;
  const key = await sharedKey(PASSPHRASE);
  const sealed = ((): boolean => {
    const before = session.n;
    person.write(dice);
    return session.n === before;
  })();
  if (sealed) return 0;
  // The snapshot: the file and the memory of the program at one moment.
  const memory = { ...session };
  const writer = { n: session.n, last: session.last };
  person.close();
  const resumed = join(place, 'resumed.holdfast');
  copyFileSync(person.path, resumed);
  const write = (path: string, text: string): void => {
    const db = openCaseForWriting(path, { key });
    const again = { ...memory, ...writer, db };
    step(again, () =>
      append(again, 'clock-moved', {
        before: '2026-11-17T01:00:00.000Z',
        after: '2026-11-17T01:00:01.000Z',
        moved_ms: text.length,
      }),
    );
    step(again, () => append(again, 'copy', { series: 'Z', evidence: 'all', redact: 'none' }));
    db.close();
  };
  write(person.path, 'one');
  write(resumed, 'other');
  const other = people.find((one) => one !== person) ?? person;
  await other.merge(person, host);
  const before = countEntries(other.db);
  for (const _ of ['first', 'again']) {
    const united = await other.mergeFile(resumed, host);
    expect(united.problems).toEqual([]);
    expect(united.forks).toHaveLength(1);
    expect(united.forks[0]?.waiting).toHaveLength(2);
    expect(countEntries(other.db)).toBe(before);
  }
  return 1;
}

function rewrite(path: string, key: CaseKey, statement: string): void {
  const db = openEncrypted(path, { key, readOnly: false, busyTimeout: 0 });
  const triggers = db
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  db.exec(statement);
  for (const { sql } of triggers) db.exec(sql);
  db.close();
}

/** Somebody with the passphrase rewrites one entry of a copy. */
async function forger(dice: Random, people: readonly Laptop[], place: string): Promise<number> {
  if (dice.next() < 0.5) return 0;
  const [victim, reader] = [dice.pick(people), dice.pick(people)];
  victim.close();
  const forged = join(place, 'forged.holdfast');
  copyFileSync(victim.path, forged);
  const statement = dice.pick([
    `UPDATE field SET value = '"forged"' WHERE rowid = (SELECT max(rowid) FROM field)`,
    `UPDATE entry SET header = CAST(replace(CAST(header AS TEXT), '"monotonic":', '"monotonic":1') AS BLOB) WHERE seq = (SELECT max(seq) FROM entry)`,
    `UPDATE entry SET signature = randomblob(64) WHERE seq = (SELECT max(seq) FROM entry)`,
    `DELETE FROM entry WHERE seq = 2`,
  ]);
  rewrite(forged, await sharedKey(PASSPHRASE), statement);
  const before = countEntries(reader.db);
  const united = await reader.mergeFile(forged, host);
  expect(united.problems.length, statement).toBeGreaterThan(0);
  expect(countEntries(reader.db)).toBe(before);
  return 1;
}

function shuffled<T>(dice: Random, items: readonly T[]): T[] {
  const open = [...items];
  return items.flatMap(() => open.splice(dice.below(open.length), 1));
}

/** One takes in what all others have, in any order; then the others take it from anybody who has it. */
async function allTogether(dice: Random, people: readonly Laptop[]): Promise<void> {
  const [first, ...others] = shuffled(dice, people);
  if (first === undefined) return;
  for (const other of others) expect((await first.merge(other, host)).problems).toEqual([]);
  const whole = [first];
  for (const other of shuffled(dice, others)) {
    expect((await other.merge(dice.pick(whole), host)).problems).toEqual([]);
    whole.push(other);
  }
}

async function sameEverywhere(people: readonly Laptop[], told: Told): Promise<void> {
  let first: { timeline: string; projection: string } | undefined;
  for (const { db } of people) {
    const record = await checkRecord(db, host, quietJob, true, async () => Promise.resolve());
    expect(record.problems).toEqual([]);
    const index = newIndex();
    for (const _ of catchUp(db, index, false));
    const { entries } = listTimeline(db, index, {}, 0);
    const found = { timeline: JSON.stringify(entries), projection: record.projection };
    first ??= found;
    expect(found).toEqual(first);
    told.entries = Math.max(told.entries, entries.length);
    told.branches = Math.max(told.branches, record.tips.length);
  }
}

/** @param half tells the lines of both files apart */
export function testHistories(half: 'first' | 'second'): void {
  afterAll(async () => {
    await started.close();
    remove();
  });

  test(
    `${HISTORIES} histories of several people end in the same record`,
    async () => {
      const dice = seeded(`histories, ${half} half`);
      const told: Told = { entries: 0, branches: 0, forks: 0, forgeries: 0 };
      for (let i = 0; i < HISTORIES; i += 1) {
        const seed = dice.below(2 ** 31);
        try {
          await history(seed, told);
        } catch (error) {
          // Said at once: at full size the runner reports it half an hour later.
          say(
            `histories: history ${i} of seed ${seed}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`,
          );
          throw new Error(`history ${i} of seed ${seed}`, { cause: error });
        }
      }
      say(
        `histories: up to ${told.entries} entries; ${told.forks} resumed machines and ${told.forgeries} forgers, all reported`,
      );
      expect(told.forks).toBeGreaterThan(HISTORIES / 10);
      expect(told.forgeries).toBeGreaterThan(HISTORIES / 10);
    },
    // No promise, but an end where it hangs: beside other work it has taken more than fifty minutes.
    full ? 6_000_000 : 400_000,
  );
}
