import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { addresses } from '../../domain/mail/address.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import { append, step } from '../append.ts';
import type { WritingSession } from '../session.ts';
import { timeGiven } from '../time-given.ts';
import { deadlinesOfCase } from './deadlines-of-case.ts';
import { planOfCase } from './plan-of-case.ts';
import { recipientOf } from './recipients.ts';

type Fields = FieldsOf<'notice'>;

export interface NewNotice extends Partial<Omit<Fields, 'recipient' | 'event' | 'occurred'>> {
  /** Id of a recipient of the plan, or the name of one of the case. */
  readonly recipient: string;
  readonly event: Fields['event'];
  readonly at: string | undefined;
  readonly zone: string | undefined;
}

/** Decisions that are worth nothing without their grounds. */
const NEEDS_WHY: ReadonlySet<Fields['event']> = new Set(['needed', 'not-needed', 'undecided', 'declined']);

/**
 * Writes down what was decided or done about telling somebody. One that was sent after it was due says why.
 * @param whom whether the recipient is one of the plan or of the case already
 * @throws CaseError `wrong-use` for an unknown recipient, a missing reason or an address that is none; the time errors of `understandTime`
 */
export function recordNotice(
  session: WritingSession,
  given: NewNotice,
  whom: 'known' | 'new' = 'known',
): Entry {
  const { recipient, event, at, zone, ...said } = given;
  const { plan } = planOfCase(session.db);
  if (whom === 'known') recipientOf(session.db, recipient);
  if (NEEDS_WHY.has(event) && (said.why ?? '').trim() === '') {
    throw new CaseError('wrong-use', { reason: 'Say why: the decision is a record.', cli: 'Give --why.' });
  }
  for (const list of [said.to, said.cc]) addresses(list ?? []);
  const occurred = at === undefined ? undefined : timeGiven(session, at, zone);
  const sentAt = occurred === undefined ? session.clock.now() : Date.parse(occurred.utc);
  if (event === 'sent' && (said.late_why ?? '').trim() === '') {
    const late = plan.deadlines.filter(({ met }) => 'notice' in met && met.notice === recipient);
    const due = deadlinesOfCase(session.db, sentAt).find(({ id }) => late.some((one) => one.id === id));
    if (due?.state === 'overdue') {
      const reason = `It was due ${due.due}. Say why it is late.`;
      throw new CaseError('wrong-use', { reason, cli: 'Give --late-why.' });
    }
  }
  return step(session, () => append(session, 'notice', { ...said, recipient, event, occurred }));
}
