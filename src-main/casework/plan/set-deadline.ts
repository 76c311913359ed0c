import type { Entry } from '../../domain/entry.ts';
import { objectField, textField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import type { Occurred } from '../../domain/time/occurred.ts';
import { append, step } from '../append.ts';
import type { WritingSession } from '../session.ts';
import { standingIn } from '../standing-in.ts';
import { timeGiven } from '../time-given.ts';

export interface NewDeadline {
  /** Of small letters, digits and -. */
  readonly deadline: string;
  readonly title: string | undefined;
  /** As typed. */
  readonly due: string | undefined;
  readonly state: FieldsOf<'deadline'>['state'];
  readonly why: string | undefined;
  /** When it was met. */
  readonly at: string | undefined;
  readonly zone: string | undefined;
}

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/**
 * Sets a deadline of one's own, moves it, or says what became of it; what is not given stays as it stood.
 * @throws CaseError `wrong-use` for a new one without title or time, one that is given up or was met late without a reason; the time
 * errors of `understandTime`
 */
export function setDeadline(session: WritingSession, given: NewDeadline): Entry {
  const { deadline, state } = given;
  if (!ID.test(deadline)) {
    const reason = `“${deadline}” is no name of a deadline: small letters, digits and -, such as insurer-notice.`;
    throw new CaseError('wrong-use', { reason });
  }
  const stood = standingIn(session.db, `deadline/${deadline}`).at(-1);
  const title = given.title?.trim() || (stood === undefined ? undefined : textField(stood, 'title'));
  const due =
    given.due === undefined
      ? ((stood === undefined ? undefined : objectField(stood, 'due')) as Occurred | undefined)
      : timeGiven(session, given.due, given.zone);
  if (title === undefined || due === undefined) {
    throw new CaseError('wrong-use', { reason: 'A deadline has a title and a time at which it is due.' });
  }
  if (state === 'void' && (given.why ?? '').trim() === '') {
    throw new CaseError('wrong-use', {
      reason: 'Say why the deadline does not count any more.',
      cli: 'Give --why.',
    });
  }
  const occurred = given.at === undefined ? undefined : timeGiven(session, given.at, given.zone);
  const metAt = occurred === undefined ? session.clock.now() : Date.parse(occurred.utc);
  if (state === 'met' && metAt > Date.parse(due.utc) && (given.why ?? '').trim() === '') {
    const reason = `It was due ${due.utc}. Say why it was met late.`;
    throw new CaseError('wrong-use', { reason, cli: 'Give --why.' });
  }
  return step(session, () =>
    append(session, 'deadline', { deadline, title, due, state, why: given.why, occurred }),
  );
}
