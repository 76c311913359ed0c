import { addNote } from '../../src-main/casework/add-note.ts';
import { append, step } from '../../src-main/casework/append.ts';
import { beginWriting } from '../../src-main/casework/begin-writing.ts';
import type { Clock } from '../../src-main/casework/clock.ts';
import { correctNote } from '../../src-main/casework/correct-note.ts';
import { createCase } from '../../src-main/casework/create-case.ts';
import { signer } from '../../src-main/casework/node-crypto.ts';
import type { Signer, WritingSession } from '../../src-main/casework/session.ts';
import { withhold } from '../../src-main/casework/withhold.ts';
import type { EntryId } from '../../src-main/domain/brands.ts';
import { fromHex } from '../../src-main/domain/bytes.ts';
import type { Entry } from '../../src-main/domain/entry.ts';
import { beginningOf } from '../../src-main/casework/case-facts.ts';
import { checkRecord } from '../../src-main/engine/record/check-record.ts';
import { checkExhibits } from '../../src-main/engine/record/check-exhibits.ts';
import { checkPages } from '../../src-main/store/check-pages.ts';
import { openCaseForChecking, openCaseForWriting } from '../../src-main/store/open-case.ts';
import { registerThing } from '../../src-main/evidence/register-thing.ts';
import type { EngineProcess } from '../../src-main/engine/create-engine.ts';
import { freeJob } from '../../src-main/engine/jobs.ts';
import type { CaseKey } from '../../src-main/store/case-key.ts';
import type { WritableDb } from '../../src-main/store/db.ts';
import { insertAdmitted } from '../../src-main/store/queries/admitted.ts';
import { withLargeCache } from '../../src-main/store/queries/arrival.ts';
import { timelineRows } from '../../src-main/store/queries/timeline.ts';
import { sharedKey } from './keys.ts';
import { type Random, random } from './random.ts';

export interface Generated {
  readonly entries: number;
  readonly seed: number;
  readonly passphrase: string;
  /** Number of different keys; the first is the founder's. */
  readonly authors?: number;
  /** Whether texts of some notes are withheld and, now and then, both sides of a fork admitted; else neither comes. */
  readonly gaps?: boolean;
  /** As a real night: more kinds of entries, texts of 8 KB, corrections, times on many days. */
  readonly all?: boolean;
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
    { ...base, facts: [{ name: 'detection-source', value: 'antivirus' }], plan: undefined },
    founder,
    clock,
    surroundings,
  );
  write(path, key, {
    people,
    clock,
    dice,
    entries: given.entries - 4,
    gaps: given.gaps === true,
    all: given.all === true,
  });
}

/** Writes on in a case, as other people on another laptop. */
export async function extendCase(path: string, given: Generated): Promise<void> {
  const dice = random(given.seed);
  const people = Array.from({ length: given.authors ?? 1 }, (_, i) => person(dice, given.seed + i));
  const key = await sharedKey(given.passphrase);
  const { entries, gaps = false } = given;
  write(path, key, { people, clock: clockOf(dice), dice, entries, gaps, all: given.all === true });
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
  readonly gaps: boolean;
  readonly all: boolean;
}

function write(path: string, key: CaseKey, { people, clock, dice, entries, gaps, all }: Writing): void {
  const db = openCaseForWriting(path, { key });
  try {
    const caseId = beginningOf(db).id;
    const sessions = people.map((who) => beginWriting(db, caseId, who, clock, surroundings, undefined));
    // In one piece: a hundred thousand transactions take minutes, and so does a cache that the record does not fit in.
    withLargeCache(db, () =>
      db.transaction(() => {
        while (entriesOf(sessions) < entries) {
          const session = dice.pick(sessions);
          if (all && dice.next() < 0.25) writeOther(session, dice);
          else if (dice.next() < 0.15) {
            step(session, () =>
              append(session, 'fact', { name: dice.pick(['extent', 'severity']), value: dice.below(9) }),
            );
          } else {
            addNote(session, {
              text: all && dice.next() < 0.01 ? longText(dice) : sentence(dice),
              at: dice.next() < 0.3 ? (all ? someTime(dice) : '02:14') : undefined,
              zone: undefined,
              phase: undefined,
              tags: dice.next() < 0.3 ? ['alert'] : [],
            });
          }
        }
        if (!gaps) return;
        if (dice.next() < 0.5) withholdSome(db, dice, dice.pick(sessions));
        if (dice.next() < 0.5) admitFork(dice.pick(sessions), dice.pick(sessions));
      }),
    );
  } finally {
    db.close();
  }
}

/** Things, their custody and holds, corrections, and phases. */
function writeOther(session: WritingSession, dice: Random): void {
  const kind = dice.below(5);
  if (kind === 0) {
    registerThing(session, {
      title: `Snapshot ${dice.below(1000)} of WEB0${dice.below(9)}`,
      type: 'snapshot',
      details: { held_by: 'Hosting company', location: 'their console' },
      occurred: undefined,
      seal: undefined,
    });
    return;
  }
  if (kind === 1) {
    const notes = timelineRows(session.db, { kinds: ['note'], by: 'recorded' }, 0, 50);
    const [note] = notes.length === 0 ? [] : [dice.pick(notes)];
    if (note !== undefined) {
      correctNote(session, {
        entry: note.entry as EntryId,
        text: `${sentence(dice)} corrected`,
        reason: 'digits swapped',
        at: undefined,
        zone: undefined,
        tags: undefined,
      });
      return;
    }
  }
  if (kind === 2) {
    step(session, () =>
      append(session, 'phase', {
        phase: dice.pick(['containment', 'eradication']),
        before: 'identification',
        why: sentence(dice),
      }),
    );
    return;
  }
  if (kind === 3) {
    step(session, () =>
      append(session, 'fact', { name: 'affected-hosts', value: sentence(dice), grounds: 'seen by the host' }),
    );
    return;
  }
  addNote(session, {
    text: `Login from 10.0.${dice.below(256)}.${dice.below(256)} to C:\\inetpub\\wwwroot\\${sentence(dice)}`,
    at: someTime(dice),
    zone: undefined,
    phase: undefined,
    tags: [dice.pick(['action', 'phone', 'web-shell', 'décision'])],
  });
}

/** On one of the days before, as exact as people say it. */
const someTime = (dice: Random): string =>
  `2026-11-${String(1 + dice.below(16)).padStart(2, '0')} ${String(dice.below(24)).padStart(2, '0')}:${String(dice.below(60)).padStart(2, '0')}`;

const longText = (dice: Random): string =>
  Array.from({ length: 120 }, () => sentence(dice))
    .join('\n')
    .slice(0, 8192);

function withholdSome(db: WritableDb, dice: Random, session: WritingSession): void {
  for (const { entry } of timelineRows(db, { kinds: ['note'], by: 'recorded' }, 0, -1)) {
    if (dice.next() < 0.3) withhold(session, entry as EntryId, 'text', 'a password');
  }
}

/** One writer goes on twice from one place, and another admits it, as when what waited is taken in. */
function admitFork(forked: WritingSession, judge: WritingSession): void {
  const note = (session: WritingSession, text: string): Entry =>
    step(session, () => append(session, 'note', { text }));
  note(forked, 'before the snapshot');
  const resumed = { ...forked };
  const { author, writer, n } = note(forked, 'in the original').header;
  step(judge, () => {
    const { id } = append(judge, 'admission', { author, writer, n, why: 'resumed' });
    const whose = { author: fromHex(author), writer: fromHex(writer), by: fromHex(id) };
    // The judge may be the same writer, whose admission takes the next number.
    for (const number of [n, n + 1]) insertAdmitted(judge.db, { ...whose, n: number });
  });
  note(resumed, 'in the resumed machine');
  note(resumed, 'and on');
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
