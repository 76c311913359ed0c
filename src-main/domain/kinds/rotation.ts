import * as z from 'zod';
import { kind, line, occurred, text } from './kind.ts';

/** The rotation of backups is stopped, so that none is overwritten; it is proven when the host has confirmed it. */
export const rotation = kind({
  name: 'rotation',
  version: 1,
  fields: z.strictObject({
    /** Which job, such as `nightly full`. */
    job: line,
    host: line.optional(),
    event: z.enum(['stopped', 'confirmed', 'resumed']),
    /** Who stopped it, who confirmed it. */
    by: line.optional(),
    /** Until when nothing is overwritten; not there where that was not limited. */
    until: occurred.optional(),
    /** How the host confirmed it. */
    proof: z.enum(['ticket', 'call', 'message']).optional(),
    /** Number of the ticket, or with whom was spoken. */
    reference: line.optional(),
    why: text.optional(),
    occurred: occurred.optional(),
  }),
  personal: ['host', 'by', 'reference', 'why', 'occurred'],
});
