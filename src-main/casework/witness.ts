import type { Entry } from '../domain/entry.ts';
import { hex } from '../domain/bytes.ts';
import { entryHash, entryIdOf } from '../domain/entry-hash.ts';
import { CaseError } from '../domain/errors.ts';
import { type Linked, fingerprintsIn } from '../domain/fixed.ts';
import { codeOfHead, fingerprintOf, parseFingerprint, wordsOfHead } from '../domain/fingerprint.ts';
import { parseHeader } from '../domain/header.ts';
import type { FieldsOf } from '../domain/kinds/index.ts';
import { understandTime } from '../domain/time/understand.ts';
import type { ReadableDb } from '../store/db.ts';
import { countEntries, entriesAfter, tips } from '../store/queries/entry.ts';
import { append, step } from './append.ts';
import { zoneOf } from './case-facts.ts';
import { sha256 } from './node-crypto.ts';
import type { WritingSession } from './session.ts';

/** What is read out to somebody outside. */
export interface Fingerprint {
  /** 64 hex digits. */
  readonly head: string;
  readonly words: string[];
  readonly code: string;
  /** Entries that it fixes. */
  readonly entries: number;
}

const asRead = (head: string, entries: number): Fingerprint => ({
  head,
  words: wordsOfHead(head),
  code: codeOfHead(head),
  entries,
});

/** The fingerprint of the record as it stands. */
export function fingerprint(db: ReadableDb): Fingerprint {
  const ends = tips(db).map((tip) => hex(tip));
  return asRead(fingerprintOf(sha256, ends), countEntries(db));
}

export interface NewWitness {
  readonly person: string;
  readonly by: FieldsOf<'witness'>['by'];
  /** Time as typed; absent where it is now. */
  readonly at: string | undefined;
  readonly zone: string | undefined;
}

/** Records that somebody was told a fingerprint of this record. @param told the one that was read out */
export function recordWitness(session: WritingSession, given: NewWitness, told: Fingerprint): Entry {
  const person = given.person.trim();
  if (person === '') {
    throw new CaseError('wrong-use', { reason: 'Say who was told the words: a name and, best, a firm.' });
  }
  const occurred =
    given.at === undefined
      ? undefined
      : understandTime(given.at, given.zone ?? zoneOf(session.db), session.clock.now());
  const { head, entries } = told;
  return step(session, () => append(session, 'witness', { head, entries, person, by: given.by, occurred }));
}

export interface WitnessAnswer extends Fingerprint {
  readonly known: boolean;
  /** Entries that the fingerprint fixes; 0 where it is not known. */
  readonly position: number;
  /** Entries of the present record that it does not fix, and the ids of those, in the order of the file. */
  readonly since: number;
  readonly later: readonly string[];
}

/**
 * Whether this record has, or once had, the fingerprint that somebody outside kept. Only entries whose header has
 * its hash count, so that no table can claim to know one. In slices, so that notes are written meanwhile.
 * @param typed words, code, or the whole fingerprint
 * @throws CaseError `fingerprint-not-understood`
 */
export function* checkWitness(db: ReadableDb, typed: string): Generator<undefined, WitnessAnswer> {
  const digits = parseFingerprint(typed);
  const { entries, all } = yield* linkedEntries(db);
  return answered(entries, all, digits);
}

/** The same of entries that were read before. @throws CaseError `fingerprint-not-understood` */
export const answerIn = (entries: readonly Linked[], typed: string): WitnessAnswer =>
  answered(entries, entries.length, parseFingerprint(typed));

function answered(entries: readonly Linked[], all: number, digits: string): WitnessAnswer {
  const found = fingerprintsIn(sha256, entries).find(digits);
  if (found === null) {
    return { ...asRead(digits, 0), known: false, position: 0, since: all, later: [] };
  }
  const position = found.places.length;
  return {
    ...asRead(fingerprintOf(sha256, found.heads), position),
    known: true,
    position,
    since: all - position,
    later: laterThan(entries, found.places),
  };
}

function laterThan(entries: readonly Linked[], places: readonly number[]): string[] {
  const fixed = new Set(places);
  return entries.flatMap(({ id }, at) => (fixed.has(at) ? [] : [id]));
}

/** The entries whose header has its hash with what they follow, and how many rows there are in all. In slices. */
export function* linkedEntries(
  db: ReadableDb,
): Generator<undefined, { readonly entries: readonly Linked[]; readonly all: number }> {
  const entries: Linked[] = [];
  let all = 0;
  for (let after = 0; ;) {
    const rows = entriesAfter(db, after, SLICE);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.seq;
    all += rows.length;
    for (const row of rows) {
      const header = parseHeader(Buffer.from(row.header).toString('utf8'));
      const id = entryIdOf(entryHash(sha256, row.header));
      if (typeof header === 'string' || id !== hex(row.hash)) continue;
      entries.push({ id, parents: header.parents });
    }
    yield;
  }
  return { entries, all };
}

/** Entries read at once: a few milliseconds. */
const SLICE = 250;
