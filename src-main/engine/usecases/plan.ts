import { addStep } from '../../casework/plan/add-step.ts';
import { deadlinesOfCase } from '../../casework/plan/deadlines-of-case.ts';
import { collectedIn } from '../../casework/plan/collected.ts';
import { linkToStep } from '../../casework/plan/link-step.ts';
import { planOfCase } from '../../casework/plan/plan-of-case.ts';
import { recordStep } from '../../casework/plan/record-step.ts';
import { setDeadline } from '../../casework/plan/set-deadline.ts';
import { stepsOfCase } from '../../casework/plan/steps-of-case.ts';
import { takePlan } from '../../casework/plan/take-plan.ts';
import { zoneOf } from '../../casework/case-facts.ts';
import { phasesOf } from '../../casework/enter-phase.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { utcIso } from '../../domain/brands.ts';
import { exhibitEntries } from '../exhibit-entries.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { written } from '../written.ts';

export function show(engine: Engine): ResponseOf<'plan.show'> {
  const { db } = openCaseOf(engine);
  const { plan, since, unusable } = planOfCase(db);
  const collected = collectedIn(db);
  return {
    title: plan.title,
    version: plan.version,
    since,
    unusable,
    phase: phasesOf(db),
    phases: stepsOfCase(db, collected),
    roles: plan.roles.map(({ id, title }) => ({ id, title })),
    collected: collected.map(({ kind, exhibits }) => ({ kind, exhibits: [...exhibits] })),
  };
}

export const step = (engine: Engine, given: RequestOf<'plan.step'>): ResponseOf<'plan.step'> =>
  written(engine, (session) =>
    recordStep(session, {
      step: given.step,
      state: given.state,
      why: given.why,
      by: given.by,
      at: given.at,
      zone: given.zone,
      evidence: exhibitEntries(session.db, given.evidence),
      beforeEvidence: given.beforeEvidence,
    }),
  );

export const link = (engine: Engine, given: RequestOf<'plan.link'>): ResponseOf<'plan.link'> =>
  written(engine, (session) =>
    linkToStep(session, given.step, exhibitEntries(session.db, given.evidence), given.entries ?? []),
  );

export const add = (engine: Engine, given: RequestOf<'plan.add-step'>): ResponseOf<'plan.add-step'> =>
  written(engine, (session) =>
    addStep(session, {
      phase: given.phase,
      title: given.title,
      role: given.role,
      due: given.due,
      zone: given.zone,
    }),
  );

export function exported(engine: Engine): ResponseOf<'plan.export'> {
  const { plan } = planOfCase(openCaseOf(engine).db);
  return { title: plan.title, document: `${JSON.stringify(plan, null, 2)}\n` };
}

export const take = (engine: Engine, given: RequestOf<'plan.import'>): ResponseOf<'plan.import'> =>
  written(engine, (session) => takePlan(session, given.document, given.file));

export function deadlines(engine: Engine): ResponseOf<'deadline.list'> {
  const { db } = openCaseOf(engine);
  const now = engine.host.clock.now();
  return { now: utcIso(now), zone: zoneOf(db), deadlines: deadlinesOfCase(db, now) };
}

export const deadline = (engine: Engine, given: RequestOf<'deadline.set'>): ResponseOf<'deadline.set'> =>
  written(engine, (session) =>
    setDeadline(session, {
      deadline: given.deadline,
      title: given.title,
      due: given.due,
      state: given.state ?? 'running',
      why: given.why,
      at: given.at,
      zone: given.zone,
    }),
  );
