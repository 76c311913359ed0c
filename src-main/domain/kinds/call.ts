import * as z from 'zod';
import { count, kind, line, occurred, text } from './kind.ts';

/** A telephone call: with whom, how long, what was said. One that nobody took is a record, too. */
export const call = kind({
  name: 'call',
  version: 1,
  fields: z.strictObject({
    person: line,
    number: line.optional(),
    /** `out` = made by the author. */
    direction: z.enum(['out', 'in']),
    answered: z.boolean(),
    duration_s: count.optional(),
    said: text.optional(),
    /** When it began. */
    occurred: occurred.optional(),
  }),
  personal: ['person', 'number', 'said', 'occurred'],
});
