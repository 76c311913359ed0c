import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addNote } from '../../src-main/casework/add-note.ts';
import { append, step } from '../../src-main/casework/append.ts';
import { beginWriting } from '../../src-main/casework/begin-writing.ts';
import { beginningOf } from '../../src-main/casework/case-facts.ts';
import type { Clock } from '../../src-main/casework/clock.ts';
import { correctNote } from '../../src-main/casework/correct-note.ts';
import { createCase } from '../../src-main/casework/create-case.ts';
import { enterPhase } from '../../src-main/casework/enter-phase.ts';
import { signer } from '../../src-main/casework/node-crypto.ts';
import { sealCase, unsealCase } from '../../src-main/casework/seal-case.ts';
import type { Signer, WritingSession } from '../../src-main/casework/session.ts';
import { stateFact } from '../../src-main/casework/state-fact.ts';
import { withhold } from '../../src-main/casework/withhold.ts';
import type { EntryId } from '../../src-main/domain/brands.ts';
import { CaseError } from '../../src-main/domain/errors.ts';
import type { EngineHost } from '../../src-main/engine/host.ts';
import { mergeRecords } from '../../src-main/engine/merge/merge.ts';
import type { United } from '../../src-main/engine/merge/unite.ts';
import { registerThing } from '../../src-main/evidence/register-thing.ts';
import type { CaseKey } from '../../src-main/store/case-key.ts';
import type { WritableDb } from '../../src-main/store/db.ts';
import { openCaseForMerging, openCaseForWriting } from '../../src-main/store/open-case.ts';
import { timelineRows } from '../../src-main/store/queries/timeline.ts';
import { type Random, random } from './random.ts';

const surroundings = { version: '0.0.0-test', programHash: undefined, os: 'test', volume: 'local' };

/** Files in memory where the system has such a place: thousands of them come and go. */
export function laptopsFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'holdfast-laptops-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** One person with a key, a clock of their own that runs a little wrong, and a file of the case. */
export class Laptop {
  readonly path: string;
  readonly #key: CaseKey;
  readonly #who: Signer;
  readonly #clock: Clock;
  #db: WritableDb | null = null;
  #session: WritingSession | null = null;

  constructor(folder: string, name: string, key: CaseKey, dice: Random) {
    this.path = join(folder, `${name}.holdfast`);
    this.#key = key;
    const seed = Uint8Array.from({ length: 32 }, () => dice.below(256));
    this.#who = { ...signer(seed), name, role: '', device: `LAPTOP-${name}` };
    // Clocks that show half minutes only make many instants equal on several laptops.
    const grain = dice.pick([1, 30_000]);
    let [now, monotonic] = [Date.UTC(2026, 10, 17, 1, 20) + dice.below(600_000 / grain) * grain, 0];
    const pass = (): number => {
      const ms = dice.below(90_000 / grain) * grain;
      now += ms;
      monotonic += ms;
      return now;
    };
    this.#clock = { now: pass, monotonic: () => monotonic, source: 'fixed' };
  }

  create(): void {
    const given = {
      path: this.path,
      key: this.#key,
      title: 'History',
      zone: 'Europe/Berlin',
      practice: true,
    };
    const more = { facts: [], plan: undefined };
    createCase({ ...given, ...more }, this.#who, this.#clock, surroundings);
  }

  get db(): WritableDb {
    this.#db ??= openCaseForWriting(this.path, { key: this.#key });
    return this.#db;
  }

  get session(): WritingSession {
    const { db } = this;
    this.#session ??= beginWriting(db, beginningOf(db).id, this.#who, this.#clock, surroundings, undefined);
    return this.#session;
  }

  close(): void {
    this.#db?.close();
    this.#db = null;
    this.#session = null;
  }

  /** Somebody else's file, or an older one of one's own, takes the place of this one. */
  replaceBy(path: string): void {
    this.close();
    copyFileSync(path, this.path);
  }

  /** As if the process was killed in the middle of a transaction: what lies on the disk then is gone on with. */
  kill(dice: Random): void {
    const { db, session } = this;
    const left = `${this.path}.left`;
    try {
      db.transaction(() => {
        this.write(dice);
        append(session, 'note', { text: 'never acknowledged' });
        copyFileSync(this.path, left);
        if (existsSync(`${this.path}-journal`)) copyFileSync(`${this.path}-journal`, `${left}-journal`);
        throw new Error('killed');
      });
    } catch (error) {
      if (!(error instanceof Error) || (error.message !== 'killed' && !(error instanceof CaseError))) {
        throw error;
      }
    }
    this.close();
    if (!existsSync(left)) return;
    copyFileSync(left, this.path);
    if (existsSync(`${left}-journal`)) copyFileSync(`${left}-journal`, `${this.path}-journal`);
    for (const file of [left, `${left}-journal`]) rmSync(file, { force: true });
  }

  /** Writes something, whatever the dice say. What the rules refuse is not written. */
  write(dice: Random): void {
    try {
      this.#write(dice, this.session);
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
    }
  }

  #write(dice: Random, session: WritingSession): void {
    const words = ['alert', 'host', 'upload', 'owner', 'snapshot'];
    const note = (): EntryId | undefined => {
      const rows = timelineRows(this.db, { kinds: ['note'], by: 'recorded' }, 0, -1);
      return rows.length === 0 ? undefined : (dice.pick(rows).entry as EntryId);
    };
    const id = note();
    switch (dice.below(10)) {
      case 0:
        stateFact(session, {
          name: dice.pick(['severity', 'penetrated']),
          value: dice.pick(['undecided', 'yes', 'low', 'high']),
          by: [],
          at: undefined,
          zone: undefined,
          grounds: undefined,
        });
        return;
      case 1:
        enterPhase(session, dice.pick(['identification', 'containment', 'eradication']), undefined);
        return;
      case 2:
        if (id !== undefined) {
          const none = { at: undefined, zone: undefined, tags: undefined };
          correctNote(session, { entry: id, text: dice.pick(words), ...none, reason: 'wrong' });
        }
        return;
      case 3:
        if (id !== undefined) withhold(session, id, 'text', 'a secret');
        return;
      case 4:
        registerThing(session, {
          title: 'USB stick',
          type: 'thing',
          occurred: undefined,
          details: { held_by: 'somebody', location: 'safe' },
          seal: undefined,
        });
        return;
      case 5:
        if (dice.below(4) === 0) sealCase(session, 'a test');
        else unsealCase(session, 'more to say');
        return;
      case 6:
        step(session, () =>
          append(session, 'hold', {
            evidence: 'ab'.repeat(32),
            exhibit: 'EV-001',
            on: dice.next() < 0.5,
            why: 'x',
          }),
        );
        return;
      default: {
        const at = dice.next() < 0.3 ? '02:14' : undefined;
        const tags = dice.next() < 0.3 ? ['alert'] : [];
        addNote(session, {
          text: `${dice.pick(words)} ${dice.below(1000)}`,
          at,
          zone: undefined,
          phase: undefined,
          tags,
        });
      }
    }
  }

  /**
   * Takes in what another laptop's file has.
   * @param dice whether something is written here meanwhile
   */
  async merge(other: Laptop, host: EngineHost, dice?: Random): Promise<United> {
    other.close();
    return this.mergeFile(other.path, host, dice);
  }

  async mergeFile(path: string, host: EngineHost, dice?: Random): Promise<United> {
    const source = openCaseForMerging(path, { key: this.#key });
    // How often a job looks up depends on the threads: with dice of their own the rest of the history stays the same.
    const meanwhile = dice === undefined ? undefined : random(dice.below(2 ** 31));
    let held = false;
    try {
      const check = (): void => {
        if (meanwhile !== undefined && !held && meanwhile.next() < 0.3) this.write(meanwhile);
      };
      const hold = async <Result>(work: () => Promise<Result>): Promise<Result> => {
        held = true;
        return work();
      };
      const log = { at: '2026-11-24T00:00:00.000Z', path };
      const job = { check, progress: () => {} };
      return await mergeRecords({ host, db: this.db, other: source, job, hold }, log);
    } finally {
      source.close();
    }
  }
}
