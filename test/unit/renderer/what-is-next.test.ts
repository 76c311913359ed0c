import { describe, expect, test } from 'vitest';
import type { Exhibit } from '../../../src-main/contract/evidence.ts';
import { summaryOf } from '../../../src-renderer/features/overview/evidence-summary.ts';
import { nextWords } from '../../../src-renderer/features/overview/next-words.ts';
import {
  type Situation,
  mostFixed,
  whatIsNext,
} from '../../../src-renderer/features/overview/what-is-next.ts';
import { PLAN_FACTS } from '../../../src-renderer/format/fact.ts';

const exhibit = (given: Partial<Exhibit> = {}): Exhibit => ({
  exhibit: 'EV-001',
  entry: 'ab'.repeat(32),
  title: 'A log',
  type: 'log',
  mode: 'stored',
  size: 1000,
  sha256: 'cd'.repeat(32),
  collected: '2026-11-17T01:00:00.000Z',
  collectedBy: 'Ada',
  retainUntil: null,
  hold: false,
  holder: 'Ada',
  custodyState: {},
  bytes: 'here',
  missing: [],
  lastVerified: null,
  ...given,
});

/** Everything is said and done. */
const done: Situation = {
  facts: PLAN_FACTS.map((name) => ({ name, conflict: [] })),
  phases: ['containment'],
  exhibits: [exhibit()],
  forks: 0,
  interrupted: 0,
  unconfirmed: [],
  entries: 30,
  witnessed: 20,
  clockCompared: true,
  deadlines: [],
  handover: null,
  mayHaveEnded: false,
  logs: 0,
  rotations: [{ job: 'nightly', state: 'confirmed', over: false }],
};

const kindsOf = (now: Partial<Situation>) => whatIsNext({ ...done, ...now }).map(({ kind }) => kind);

describe('what is next', () => {
  test('control: where everything is said and done, nothing is', () => expect(kindsOf({})).toEqual([]));

  test('of a case that was just opened: the questions, the evidence, the clock, a witness', () => {
    const facts = [{ name: 'detected', conflict: [] }];
    const fresh = { facts, exhibits: [], clockCompared: false, witnessed: null, entries: 3 };
    expect(kindsOf(fresh)).toEqual(['fact', 'first-evidence', 'clock', 'witness']);
    expect(kindsOf({ ...fresh, rotations: [], logs: 8 })).toEqual([
      'fact',
      'first-evidence',
      'rotation',
      'logs',
      'clock',
      'witness',
    ]);
    expect(whatIsNext({ ...done, ...fresh })[0]).toEqual({ kind: 'fact', fact: 'discovered-by', others: 6 });
  });

  test('what makes the record doubtful stands before everything else', () => {
    const conflict = [{}] as never;
    expect(
      kindsOf({
        exhibits: [
          exhibit({ lastVerified: { at: '2026-11-17T02:00:00.000Z', ok: false } }),
          exhibit({ exhibit: 'EV-002', missing: ['zone'], custodyState: { awaits: 'Ben' } }),
        ],
        forks: 2,
        phases: ['containment', 'review'],
        facts: [{ name: 'penetrated', conflict }],
        interrupted: 3,
        unconfirmed: ['Ben'],
      }),
    ).toEqual([
      'changed',
      'forks',
      'phase-conflict',
      'fact-conflict',
      'interrupted',
      'fact',
      'receipt',
      'missing',
      'confirm',
    ]);
  });

  test('a hand-over that nobody took over, backups without proof, and an end that may have come are asked for', () => {
    const job = { job: 'nightly', over: false } as const;
    expect(kindsOf({ handover: { to: 'Ben' } })).toEqual(['handover']);
    expect(kindsOf({ mayHaveEnded: true })).toEqual(['ended']);
    expect(whatIsNext({ ...done, rotations: [{ ...job, state: 'stopped' }] })).toEqual([
      { kind: 'rotation', job: 'nightly', why: 'open' },
    ]);
    expect(whatIsNext({ ...done, rotations: [{ ...job, state: 'confirmed', over: true }] })).toEqual([
      { kind: 'rotation', job: 'nightly', why: 'over' },
    ]);
    expect(kindsOf({ rotations: [{ ...job, state: 'resumed' }] })).toEqual([]);
  });

  test('a witness is asked for again when much was written since', () => {
    expect(kindsOf({ entries: 44 })).toEqual([]);
    expect(kindsOf({ entries: 45 })).toEqual(['witness']);
  });

  test('each step has words, and none shows a hole', () => {
    const all = whatIsNext({
      ...done,
      facts: [{ name: 'penetrated', conflict: [{}] as never }],
      phases: ['containment', 'made-up'],
      exhibits: [exhibit({ missing: ['zone', 'made-up'], custodyState: { awaits: 'Ben\u202E' } })],
      forks: 1,
      interrupted: 1,
      unconfirmed: ['Ben', 'Cay'],
      witnessed: null,
      clockCompared: false,
      handover: { to: 'Ben\u202E' },
      mayHaveEnded: true,
      logs: 1,
      rotations: [
        { job: 'nightly', state: 'stopped', over: false },
        { job: 'weekly', state: 'confirmed', over: true },
      ],
    });
    for (const step of [
      ...all,
      { kind: 'first-evidence' } as const,
      { kind: 'rotation', job: '', why: 'none' } as const,
      { kind: 'changed', exhibits: ['EV-001'] } as const,
    ]) {
      const { title, hint, action } = nextWords(step, new Date('2026-11-17T01:14:00Z'));
      for (const text of [title, hint, action]) {
        expect(text.trim()).not.toBe('');
        expect(text).not.toMatch(/undefined|null|\u202E/);
      }
    }
  });
});

describe('evidence in a few lines', () => {
  test('counts by what is known of the bytes; the earliest end counts, and only where all have one', () => {
    const until = (retainUntil: string | null) => ({ retainUntil });
    const ok = { lastVerified: { at: '2026-11-17T02:00:00.000Z', ok: true } };
    const one = exhibit({ ...ok, ...until('2027-11-17T22:59:59.999Z'), hold: true });
    const two = exhibit({ ...until('2027-02-17T22:59:59.999Z'), missing: ['zone'] });
    const thing = exhibit({ mode: 'none', size: null, sha256: null, ...until('2027-03-01T22:59:59.999Z') });
    const gone = exhibit({ bytes: 'released' });
    expect(summaryOf([one, two, thing, gone])).toEqual({
      verified: 1,
      hashed: 1,
      changed: 0,
      without: 1,
      gone: 1,
      incomplete: 1,
      held: 1,
      kept: 3,
      size: 2000,
      keptUntil: '2027-02-17T22:59:59.999Z',
    });
    expect(summaryOf([one, exhibit()]).keptUntil).toBeNull();
    expect(summaryOf([]).keptUntil).toBeNull();
  });
});

test('a time stamp fixes the record as a witness does, and the one that fixes most counts', () => {
  expect(mostFixed([])).toBeNull();
  expect(mostFixed([{ entries: 12 }, { entries: 28 }, { entries: 20 }])).toBe(28);
  // What is no number of entries fixes nothing.
  expect(mostFixed([{ entries: undefined }])).toBeNull();
  expect(kindsOf({ witnessed: mostFixed([]) })).toEqual(['witness']);
  expect(kindsOf({ witnessed: mostFixed([{ entries: 20 }]) })).toEqual([]);
});
