import * as z from 'zod';
import { hash, kind, line, text } from './kind.ts';

/** “I am off, you have it”: what the giver hands over. It is taken over when the receiver has signed that, too. */
export const handover = kind({
  name: 'handover',
  version: 1,
  fields: z.strictObject({
    to: line,
    note: text.optional(),
    /** Phases that stood. */
    phases: z.array(line),
    /** Steps that were open, as they stood in the plan. */
    steps: z.array(z.strictObject({ id: line, title: line, due: line.optional() })),
    /** Deadlines that ran or were late. */
    deadlines: z.array(z.strictObject({ id: line, title: line, due: line })),
    /** The last entries before it. */
    entries: z.array(hash),
  }),
  personal: ['to', 'note', 'steps', 'deadlines'],
});

/** The receiver has it from now on. */
export const handoverAccepted = kind({
  name: 'handover-accepted',
  version: 1,
  fields: z.strictObject({
    /** Hash of the `handover` entry. */
    handover: hash,
    remark: text.optional(),
  }),
  personal: ['remark'],
});
