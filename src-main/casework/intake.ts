import { CaseError } from '../domain/errors.ts';
import { checkFactValue } from '../domain/fact-value.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Occurred } from '../domain/time/occurred.ts';

/** What somebody knows in the first minute; all of it can be left out. */
export interface Intake {
  readonly source: string | undefined;
  /** When it was noticed. */
  readonly noticed: Occurred | undefined;
  /** Whether that starts the clocks: suspicion is enough (product.md, "Rules of the domain"). */
  readonly clock: boolean;
  readonly by: string | undefined;
  readonly done: string | undefined;
  readonly answers: readonly { readonly question: string; readonly text: string }[];
}

/** A fact that is known when a case is made. */
export interface FirstFact {
  readonly name: string;
  readonly value: string;
  readonly occurred?: Occurred;
  readonly grounds?: string | undefined;
}

/**
 * The facts of an intake, in the order in which they are told. The first question of each source asks what was
 * noticed, so its answer is the fact `discovered`; the others are facts with the ids of their questions.
 * @param plan the plan that the case will carry
 * @throws CaseError `wrong-use` for a question that is not one of the source, or a source that is none; `text-empty`
 */
export function intakeFacts(plan: Plan, given: Intake): readonly FirstFact[] {
  const { source, noticed, clock, by, done } = given;
  const time = noticed === undefined ? {} : { occurred: noticed };
  const facts: FirstFact[] = [
    ...(source === undefined ? [] : [{ name: 'detection-source', value: source }]),
    ...(noticed === undefined
      ? []
      : [{ name: clock ? 'detected' : 'first-seen', value: noticed.utc, occurred: noticed }]),
    ...(by === undefined ? [] : [{ name: 'discovered-by', value: by, ...time }]),
    ...answerFacts(plan, given).map((fact) => (fact.name === 'discovered' ? { ...fact, ...time } : fact)),
    ...(done === undefined ? [] : [{ name: 'done-to-server', value: done }]),
  ];
  for (const { name, value } of facts) checkFactValue(name, value);
  return facts;
}

function answerFacts(plan: Plan, { source, answers }: Intake): FirstFact[] {
  const questions = plan.sources.find(({ id }) => id === source)?.questions ?? [];
  return answers.map(({ question, text }) => {
    const at = questions.findIndex(({ id }) => id === question);
    if (at === -1) {
      const known = questions.map(({ id }) => id).join(', ');
      throw new CaseError('wrong-use', {
        reason: `“${question}” is no question of ${source === undefined ? 'a case without a source' : `the source ${source}`}.`,
        cli: known === '' ? 'Give --source too.' : `Its questions are ${known}.`,
      });
    }
    return { name: at === 0 ? 'discovered' : question, value: text };
  });
}
