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
  /** Named in the case, and not in its plan; its name is its id. */
  own: z.boolean(),
  /** Whether the plan has a deadline for it, running or not. */
  clock: z.boolean(),
  /** All entries about it, oldest first. */
  entries: z.array(entrySchema),
});

/** A message as a person changed it for this time; what is left out is as the plan has it. */
export const messageSchema = z.strictObject({
  recipient: z.string(),
  to: z.array(z.string()).max(100).optional(),
  cc: z.array(z.string()).max(100).optional(),
  subject: z.string().max(1000).optional(),
  body: z.string().max(1_000_000).optional(),
});

/** Telling third parties (product.md, phase 2). Nothing is ever sent by the program. */
export const noticeMethods = {
  'notice.list': method(
    () => z.strictObject({}),
    () => z.strictObject({ recipients: z.array(recipientSchema) }),
  ),
  /** Names somebody who has to be told and is not in the plan. */
  'notice.add': method(
    () =>
      z.strictObject({
        name: z.string(),
        why: z.string(),
        to: z.array(z.string()).optional(),
        cc: z.array(z.string()).optional(),
      }),
    () => z.strictObject({ entry: entrySchema }),
  ),
  /**
   * A message to a recipient with the facts of the case, as text and as a file for a mail program. Writes nothing; what
   * is given takes the place of what the plan says.
   */
  'notice.draft': method(
    () => messageSchema,
    () =>
      z.strictObject({
        title: z.string(),
        to: z.array(z.string()),
        cc: z.array(z.string()),
        subject: z.string(),
        body: z.string(),
        /** RFC 5322. */
        eml: z.string(),
        /** Of the text in UTF-8, hex. */
        textSha256: z.string(),
        /** What the message is made of; null = not known yet, and the text says so. */
        facts: z.array(z.strictObject({ name: z.string(), value: z.string().nullable() })),
        /** What the recipient may not need; found by form alone. */
        findings: z.array(
          z.strictObject({ kind: z.enum(['address', 'telephone', 'card', 'guess']), text: z.string() }),
        ),
        remark: z.string().nullable(),
      }),
  ),
  'notice.record': method(
    () =>
      z.strictObject({
        /** Id of a recipient of the plan, or the name of one of the case. */
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
        /** Of the file that was sent, hex; without one it is taken over the text that was sent. */
        sha256: z.string().optional(),
        lateWhy: z.string().optional(),
        at: z.string().optional(),
        zone: z.string().optional(),
      }),
    () => z.strictObject({ entry: entrySchema }),
  ),
} as const;

export type NoticeRecipient = z.infer<typeof recipientSchema>;
