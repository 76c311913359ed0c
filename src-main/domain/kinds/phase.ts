import * as z from 'zod';
import { hash, kind, line, text } from './kind.ts';

/** The incident enters another phase of the plan. */
export const phase = kind({
  name: 'phase',
  version: 1,
  fields: z.strictObject({
    phase: line,
    before: line.optional(),
    why: line.optional(),
    /** The lines of the gate of the phase that was left, as they stood in the plan, each with its answer. */
    gate: z
      .array(
        z.strictObject({
          id: line,
          title: line,
          answer: z.enum(['yes', 'no', 'not-applicable', 'unanswered']),
          why: text.optional(),
          /** True where nobody said it: it follows from the record. */
          from_record: z.boolean().optional(),
          /** Entries that show it. */
          proof: z.array(hash).optional(),
        }),
      )
      .optional(),
  }),
  personal: ['why', 'gate'],
});
