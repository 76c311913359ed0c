import * as z from 'zod';
import { hash, kind, line, occurred, text } from './kind.ts';

/** A log that is wanted, and what became of it: downloaded, read, or not to be had. */
export const wantedLog = kind({
  name: 'wanted-log',
  version: 1,
  fields: z.strictObject({
    /** Its id: that of the plan, or one of its own where somebody added it. */
    log: line,
    title: line,
    /** Of which server; where it is not said, of every one. */
    host: line.optional(),
    event: z.enum(['wanted', 'downloaded', 'reviewed', 'not-available']),
    /** Of one that is downloaded: the `evidence` entries of all exhibits that hold it. */
    evidence: z.array(hash).optional(),
    /** Who downloaded or read it. */
    by: line.optional(),
    /** Of one that was read: what was found, or that nothing was. */
    result: text.optional(),
    why: text.optional(),
    occurred: occurred.optional(),
  }),
  personal: ['host', 'by', 'result', 'why', 'occurred'],
});
