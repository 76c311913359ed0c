import { durationOf } from '../domain/duration.ts';
import type { Entry } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import { append, step } from './append.ts';
import { filled } from './given-text.ts';
import type { WritingSession } from './session.ts';
import { timeGiven } from './time-given.ts';

export interface NewCall {
  readonly person: string;
  readonly number: string | undefined;
  readonly direction: 'out' | 'in';
  readonly answered: boolean;
  /** As typed, such as `4:12` or `4 min`. */
  readonly duration: string | undefined;
  readonly said: string | undefined;
  /** When it began, as typed. */
  readonly at: string | undefined;
  readonly zone: string | undefined;
}

/**
 * Writes down a telephone call, also one that nobody took.
 * @throws CaseError `wrong-use` without a person, for a duration that is none, or of a call that nobody took; the time
 * errors of `understandTime`
 */
export function recordCall(session: WritingSession, given: NewCall): Entry {
  const person = filled(given.person);
  if (person === undefined) throw new CaseError('wrong-use', { reason: 'Say who it was with.' });
  const typed = filled(given.duration);
  const duration = typed === undefined ? undefined : durationOf(typed);
  if (duration === null) {
    const reason = `“${typed}” is no duration. Type it like 4:12, 4 min or 90s.`;
    throw new CaseError('wrong-use', { reason });
  }
  if (!given.answered && duration !== undefined) {
    throw new CaseError('wrong-use', { reason: 'A call that nobody took has no duration.' });
  }
  const occurred = given.at === undefined ? undefined : timeGiven(session, given.at, given.zone);
  return step(session, () =>
    append(session, 'call', {
      person,
      number: filled(given.number),
      direction: given.direction,
      answered: given.answered,
      duration_s: duration,
      said: filled(given.said),
      occurred,
    }),
  );
}
