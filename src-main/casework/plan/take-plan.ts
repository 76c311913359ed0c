import type { Json } from '../../domain/canonical.ts';
import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { planIn } from '../../domain/plan/check-plan.ts';
import { PLAN_LIMITS, type Plan } from '../../domain/plan/plan.ts';
import { append, step } from '../append.ts';
import type { WritingSession } from '../session.ts';

/**
 * A plan from the text of a document.
 * @param text JSON, at most 1 MiB
 * @throws CaseError `plan-faulty`, `too-large`
 */
export function planOfText(text: string): Plan {
  if (text.length > PLAN_LIMITS.bytes) {
    throw new CaseError('too-large', { what: 'The plan', limit: '1 MiB', remedy: 'Nothing was changed.' });
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new CaseError('plan-faulty', { faults: ['it is not JSON'] }, error);
  }
  return planIn(document);
}

/** As a record keeps it. */
export const documentOf = (plan: Plan): Json => JSON.parse(JSON.stringify(plan)) as Json;

/**
 * Puts another plan in the place of the one of the case; what was said of steps that both have stays.
 * @param file the name of the file that it came from
 * @throws CaseError as `planOfText`
 */
export function takePlan(session: WritingSession, text: string, file: string | undefined): Entry {
  const document = documentOf(planOfText(text));
  return step(session, () => append(session, 'plan', { document, file }));
}
