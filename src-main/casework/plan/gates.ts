import { type Entry, textField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import { phases } from '../../domain/phase.ts';
import type { Plan, PlanGateLine } from '../../domain/plan/plan.ts';
import type { ReadableDb } from '../../store/db.ts';
import { aboutOfKindWith } from '../../store/queries/standing.ts';
import { filled } from '../given-text.ts';
import { entryWithId } from '../read-entry.ts';
import { standingIn } from '../standing-in.ts';
import { type Collected, collectedIn } from './collected.ts';

type Recorded = NonNullable<FieldsOf<'phase'>['gate']>[number];

/** What the record says of a line of a gate by itself. */
export interface GateShown {
  readonly holds: boolean;
  /** Entries that show it. */
  readonly proof: readonly string[];
  /** Labels of exhibits that show it. */
  readonly exhibits: readonly string[];
  /** What is not there yet: kinds of exhibits, steps, facts. */
  readonly lacks: readonly string[];
}

/** A line of a gate that somebody answered when the phase was left. */
export interface GateAnswer {
  readonly id: string;
  readonly answer: Recorded['answer'];
  readonly why?: string | undefined;
}

/** What the record can say by itself of a line; null where the plan does not say what shows it. */
export function shownBy(
  db: ReadableDb,
  line: PlanGateLine,
  collected: readonly Collected[],
): GateShown | null {
  const { shown_by: shown } = line;
  if (shown === undefined) return null;
  const kinds = (shown.collected ?? []).map(
    (kind) => collected.find((one) => one.kind === kind) ?? { kind, entries: [], exhibits: [] },
  );
  const steps = (shown.steps ?? []).map((step) => ({ step, stands: standingIn(db, `step/${step}`) }));
  const facts = (shown.facts ?? []).map((fact) => ({ fact, stands: standingIn(db, `fact/${fact}`) }));
  const lacks = [
    ...kinds.filter(({ entries }) => entries.length === 0).map(({ kind }) => kind),
    ...steps.filter(({ stands }) => !areDone(stands)).map(({ step }) => step),
    ...facts.filter(({ stands }) => stands.length === 0).map(({ fact }) => fact),
  ];
  const proof = [
    ...kinds.flatMap(({ entries }) => entries),
    ...steps.flatMap(({ stands }) => (areDone(stands) ? stands.map(({ id }) => id) : [])),
    ...facts.flatMap(({ stands }) => stands.map(({ id }) => id)),
  ];
  return { holds: lacks.length === 0, proof, exhibits: kinds.flatMap(({ exhibits }) => exhibits), lacks };
}

const areDone = (stands: readonly Entry[]): boolean =>
  stands.length > 0 && stands.every((entry) => textField(entry, 'state') === 'done');

/**
 * The answers of a gate as they are recorded when a phase is left: those that were given, then those of the record
 * itself. Who goes back passes no gate.
 * @param why one reason for all that is not answered
 * @throws CaseError `wrong-use` for a line that the gate does not have, a `no` without a reason, or lines that nobody
 * answered and no reason for all
 */
export function passGate(
  db: ReadableDb,
  plan: Plan,
  way: { readonly left: string; readonly entered: string },
  given: readonly GateAnswer[],
  why: string | undefined,
): Recorded[] {
  const index = (phase: string): number => phases.findIndex((one) => one === phase);
  const gate = plan.phases.find(({ id }) => id === way.left)?.gate ?? [];
  const lines = index(way.entered) > index(way.left) ? gate : [];
  const unknown = given.find(({ id }) => !lines.some((line) => line.id === id));
  if (unknown !== undefined) {
    const has =
      lines.length === 0 ? 'no gate stands before it' : `it has ${lines.map(({ id }) => id).join(', ')}`;
    throw new CaseError('wrong-use', { reason: `The gate has no line “${unknown.id}”: ${has}.` });
  }
  const said = new Map(given.map((answer) => [answer.id, answer]));
  const collected = collectedIn(db);
  const answers = lines.map((line): Recorded => {
    const { id, title } = line;
    const own = said.get(id);
    const shown = shownBy(db, line, collected);
    if (own !== undefined) return answered(line, own, shown);
    return shown?.holds === true
      ? { id, title, answer: 'yes', from_record: true, proof: [...new Set(shown.proof)] }
      : { id, title, answer: 'unanswered' };
  });
  const open = answers.filter(({ answer }) => answer === 'unanswered');
  if (open.length > 0 && filled(why) === undefined) {
    throw new CaseError('wrong-use', {
      reason: `These lines of the gate are not answered: ${open.map(({ id, title }) => `${title} (${id})`).join('; ')}. Answer them, or give one reason for all.`,
      cli: 'Give --gate ID=yes, --gate ID=no:WHY, --gate ID=n/a:WHY, or --why.',
    });
  }
  return answers;
}

/** What a person answers counts; where the record shows otherwise, both stand in the entry. */
function answered(
  { id, title }: PlanGateLine,
  { answer, why }: GateAnswer,
  shown: GateShown | null,
): Recorded {
  const reason = filled(why);
  const against = shown?.holds === true && answer !== 'yes';
  if (reason === undefined && (answer === 'no' || against)) {
    throw new CaseError('wrong-use', {
      reason: against
        ? `The record shows “${title}”. Say why it is answered otherwise.`
        : `“${title}” is answered with no. Say why it goes on all the same.`,
      cli: `Give --gate ${id}=${answer === 'no' ? 'no' : 'n/a'}:WHY.`,
    });
  }
  return {
    id,
    title,
    answer,
    ...(reason === undefined ? {} : { why: reason }),
    ...(against ? { proof: [...new Set(shown.proof)] } : {}),
  };
}

/** The answers that were recorded when each phase was left last, by phase, with the entry. */
export function gatesPassed(
  db: ReadableDb,
): Map<string, { readonly entry: Entry; readonly answers: Recorded[] }> {
  const passed = new Map<string, { entry: Entry; answers: Recorded[] }>();
  for (const { entry: id } of aboutOfKindWith(db, 'phase', 'gate')) {
    const entry = entryWithId(db, id);
    const { gate } = entry.fields;
    if (!Array.isArray(gate)) continue;
    const left = (textField(entry, 'before') ?? '').split(', ').at(-1) ?? '';
    passed.set(left, { entry, answers: gate });
  }
  return passed;
}
