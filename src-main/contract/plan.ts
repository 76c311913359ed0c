import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { method } from './method.ts';

const written = z.strictObject({ entry: entrySchema });
const signedBy = entrySchema.shape.author;

const saidSchema = z.strictObject({
  entry: z.string(),
  state: z.enum(['done', 'skipped', 'reopened']),
  why: z.string().nullable(),
  /** UTC. */
  at: z.string(),
  by: z.string().nullable(),
  author: signedBy,
  /** Entries of exhibits. */
  evidence: z.array(z.string()),
  /** Their labels. */
  exhibits: z.array(z.string()),
  /** Why it was done before the evidence was collected. */
  beforeEvidence: z.string().nullable(),
});

const stepSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  text: z.string().nullable(),
  role: z.string().nullable(),
  state: z.enum(['open', 'done', 'skipped', 'reopened']),
  /** UTC. */
  due: z.string().nullable(),
  /** Steps that come before it and are open. */
  waitsFor: z.array(z.string()),
  added: z.boolean(),
  /** It changes or removes what may not be collected yet. */
  destroys: z.boolean(),
  /** What shows it, said with it or linked to it. */
  exhibits: z.array(z.strictObject({ entry: z.string(), exhibit: z.string() })),
  entries: z.array(z.strictObject({ entry: z.string(), kind: z.string(), text: z.string() })),
  /** What stands of it; several where copies disagree. */
  said: z.array(saidSchema),
});

const gateLineSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What the record says of it by itself; null where the plan does not say what shows it. */
  shown: z
    .strictObject({
      holds: z.boolean(),
      /** Labels of exhibits that show it. */
      exhibits: z.array(z.string()),
      /** What is not there yet: kinds of exhibits, ids of steps, names of facts. */
      lacks: z.array(z.string()),
    })
    .nullable(),
  /** What was answered when the phase was left last. */
  answer: z
    .strictObject({
      answer: z.enum(['yes', 'no', 'not-applicable', 'unanswered']),
      why: z.string().nullable(),
      fromRecord: z.boolean(),
      /** Who said it; null where it follows from the record. */
      by: z.string().nullable(),
      /** The record showed otherwise. */
      against: z.boolean(),
    })
    .nullable(),
});

const lineSchema = z.strictObject({ id: z.string(), title: z.string() });

const phaseSchema = z.strictObject({
  id: z.enum(['preparation', 'identification', 'containment', 'eradication', 'review']),
  title: z.string(),
  steps: z.array(stepSchema),
  /** When it was entered last, UTC; null where it was not. */
  entered: z.string().nullable(),
  gate: z.array(gateLineSchema),
  /** The entry by which it was left last with answers to its gate. */
  gatePassed: z.string().nullable(),
});

const deadlineSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  due: z.string(),
  state: z.enum(['running', 'met', 'met-late', 'overdue', 'void']),
  startedBy: z.string(),
  started: z.string(),
  /** Whom to tell meets it; null where something else does. */
  recipient: z.string().nullable(),
  /** Set in the case, and not by its plan. */
  own: z.boolean(),
  metBy: z.string().nullable(),
});

const when = { at: z.string().optional(), zone: z.string().optional() };

/** The incident response plan of a case: its steps, its deadlines. */
export const planMethods = {
  'plan.show': method(
    () => z.strictObject({}),
    () =>
      z.strictObject({
        title: z.string(),
        version: z.int(),
        /** When it was taken into the case, UTC; null where the case has none of its own. */
        since: z.string().nullable(),
        /** Why the plan of the case cannot be used; the one that ships with the program is shown then. */
        unusable: z.string().nullable(),
        /** Phases that stand; several where copies disagree. */
        phase: z.array(z.string()),
        phases: z.array(phaseSchema),
        roles: z.array(lineSchema),
        /** What has to be registered before something destroys it, with the first exhibits of each. */
        collected: z.array(
          z.strictObject({ kind: z.enum(['snapshot', 'backup', 'log']), exhibits: z.array(z.string()) }),
        ),
      }),
  ),
  'plan.step': method(
    () =>
      z.strictObject({
        /** Its id, or a unique beginning of it. */
        step: z.string(),
        state: z.enum(['done', 'skipped', 'reopened']),
        why: z.string().optional(),
        by: z.string().optional(),
        /** Numbers of exhibits. */
        evidence: z.array(z.string()).optional(),
        /** Why it is done before the evidence is collected. */
        beforeEvidence: z.string().optional(),
        ...when,
      }),
    () => written,
  ),
  /** Links exhibits and entries to a step. */
  'plan.link': method(
    () =>
      z.strictObject({
        step: z.string(),
        /** Numbers of exhibits. */
        evidence: z.array(z.string()).optional(),
        /** Ids of entries, or 8 digits of them. */
        entries: z.array(z.string()).optional(),
      }),
    () => written,
  ),
  'plan.add-step': method(
    () =>
      z.strictObject({
        phase: z.string(),
        title: z.string(),
        role: z.string().optional(),
        /** When it is due, as typed. */
        due: z.string().optional(),
        zone: z.string().optional(),
      }),
    () => written,
  ),
  /** The plan of the case as a document. */
  'plan.export': method(
    () => z.strictObject({}),
    () => z.strictObject({ document: z.string(), title: z.string() }),
  ),
  /** Puts another plan in the place of the one of the case. @param document JSON text */
  'plan.import': method(
    () => z.strictObject({ document: z.string(), file: z.string().optional() }),
    () => written,
  ),
  'deadline.list': method(
    () => z.strictObject({}),
    () =>
      z.strictObject({
        /** The device clock, UTC. */
        now: z.string(),
        /** The case's zone. */
        zone: z.string(),
        deadlines: z.array(deadlineSchema),
      }),
  ),
  /** Sets a deadline of one's own, or says what became of it. */
  'deadline.set': method(
    () =>
      z.strictObject({
        deadline: z.string(),
        title: z.string().optional(),
        due: z.string().optional(),
        state: z.enum(['running', 'met', 'void']).optional(),
        why: z.string().optional(),
        ...when,
      }),
    () => written,
  ),
} as const;

export type PlanView = z.infer<(typeof planMethods)['plan.show']['response']>;
export type PlanPhase = z.infer<typeof phaseSchema>;
export type PlanGateLineView = z.infer<typeof gateLineSchema>;
export type PlanStepView = z.infer<typeof stepSchema>;
export type DeadlineView = z.infer<typeof deadlineSchema>;
