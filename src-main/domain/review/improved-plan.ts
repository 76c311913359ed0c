import type { Plan } from '../plan/plan.ts';
import { PLAN_LIMITS } from '../plan/plan.ts';

/** An improvement as the review has it. */
export interface Improvement {
  readonly item: string;
  readonly text: string;
  readonly owner: string | null;
  /** ISO 8601, UTC. */
  readonly due: string | null;
  readonly state: 'open' | 'done' | 'dropped';
}

/** Longer titles are cut; the whole words stand in the text of the step. */
const TITLE = 200;

/** Those that somebody still has to see to. */
export const openImprovements = <One extends Improvement>(all: readonly One[]): One[] =>
  all.filter(({ state }) => state === 'open');

/**
 * The next version of a plan: every open improvement is a step of its preparation, with its owner and its date. One that
 * the plan has already is not put in again.
 */
export function improvedPlan(plan: Plan, improvements: readonly Improvement[]): Plan {
  const known = new Set(plan.phases.flatMap(({ steps }) => steps.map(({ id }) => id)));
  const steps = openImprovements(improvements)
    .map((one) => ({ ...stepOf(one), role: roleNamed(plan, one.owner) }))
    .filter(({ id }) => !known.has(id))
    .map(({ role, ...step }) => (role === undefined ? step : { ...step, role }));
  if (steps.length === 0) return plan;
  return {
    ...plan,
    version: plan.version + 1,
    phases: plan.phases.map((phase) =>
      phase.id === 'preparation' ? { ...phase, steps: [...phase.steps, ...steps] } : phase,
    ),
  };
}

function stepOf({ item, text, owner, due }: Improvement): { id: string; title: string; text: string } {
  const words = text.replace(/\s+/gu, ' ').trim();
  const said = [
    owner === null ? '' : `Owner: ${owner}.`,
    due === null ? '' : `Due ${due.slice(0, 16).replace('T', ' ')} UTC.`,
    'From the review of an incident.',
    words.length > TITLE ? words : '',
  ].filter((part) => part !== '');
  return {
    id: `improve-${item}`,
    title: cut(words),
    text: said.join(' ').slice(0, PLAN_LIMITS.text),
  };
}

/** An owner who is called as a role of the plan is that role. */
const roleNamed = ({ roles }: Plan, owner: string | null): string | undefined =>
  roles.find(({ title }) => title.toLowerCase() === owner?.trim().toLowerCase())?.id;

/** Cut between characters, never within one. */
function cut(words: string): string {
  if (words.length <= TITLE) return words;
  const head = words.slice(0, TITLE - 1);
  return `${head.isWellFormed() ? head : head.slice(0, -1)}…`;
}
