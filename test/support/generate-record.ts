import { addNote } from '../../src-main/casework/add-note.ts';
import { append, step } from '../../src-main/casework/append.ts';
import { beginWriting } from '../../src-main/casework/begin-writing.ts';
import type { Clock } from '../../src-main/casework/clock.ts';
import { createCase } from '../../src-main/casework/create-case.ts';
import { signer } from '../../src-main/casework/node-crypto.ts';
import type { Signer } from '../../src-main/casework/session.ts';
import { beginningOf } from '../../src-main/casework/case-facts.ts';
import { checkRecord } from '../../src-main/engine/record/check-record.ts';
import { checkExhibits } from '../../src-main/engine/record/check-exhibits.ts';
import { checkPages } from '../../src-main/store/check-pages.ts';
import { openCaseForChecking, openCaseForWriting } from '../../src-main/store/open-case.ts';
import type { EngineProcess } from '../../src-main/engine/engine-handlers.ts';
import { freeJob } from '../../src-main/engine/jobs.ts';
import type { CaseKey } from '../../src-main/store/case-key.ts';
import { sharedKey } from './keys.ts';
import { type Random, random } from './random.ts';

export interface Generated {
  readonly entries: number;
  readonly seed: number;
  readonly passphrase: string;
  /** Number of different keys; the first is the founder's. */
  readonly authors?: number;
}

const words = 'alert blocked firewall host log owner snapshot upload WEB01 ‮rtl 🔥 ünïcode <b>html</b>'.split(
  ' ',
);

const surroundings = { version: '0.0.0-test', programHash: undefined, os: 'test', volume: 'local' };

/** Writes a real encrypted case with notes, facts and custody by one or several authors. */
export async function generateCase(path: string, given: Generated): Promise<void> {
  const dice = random(given.seed);
  const clock = clockOf(dice);
  const people = Array.from({ length: given.authors ?? 1 }, (_, i) => person(dice, i));
  const founder = dice.pick(people.slice(0, 1));
  const key = await sharedKey(given.passphrase);
  const base = { path, key, title: `Generated ${given.seed}`, zone: 'Europe/Berlin', practice: true };
  createCase(
    { ...base, source: 'antivirus', detected: undefined, plan: undefined },
    founder,
    clock,
    surroundings,
  );
  write(path, key, { people, clock, dice, entries: given.entries - 4 });
}

/** Writes on in a case, as other people on another laptop. */
export async function extendCase(path: string, given: Generated): Promise<void> {
  const dice = random(given.seed);
  const people = Array.from({ length: given.authors ?? 1 }, (_, i) => person(dice, given.seed + i));
  const key = await sharedKey(given.passphrase);
  write(path, key, { people, clock: clockOf(dice), dice, entries: given.entries });
}

function clockOf(dice: Random): Clock {
  let now = Date.UTC(2026, 10, 17, 1, 20) + dice.below(1_000_000);
  let tick = 0;
  return { now: () => (now += 137), monotonic: () => (tick += 137), source: 'fixed' };
}

interface Writing {
  readonly people: readonly Signer[];
  readonly clock: Clock;
  readonly dice: Random;
  readonly entries: number;
}

function write(path: string, key: CaseKey, { people, clock, dice, entries }: Writing): void {
  const db = openCaseForWriting(path, { key });
  try {
    const caseId = beginningOf(db).id;
    const sessions = people.map((who) => beginWriting(db, caseId, who, clock, surroundings, undefined));
    db.transaction(() => {
      while (entriesOf(sessions) < entries) {
        const session = dice.pick(sessions);
        if (dice.next() < 0.15) {
          step(session, () =>
            append(session, 'fact', { name: dice.pick(['extent', 'severity']), value: dice.below(9) }),
          );
        } else {
          addNote(session, {
            text: sentence(dice),
            at: dice.next() < 0.3 ? '02:14' : undefined,
            zone: undefined,
            phase: undefined,
            tags: dice.next() < 0.3 ? ['alert'] : [],
          });
        }
      }
    });
  } finally {
    db.close();
  }
}

const entriesOf = (sessions: readonly { n: number }[]): number => sessions.reduce((sum, { n }) => sum + n, 0);

const sentence = (dice: Random): string =>
  Array.from({ length: 3 + dice.below(9) }, () => dice.pick(words)).join(' ');

function person(dice: Random, i: number): Signer {
  const seed = Uint8Array.from({ length: 32 }, () => dice.below(256));
  return { ...signer(seed), name: `Person ${i}`, role: 'test', device: `LAPTOP-${i}` };
}

/** Our own check of a file in this process, without profile: pages, record, stored exhibits. */
export async function checkRecordFile(
  path: string,
  passphrase: string,
  { engine }: EngineProcess,
): Promise<{ ok: boolean; problems: { code: string; entry?: string }[] }> {
  const key = await sharedKey(passphrase);
  const pages = checkPages(path, key);
  const { db, schemaFault } = openCaseForChecking(path, { key });
  try {
    const job = freeJob('test');
    const record = await checkRecord(db, engine.host, job, schemaFault === null, async () =>
      Promise.resolve(),
    );
    const exhibits = schemaFault === null ? (await checkExhibits(db, engine.host, job, false)).problems : [];
    const problems = [...record.problems, ...exhibits].map(({ code, entry }) => ({
      code,
      ...(entry === undefined ? {} : { entry }),
    }));
    return { ok: problems.length === 0 && pages.damagedCount === 0, problems };
  } finally {
    db.close();
  }
}
