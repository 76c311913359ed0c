import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { method } from './method.ts';

const recipientSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  need: z.enum(['always', 'if-needed']),
  /** What was decided; of several after a merge, all. */
  needed: z.array(z.enum(['needed', 'not-needed', 'undecided'])),
  state: z.enum(['open', 'drafted', 'sent', 'declined']),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  remark: z.string().nullable(),
  role: z.string().nullable(),
  /** All entries about it, oldest first. */
  entries: z.array(entrySchema),
});

/** Telling third parties (product.md, phase 2). Nothing is ever sent by the program. */
export const noticeMethods = {
  'notice.list': method(z.strictObject({}), z.strictObject({ recipients: z.array(recipientSchema) })),
  /**
   * A message to a recipient with the facts of the case, as text and as a file for a mail program. Writes nothing; what
   * is given takes the place of what the plan says.
   */
  'notice.draft': method(
    z.strictObject({
      recipient: z.string(),
      to: z.array(z.string()).optional(),
      cc: z.array(z.string()).optional(),
      subject: z.string().optional(),
      body: z.string().optional(),
    }),
    z.strictObject({
      to: z.array(z.string()),
      cc: z.array(z.string()),
      subject: z.string(),
      body: z.string(),
      /** RFC 5322. */
      eml: z.string(),
      /** Facts that are not known yet; the text says so. */
      missing: z.array(z.string()),
      remark: z.string().nullable(),
    }),
  ),
  'notice.record': method(
    z.strictObject({
      /** Id of a recipient of the plan. */
      recipient: z.string(),
      event: z.enum(['needed', 'not-needed', 'undecided', 'drafted', 'sent', 'answered', 'declined']),
      why: z.string().optional(),
      via: z.string().optional(),
      messageId: z.string().optional(),
      by: z.string().optional(),
      to: z.array(z.string()).optional(),
      cc: z.array(z.string()).optional(),
      subject: z.string().optional(),
      /** What was answered, or exactly what was sent. */
      message: z.string().optional(),
      /** Of the file that was sent, hex. */
      sha256: z.string().optional(),
      lateWhy: z.string().optional(),
      at: z.string().optional(),
      zone: z.string().optional(),
    }),
    z.strictObject({ entry: entrySchema }),
  ),
} as const;

export type NoticeRecipient = z.infer<typeof recipientSchema>;
