import * as z from 'zod';
import { hash, kind, line, occurred, text } from './kind.ts';

/** A step of the plan is done, skipped with a reason, or open again. */
export const step = kind({
  name: 'step',
  version: 1,
  fields: z.strictObject({
    /** Its id in the plan. */
    step: line,
    /** As it stood in the plan. */
    title: line,
    state: z.enum(['done', 'skipped', 'reopened']),
    before: line.optional(),
    why: text.optional(),
    /** Who did it, where that is not the author. */
    by: line.optional(),
    evidence: z.array(hash).optional(),
    occurred: occurred.optional(),
  }),
  personal: ['why', 'by', 'occurred'],
});

/** A step that the plan did not have. */
export const stepAdded = kind({
  name: 'step-added',
  version: 1,
  fields: z.strictObject({
    step: line,
    phase: line,
    title: line,
    /** Id of a role of the plan. */
    role: line.optional(),
    due: occurred.optional(),
  }),
  personal: ['title'],
});
