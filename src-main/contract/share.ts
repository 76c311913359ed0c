import * as z from 'zod';
import { jobStartedSchema } from './job.ts';
import { method } from './method.ts';

export const copyMadeSchema = z.strictObject({
  path: z.string(),
  size: z.int(),
  sha256: z.string(),
  entries: z.int(),
  evidence: z.enum(['all', 'small', 'none']),
  /** The letters in front of the copy's own exhibit numbers: `B` gives EV-B001. */
  series: z.string(),
});

export const shareMethods = {
  /** A job: its result is `copyMadeSchema`. */
  'share.copy': method(
    z.strictObject({
      path: z.string().min(1),
      newPassphrase: z.string().min(1),
      evidence: z.enum(['all', 'small', 'none']).optional(),
      /** `personal`: without what is personal (FORMAT.md §8); then `evidence` is `none`. */
      redact: z.enum(['none', 'personal']).optional(),
    }),
    jobStartedSchema,
  ),
} as const;

export type CopyMade = z.infer<typeof copyMadeSchema>;
