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
    /** What was not collected when it was done, and why it was done all the same (RFC 3227 §2.1). */
    not_collected: z.array(line).optional(),
    before_evidence: text.optional(),
    occurred: occurred.optional(),
  }),
  personal: ['why', 'by', 'before_evidence', 'occurred'],
});

/** What shows a step, or belongs to it: exhibits and entries. */
export const stepLink = kind({
  name: 'step-link',
  version: 1,
  fields: z.strictObject({
    step: line,
    /** As it stood in the plan. */
    title: line,
    /** Hashes of `evidence` entries. */
    evidence: z.array(hash).optional(),
    entries: z.array(hash).optional(),
  }),
  personal: [],
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
