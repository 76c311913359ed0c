import { addMinutes } from 'date-fns';
import { utcIso } from '../../domain/brands.ts';
import { type Entry, listField, objectField, textField } from '../../domain/entry.ts';
import type { Phase } from '../../domain/phase.ts';
import type { Situation } from '../../domain/plan/deadlines.ts';
import type { PlanStep } from '../../domain/plan/plan.ts';
import type { ReadableDb } from '../../store/db.ts';
import { aboutOfKind, standingUnder } from '../../store/queries/standing.ts';
import { exhibitLabels } from '../exhibit-labels.ts';
import { type Names, type SignedBy, namesIn } from '../names.ts';
import { entryWithId } from '../read-entry.ts';
import { collectedIn } from './collected.ts';
import { type GateLineView, gateLinesIn } from './gate-lines.ts';
import { phaseTimes } from './phase-times.ts';
import { planOfCase } from './plan-of-case.ts';
import { situationOf } from './situation.ts';
import { type StepEntry, type StepExhibit, linksOf, shownExhibits } from './step-links.ts';

/** What was said of a step. */
export interface StepSaid {
  readonly entry: string;
  readonly state: 'done' | 'skipped' | 'reopened';
  readonly why: string | null;
  /** When, UTC. */
  readonly at: string;
  readonly by: string | null;
  readonly author: SignedBy;
  readonly evidence: string[];
  /** Their labels. */
  readonly exhibits: string[];
  /** Why it was done before the evidence was collected. */
  readonly beforeEvidence: string | null;
}

export interface StepView {
  readonly id: string;
  readonly title: string;
  readonly text: string | null;
  /** The title of its role. */
  readonly role: string | null;
  readonly state: 'open' | 'done' | 'skipped' | 'reopened';
  readonly due: string | null;
  /** Steps that come before it and are open. */
  readonly waitsFor: string[];
  readonly added: boolean;
  /** It changes or removes what may not be collected yet. */
  readonly destroys: boolean;
  /** What shows it, said with it or linked to it. */
  readonly exhibits: StepExhibit[];
  readonly entries: StepEntry[];
  /** What stands; several where two people said different things in two copies. */
  readonly said: StepSaid[];
}

export interface PhaseView {
  readonly id: Phase;
  readonly title: string;
  readonly steps: StepView[];
  /** When it was entered last, UTC; null where it was not. */
  readonly entered: string | null;
  readonly gate: GateLineView[];
  /** The entry by which it was left last with answers to its gate. */
  readonly gatePassed: string | null;
}

/** The phases of the plan with their steps and what was said of them. */
export function stepsOfCase(db: ReadableDb, collected = collectedIn(db)): PhaseView[] {
  const { plan } = planOfCase(db);
  const names = namesIn(db);
  const said = saidOf(db, names);
  const links = linksOf(db);
  const entered = phaseTimes(db);
  const gateOf = gateLinesIn(db, collected);
  const added = Map.groupBy(addedSteps(db), ({ phase }) => phase);
  const roles = new Map(plan.roles.map(({ id, title }) => [id, title]));
  const dueOf = dueIn(situationOf(db), entered);
  const isBehind = (id: string): boolean => ['done', 'skipped'].includes(stateOf(said.get(id)));
  return plan.phases.map((phase) => {
    const own = phase.steps.map((step) => ({ step, due: dueOf(step, phase.id), added: false }));
    const more = (added.get(phase.id) ?? []).map(({ step, due }) => ({ step, due, added: true }));
    return {
      id: phase.id,
      title: phase.title,
      entered: instantOf(entered.get(phase.id)),
      ...gateOf(phase),
      steps: [...own, ...more].map(({ step, due, added: isAdded }): StepView => ({
        id: step.id,
        title: step.title,
        text: step.text ?? null,
        role: step.role === undefined ? null : (roles.get(step.role) ?? step.role),
        state: stateOf(said.get(step.id)),
        due,
        waitsFor: (step.after ?? []).filter((id) => !isBehind(id)),
        added: isAdded,
        destroys: step.destroys === true,
        exhibits: shownExhibits(
          db,
          (said.get(step.id) ?? []).flatMap(({ evidence }) => evidence),
          links.get(step.id),
        ),
        entries: links.get(step.id)?.entries ?? [],
        said: said.get(step.id) ?? [],
      })),
    };
  });
}

/** Of several that do not know of each other, the one that asks for more: reopened, then skipped, then done. */
function stateOf(said: readonly StepSaid[] = []): StepView['state'] {
  const states = said.map(({ state }) => state);
  return (['reopened', 'skipped', 'done'] as const).find((state) => states.includes(state)) ?? 'open';
}

function saidOf(db: ReadableDb, names: Names): Map<string, StepSaid[]> {
  const said = new Map<string, StepSaid[]>();
  for (const { slot, entry: id } of standingUnder(db, 'step/')) {
    const step = slot.slice('step/'.length);
    const some = said.get(step) ?? [];
    some.push(sayingOf(db, entryWithId(db, id), names));
    said.set(step, some);
  }
  return said;
}

function sayingOf(db: ReadableDb, entry: Entry, names: Names): StepSaid {
  const utc = objectField(entry, 'occurred')?.['utc'];
  return {
    entry: entry.id,
    state: (textField(entry, 'state') ?? 'reopened') as StepSaid['state'],
    why: textField(entry, 'why') ?? null,
    at: typeof utc === 'string' ? utc : entry.header.recorded,
    by: textField(entry, 'by') ?? null,
    author: names.signedBy(entry.header),
    evidence: [...listField(entry, 'evidence')],
    exhibits: exhibitLabels(db, listField(entry, 'evidence')),
    beforeEvidence: textField(entry, 'before_evidence') ?? null,
  };
}

const instantOf = (at: number | undefined): string | null => (at === undefined ? null : utcIso(at));

/** Steps that were added to this case. */
function addedSteps(db: ReadableDb) {
  return aboutOfKind(db, 'step-added').flatMap((row) => {
    const entry = entryWithId(db, row.entry);
    const [id, phase] = [textField(entry, 'step'), textField(entry, 'phase')];
    if (id === undefined || phase === undefined) return [];
    const utc = objectField(entry, 'due')?.['utc'];
    const step: PlanStep = {
      id,
      title: textField(entry, 'title') ?? 'withheld',
      role: textField(entry, 'role'),
    };
    return [{ phase, step, due: typeof utc === 'string' ? utc : null }];
  });
}

/** When a step is due: so long after the earliest that its plan counts from; null while that has not happened. */
const dueIn =
  (situation: Situation, entered: ReadonlyMap<string, number>) =>
  ({ due }: PlanStep, phase: Phase): string | null => {
    if (due === undefined) return null;
    const starts = due.from === 'phase' ? [entered.get(phase)] : situation[due.from].map(({ at }) => at);
    const known = starts.filter((at) => at !== undefined);
    return known.length === 0 ? null : utcIso(addMinutes(Math.min(...known), due.minutes).getTime());
  };
