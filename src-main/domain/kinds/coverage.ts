import * as z from 'zod';
import { hash, kind, line, occurred, span, text } from './kind.ts';

/** Which log of which host was read from when to when, by whom, and what was found: what makes “we saw nothing” hold. */
export const coverage = kind({
  name: 'coverage',
  version: 1,
  fields: z.strictObject({
    /** Of this statement; a later entry with the same one takes its place. */
    statement: line,
    state: z.enum(['stands', 'withdrawn']),
    /** Which log, such as IIS. */
    source: line,
    /** Id of the wanted log that it is, where it is one. */
    log: line.optional(),
    host: line,
    covers: span,
    /** Who read it. */
    by: line,
    /** Whether something was found. */
    found: z.boolean(),
    /** What was found. */
    finding: text.optional(),
    evidence: z.array(hash).optional(),
    /** Of one that was withdrawn. */
    why: text.optional(),
    /** When it was read. */
    occurred: occurred.optional(),
  }),
  personal: ['host', 'by', 'finding', 'why', 'occurred'],
});
