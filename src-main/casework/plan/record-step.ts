import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { append, step as inOneStep } from '../append.ts';
import type { WritingSession } from '../session.ts';
import { timeGiven } from '../time-given.ts';
import { type StepView, stepsOfCase } from './steps-of-case.ts';

export interface NewStepState {
  /** Its id, or a unique beginning of it. */
  readonly step: string;
  readonly state: 'done' | 'skipped' | 'reopened';
  readonly why: string | undefined;
  readonly by: string | undefined;
  readonly at: string | undefined;
  readonly zone: string | undefined;
  /** Entries of exhibits. */
  readonly evidence: readonly string[];
}

/**
 * Says that a step is done, skipped or open again.
 * @throws CaseError `wrong-use` for an unknown step, a step without a reason, or where the record says so already; the
 * time errors of `understandTime`
 */
export function recordStep(session: WritingSession, given: NewStepState): Entry {
  const found = stepNamed(session, given.step);
  const { state } = given;
  const why = given.why?.trim() === '' ? undefined : given.why?.trim();
  if (state !== 'done' && why === undefined) {
    const reason =
      state === 'skipped' ? 'A step that was not done says why.' : 'Say why the step is open again.';
    throw new CaseError('wrong-use', { reason, cli: 'Give the reason with --why.' });
  }
  if (found.said.length === 1 && found.state === state) {
    throw new CaseError('wrong-use', {
      reason: `The record says already that “${found.title}” is ${WORDS[state]}.`,
    });
  }
  if (state === 'reopened' && found.state === 'open') {
    throw new CaseError('wrong-use', { reason: `“${found.title}” is open: nothing was said of it yet.` });
  }
  const occurred = given.at === undefined ? undefined : timeGiven(session, given.at, given.zone);
  return inOneStep(session, () =>
    append(session, 'step', {
      step: found.id,
      title: found.title,
      state,
      before: found.state,
      why,
      by: given.by?.trim() === '' ? undefined : given.by?.trim(),
      evidence: given.evidence.length === 0 ? undefined : [...given.evidence],
      occurred,
    }),
  );
}

const WORDS = { done: 'done', skipped: 'skipped', reopened: 'open again' } as const;

function stepNamed({ db }: WritingSession, wanted: string): StepView {
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
