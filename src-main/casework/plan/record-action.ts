import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import { append, step } from '../append.ts';
import type { WritingSession } from '../session.ts';
import { timeGiven } from '../time-given.ts';
import { collectableWords, notCollected } from './collected.ts';
import { planOfCase } from './plan-of-case.ts';

type Fields = FieldsOf<'action'>;

export interface NewAction extends Omit<Fields, 'occurred' | 'not_collected'> {
  readonly at: string | undefined;
  readonly zone: string | undefined;
}

/**
 * Writes down what was done to contain or to eradicate. One that destroys evidence is refused until snapshot, backups
 * and logs are registered, or a reason is given; a code step says what the test found.
 * @throws CaseError `evidence-first`, `wrong-use`, the time errors of `understandTime`
 */
export function recordAction(session: WritingSession, given: NewAction): Entry {
  const { at, zone, ...said } = given;
  const { plan } = planOfCase(session.db);
  const listed = said.action === undefined ? undefined : plan.actions.find(({ id }) => id === said.action);
  if (said.action !== undefined && listed === undefined) {
    const known = plan.actions.map(({ id }) => id).join(', ');
    throw new CaseError('wrong-use', { reason: `The plan has no action “${said.action}”. It has ${known}.` });
  }
  if (listed !== undefined && listed.phase !== said.phase) {
    throw new CaseError('wrong-use', {
      reason: `“${listed.title}” belongs to ${listed.phase}, not to ${said.phase}.`,
    });
  }
  if (said.system.trim() === '' || said.what.trim() === '') throw new CaseError('text-empty');
  if (listed?.retest === true && (said.retest ?? '').trim() === '') {
    const reason = `“${listed.title}” is not done without a note of the test that followed, or why there is none.`;
    throw new CaseError('wrong-use', { reason, cli: 'Give --retest.' });
  }
  const missing = listed?.destroys === true ? notCollected(session.db) : [];
  const overridden = (said.before_evidence ?? '').trim() !== '';
  if (missing.length > 0 && !overridden) {
    throw new CaseError('evidence-first', {
      action: listed?.title ?? said.what,
      missing: collectableWords(missing),
    });
  }
  const occurred = at === undefined ? undefined : timeGiven(session, at, zone);
  return step(session, () =>
    append(session, 'action', {
      ...said,
      not_collected: missing.length === 0 ? undefined : missing,
      occurred,
    }),
  );
}
