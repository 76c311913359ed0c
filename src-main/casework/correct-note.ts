import type { EntryId } from '../domain/brands.ts';
import { type Entry, listField, objectField, textField } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import { tagsOf } from '../domain/tag.ts';
import type { Occurred } from '../domain/time/occurred.ts';
import { append, step } from './append.ts';
import { entryWithId } from './read-entry.ts';
import type { WritingSession } from './session.ts';
import { standingIn } from './standing-in.ts';
import { timeGiven } from './time-given.ts';

export interface Correction {
  /** The note, or one of its corrections. */
  readonly entry: EntryId;
  /** What is not given stays as it is. */
  readonly text: string | undefined;
  /** Time as typed; null takes it away: the note has none of its own. */
  readonly at: string | null | undefined;
  readonly zone: string | undefined;
  readonly tags: readonly string[] | undefined;
  readonly reason: string;
}

/**
 * Writes how a note reads from now on. The note itself stays, and is shown struck with the reason.
 * @throws CaseError `wrong-use` for what is no note, `text-empty`, the time errors of `understandTime`
 */
export function correctNote(session: WritingSession, given: Correction): Entry {
  const named = entryWithId(session.db, given.entry);
  const root = rootOf(session, named);
  if (given.reason.trim() === '') throw new CaseError('wrong-use', NO_REASON);
  if (given.text === undefined && given.at === undefined && given.tags === undefined) {
    throw new CaseError('wrong-use', { reason: 'Nothing to correct was given: a text, a time or tags.' });
  }
  // A correction that is named is the one that is corrected; a note stands for what it reads like now.
  const now =
    named.header.kind === 'correction' ? named : (standingIn(session.db, slotOf(root)).at(-1) ?? named);
  const text = given.text ?? textField(now, 'text');
  if (text === undefined) {
    throw new CaseError('wrong-use', {
      reason: 'The text of this note is withheld. Give the text that it shall have.',
    });
  }
  if (text.trim() === '') throw new CaseError('text-empty');
  const kept = objectField(now, 'occurred') as Occurred | undefined;
  const occurred = given.at === undefined ? kept : occurredFrom(session, given.at, given.zone ?? kept?.zone);
  const tags = tagsOf(given.tags ?? listField(now, 'tags'));
  return step(session, () =>
    append(session, 'correction', { entry: root, text, occurred, tags, reason: given.reason }),
  );
}

const occurredFrom = (
  session: WritingSession,
  at: string | null,
  zone: string | undefined,
): Occurred | undefined => (at === null ? undefined : timeGiven(session, at, zone));

const NO_REASON = {
  reason: 'A correction needs its reason: say what was wrong.',
  cli: '`--reason R` says it.',
};

const slotOf = (root: string): string => `correction/${root}`;

/** The note that is corrected; of a correction, the note that it is about. */
function rootOf(session: WritingSession, { id, header, fields }: Entry): string {
  if (header.kind === 'note') return id;
  const root = header.kind === 'correction' ? fields['entry'] : undefined;
  if (typeof root === 'string' && entryWithId(session.db, root).header.kind === 'note') return root;
  throw new CaseError('wrong-use', {
    reason: `Entry ${id.slice(0, 8)} is a ${header.kind} and no note. State a fact anew, describe an exhibit anew, or write a note about it.`,
  });
}
