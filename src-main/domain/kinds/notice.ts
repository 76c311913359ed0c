import * as z from 'zod';
import { hash, kind, line, occurred, text } from './kind.ts';

/** What was decided and done about telling a third party. */
export const notice = kind({
  name: 'notice',
  version: 1,
  fields: z.strictObject({
    /** Id of a recipient of the plan, or a name of its own. */
    recipient: line,
    event: z.enum(['needed', 'not-needed', 'undecided', 'drafted', 'sent', 'answered', 'declined']),
    why: text.optional(),
    /** Through which channel. */
    via: line.optional(),
    message_id: line.optional(),
    by: line.optional(),
    to: z.array(line).optional(),
    cc: z.array(line).optional(),
    subject: line.optional(),
    /** Exactly what was sent, or what was answered. */
    message: text.optional(),
    /** Over the bytes of the file that was written or sent. */
    sha256: hash.optional(),
    /** Of one that was sent after it was due. */
    late_why: text.optional(),
    occurred: occurred.optional(),
  }),
  personal: ['why', 'via', 'message_id', 'by', 'to', 'cc', 'subject', 'message', 'late_why', 'occurred'],
});
