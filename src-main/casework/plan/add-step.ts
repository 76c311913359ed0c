import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { phaseOf } from '../../domain/phase.ts';
import { append, step } from '../append.ts';
import { ownId } from '../own-id.ts';
import type { WritingSession } from '../session.ts';
import { timeGiven } from '../time-given.ts';
import { planOfCase } from './plan-of-case.ts';

export interface NewStep {
  readonly phase: string;
  readonly title: string;
  /** Id of a role of the plan. */
  readonly role: string | undefined;
  readonly due: string | undefined;
  readonly zone: string | undefined;
}

/**
 * Adds a step to the plan of this case.
 * @throws CaseError `text-empty`, `wrong-use` for a phase or role that the plan does not have, the time errors of
 * `understandTime`
 */
export function addStep(session: WritingSession, given: NewStep): Entry {
  const { plan } = planOfCase(session.db);
  const phase = phaseOf(given.phase);
  const title = given.title.trim();
  if (title === '') throw new CaseError('text-empty');
  if (given.role !== undefined && !plan.roles.some(({ id }) => id === given.role)) {
    const known = plan.roles.map(({ id }) => id).join(', ');
    throw new CaseError('wrong-use', { reason: `The plan has no role “${given.role}”. It has ${known}.` });
  }
  const due = given.due === undefined ? undefined : timeGiven(session, given.due, given.zone);
  const id = ownId();
  return step(session, () =>
    append(session, 'step-added', { step: id, phase, title, role: given.role, due }),
  );
}
