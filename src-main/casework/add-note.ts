import type { Entry } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import { phaseOf } from '../domain/phase.ts';
import { tagsOf } from '../domain/tag.ts';
import { append, step } from './append.ts';
import type { WritingSession } from './session.ts';
import { timeGiven } from './time-given.ts';

export interface NewNote {
  /** Exactly as typed; kept as it is. */
  readonly text: string;
  /** Time as typed; absent where the note has no time of its own. */
  readonly at: string | undefined;
  readonly zone: string | undefined;
  readonly phase: string | undefined;
  readonly tags: readonly string[];
}

/**
 * Writes a note; it is durable when this returns.
 * @throws CaseError `text-empty`, `too-large`, the time errors of `understandTime`, `wrong-use` for a tag or phase
 */
export function addNote(session: WritingSession, given: NewNote): Entry {
  if (given.text.trim() === '') throw new CaseError('text-empty');
  const tags = tagsOf(given.tags);
  const phase = given.phase === undefined ? undefined : phaseOf(given.phase);
  const occurred = given.at === undefined ? undefined : timeGiven(session, given.at, given.zone);
  return step(session, () => append(session, 'note', { text: given.text, occurred, phase, tags }));
}
