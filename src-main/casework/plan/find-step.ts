import { CaseError } from '../../domain/errors.ts';
import type { ReadableDb } from '../../store/db.ts';
import { type StepView, stepsOfCase } from './steps-of-case.ts';

/**
 * A step of the plan by its id, or a unique beginning of it.
 * @throws CaseError `wrong-use` with what there is
 */
export function findStep(db: ReadableDb, wanted: string): StepView {
  const steps = stepsOfCase(db).flatMap((phase) => phase.steps);
  const exact = steps.filter(({ id }) => id === wanted);
  const found = exact.length > 0 ? exact : steps.filter(({ id }) => id.startsWith(wanted));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const reason =
    only === undefined
      ? `The plan of this case has no step “${wanted}”.`
      : `Several steps begin with “${wanted}”: ${found.map(({ id }) => id).join(', ')}.`;
  throw new CaseError('wrong-use', { reason, cli: 'plan show lists them.' });
}
