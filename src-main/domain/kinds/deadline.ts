import * as z from 'zod';
import { kind, line, occurred, text } from './kind.ts';

/** A deadline of one's own, and what became of it. */
export const deadline = kind({
  name: 'deadline',
  version: 1,
  fields: z.strictObject({
    /** Id, of small letters, digits and -. */
    deadline: line,
    title: line,
    due: occurred,
    state: z.enum(['running', 'met', 'void']),
    why: text.optional(),
    /** When it was met. */
    occurred: occurred.optional(),
  }),
  personal: ['title', 'why', 'occurred'],
});
