import { CaseError } from '../../domain/errors.ts';
import { planIn } from '../../domain/plan/check-plan.ts';
import { defaultPlan } from '../../domain/plan/default/index.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ReadableDb } from '../../store/db.ts';
import { standingIn } from '../standing-in.ts';

export interface PlanOfCase {
  readonly plan: Plan;
  /** The entry that brought it in; null where the case has none and the one that ships with the program is shown. */
  readonly entry: string | null;
  /** When it was taken into the case, UTC. */
  readonly since: string | null;
  /** Why the one of the case cannot be used, or null. */
  readonly unusable: string | null;
}

/** The plan that was copied into a case; of several after a merge, the one that was taken in last. */
export function planOfCase(db: ReadableDb): PlanOfCase {
  const entry = standingIn(db, 'plan').at(-1);
  if (entry === undefined) return { plan: defaultPlan, entry: null, since: null, unusable: null };
  const { id, header, fields } = entry;
  const found = { entry: id, since: header.recorded };
  if (fields['document'] === undefined) {
    return { ...found, plan: defaultPlan, unusable: 'The plan of this case was withheld.' };
  }
  try {
    return { ...found, plan: planIn(fields['document']), unusable: null };
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return { ...found, plan: defaultPlan, unusable: error.message };
  }
}
