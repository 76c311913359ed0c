import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import { append, step } from '../append.ts';
import type { WritingSession } from '../session.ts';
import { timeGiven } from '../time-given.ts';
import { deadlinesOfCase } from './deadlines-of-case.ts';
import { planOfCase } from './plan-of-case.ts';

type Fields = FieldsOf<'notice'>;

export interface NewNotice extends Partial<Omit<Fields, 'recipient' | 'event' | 'occurred'>> {
  /** Id of a recipient of the plan. */
  readonly recipient: string;
  readonly event: Fields['event'];
  readonly at: string | undefined;
  readonly zone: string | undefined;
}

/** Decisions that are worth nothing without their grounds. */
const NEEDS_WHY: ReadonlySet<Fields['event']> = new Set(['needed', 'not-needed', 'undecided', 'declined']);

/**
 * Writes down what was decided or done about telling somebody. One that was sent after it was due says why.
 * @throws CaseError `wrong-use` for an unknown recipient or a missing reason; the time errors of `understandTime`
 */
export function recordNotice(session: WritingSession, given: NewNotice): Entry {
  const { recipient, event, at, zone, ...said } = given;
  const { plan } = planOfCase(session.db);
  if (!plan.recipients.some(({ id }) => id === recipient)) {
    const known = plan.recipients.map(({ id }) => id).join(', ');
    throw new CaseError('wrong-use', {
      reason: `The plan has no recipient “${recipient}”. It has ${known}.`,
    });
  }
  if (NEEDS_WHY.has(event) && (said.why ?? '').trim() === '') {
    throw new CaseError('wrong-use', { reason: 'Say why: the decision is a record.', cli: 'Give --why.' });
  }
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
