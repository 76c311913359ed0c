import { toDotPath } from 'zod/v4/core';
import { CaseError } from '../errors.ts';
import { PLAN_LIMITS, type Plan, type PlanStep, planSchema } from './plan.ts';

/**
 * A plan document, checked as a whole: shape, ids that stand once, roles and steps that exist, no circles.
 * @param document JSON value
 * @throws CaseError `plan-faulty` with up to ten faults, each with its place
 */
export function planIn(document: unknown): Plan {
  const parsed = planSchema.safeParse(document);
  if (!parsed.success) {
    throw faulty(parsed.error.issues.map((issue) => `${toDotPath(issue.path)}: ${issue.message}`));
  }
  const faults = [
    ...sizeFaults(parsed.data),
    ...idFaults(parsed.data),
    ...referenceFaults(parsed.data),
    ...circleFaults(parsed.data),
  ];
  if (faults.length > 0) throw faulty(faults);
  return parsed.data;
}

const SHOWN = 10;

const faulty = (faults: readonly string[]): CaseError =>
  new CaseError('plan-faulty', { faults: faults.slice(0, SHOWN), more: Math.max(0, faults.length - SHOWN) });

export const stepsOf = (plan: Plan): readonly PlanStep[] => plan.phases.flatMap(({ steps }) => steps);

function sizeFaults(plan: Plan): string[] {
  const steps = stepsOf(plan).length;
  return steps > PLAN_LIMITS.items ? [`${steps} steps; a plan has at most ${PLAN_LIMITS.items}`] : [];
}

/** All ids of a plan, in its order. */
export const idsOf = (plan: Plan): readonly string[] =>
  [
    plan.roles,
    plan.defences,
    plan.sources,
    plan.sources.flatMap(({ questions }) => questions),
    plan.logs,
    ...plan.phases.flatMap(({ steps, gate }) => [steps, gate]),
    plan.actions,
    plan.deadlines,
    plan.recipients,
  ].flatMap((items) => items.map(({ id }) => id));

function idFaults(plan: Plan): string[] {
  const seen = new Set<string>();
  const faults = idsOf(plan).flatMap((id) => {
    if (seen.has(id)) return [`the id ${id} stands twice`];
    seen.add(id);
    return [];
  });
  const phases = plan.phases.map(({ id }) => id);
  return phases.length === new Set(phases).size ? faults : [...faults, 'a phase stands twice'];
}

function referenceFaults(plan: Plan): string[] {
  const roles = new Set(plan.roles.map(({ id }) => id));
  const steps = new Set(stepsOf(plan).map(({ id }) => id));
  const recipients = new Set(plan.recipients.map(({ id }) => id));
  return [
    ...[...plan.defences, ...stepsOf(plan), ...plan.recipients].flatMap(({ id, role }) =>
      role === undefined || roles.has(role) ? [] : [`${id}: there is no role ${role}`],
    ),
    ...stepsOf(plan).flatMap(({ id, after = [] }) =>
      after.filter((other) => !steps.has(other)).map((other) => `${id}: there is no step ${other}`),
    ),
    ...plan.phases.flatMap(({ gate }) =>
      gate.flatMap(({ id, shown_by: shown }) =>
        (shown?.steps ?? [])
          .filter((other) => !steps.has(other))
          .map((other) => `${id}: there is no step ${other}`),
      ),
    ),
    ...plan.deadlines.flatMap(({ id, met }) =>
      'notice' in met && !recipients.has(met.notice) ? [`${id}: there is no recipient ${met.notice}`] : [],
    ),
  ];
}

/** Steps that wait for themselves. */
function circleFaults(plan: Plan): string[] {
  const waiting = new Map(stepsOf(plan).map(({ id, after = [] }) => [id, new Set(after)]));
  for (;;) {
    const ready = [...waiting].filter(([, after]) => after.size === 0).map(([id]) => id);
    if (ready.length === 0) break;
    for (const id of ready) waiting.delete(id);
    for (const after of waiting.values()) for (const id of ready) after.delete(id);
  }
  const known = new Set(stepsOf(plan).map(({ id }) => id));
  const circle = [...waiting]
    .filter(([, after]) => [...after].every((id) => known.has(id)))
    .map(([id]) => id);
  return circle.length === 0 ? [] : [`these steps wait for each other in a circle: ${circle.join(', ')}`];
}
