import { utcIso } from '../domain/brands.ts';
import { type Entry, textField } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import type { ReadableDb } from '../store/db.ts';
import { aboutOfKind } from '../store/queries/standing.ts';
import { happenedAt } from './happened-at.ts';
import { append, step } from './append.ts';
import { entryWithId } from './read-entry.ts';
import type { WritingSession } from './session.ts';
import { timeGiven } from './time-given.ts';

export interface InRoom {
  /** As written last. */
  readonly person: string;
  readonly here: boolean;
  /** Since when, UTC. */
  readonly since: string;
  readonly entry: string;
}

/** Spellings of one name are one person. */
const sameName = (person: string): string => person.normalize('NFKC').trim().toLowerCase();

/** Everybody of whom it was written that they came or left, as it is now; who came first stands first. */
export function inRoom(db: ReadableDb): InRoom[] {
  const people = new Map<string, InRoom>();
  const entries = aboutOfKind(db, 'presence').map(({ entry }) => entryWithId(db, entry));
  for (const entry of entries.toSorted((a, b) => happenedAt(a) - happenedAt(b))) {
    // A name that was withheld is nobody's any more.
    const person = textField(entry, 'person');
    if (person === undefined) continue;
    people.delete(sameName(person));
    people.set(sameName(person), {
      person,
      here: entry.fields['here'] === true,
      since: utcIso(happenedAt(entry)),
      entry: entry.id,
    });
  }
  return [...people.values()];
}

export interface NewPresence {
  readonly person: string;
  readonly here: boolean;
  readonly at: string | undefined;
  readonly zone: string | undefined;
}

/**
 * Writes down that somebody came or left.
 * @throws CaseError `wrong-use` without a name, or where the record says so already; the time errors of `understandTime`
 */
export function recordPresence(session: WritingSession, given: NewPresence): Entry {
  const person = given.person.trim();
  if (person === '') throw new CaseError('wrong-use', { reason: 'Say who it is.' });
  const before = inRoom(session.db).find((one) => sameName(one.person) === sameName(person));
  if ((before?.here ?? false) === given.here) {
    const reason = `The record says already that ${person} is ${given.here ? 'here' : 'not here'}.`;
    throw new CaseError('wrong-use', { reason });
  }
  const occurred = given.at === undefined ? undefined : timeGiven(session, given.at, given.zone);
  return step(session, () => append(session, 'presence', { person, here: given.here, occurred }));
}
