import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import { sameName } from '../../domain/same-name.ts';
import { append, step } from '../append.ts';
import { filled } from '../given-text.ts';
import type { WritingSession } from '../session.ts';
import { timeGiven } from '../time-given.ts';
import { rotationsOf } from './rotations.ts';

type Fields = FieldsOf<'rotation'>;

export interface NewRotation {
  readonly job: string;
  readonly event: Fields['event'];
  readonly host: string | undefined;
  readonly by: string | undefined;
  /** As typed. */
  readonly until: string | undefined;
  readonly proof: Fields['proof'];
  readonly reference: string | undefined;
  readonly why: string | undefined;
  readonly at: string | undefined;
  readonly zone: string | undefined;
}

/**
 * Says that the rotation of a backup job was stopped, that the host confirmed it, or that it goes on.
 * @throws CaseError `text-empty`, `wrong-use` where proof or reason is missing, or where it does not follow from the
 * record; the time errors of `understandTime`
 */
export function recordRotation(session: WritingSession, given: NewRotation): Entry {
  const { event, proof } = given;
  const typed = filled(given.job);
  if (typed === undefined) throw new CaseError('text-empty');
  const stands = rotationsOf(session.db, session.clock.now()).find(({ job }) => sameName(job, typed));
  const [reference, why] = [filled(given.reference), filled(given.why)];
  if (event !== 'stopped' && (stands === undefined || stands.state === 'resumed')) {
    const reason = `The record does not say that the rotation of “${typed}” is stopped.`;
    throw new CaseError('wrong-use', { reason, cli: 'log rotation stopped says so first.' });
  }
  if (event === 'confirmed' && proof === undefined) {
    const reason = 'Say how the host confirmed it: by ticket, call or message.';
    throw new CaseError('wrong-use', { reason, cli: 'Give --proof.' });
  }
  if (proof !== undefined && reference === undefined) {
    const reason =
      'Say which ticket it was, or with whom was spoken: a confirmation that nobody finds again is none.';
    throw new CaseError('wrong-use', { reason, cli: 'Give --reference.' });
  }
  if (event === 'resumed' && why === undefined) {
    const reason = 'Say why the rotation goes on: backups are overwritten again.';
    throw new CaseError('wrong-use', { reason, cli: 'Give --why.' });
  }
  const time = (text: string | undefined) =>
    text === undefined ? undefined : timeGiven(session, text, given.zone);
  const [until, occurred] = [time(filled(given.until)), time(filled(given.at))];
  return step(session, () =>
    append(session, 'rotation', {
      // One job is one, however it is spelled the second time.
      job: stands?.job ?? typed,
      host: filled(given.host) ?? stands?.host ?? undefined,
      event,
      by: filled(given.by),
      until,
      proof,
      reference,
      why,
      occurred,
    }),
  );
}
