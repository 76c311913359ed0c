import * as z from 'zod';
import { jobStartedSchema } from './job.ts';
import { method } from './method.ts';

const bagLeftOutSchema = z.strictObject({
  /** They were registered by reference. */
  reference: z.int(),
  /** Things without a file. */
  'no-file': z.int(),
  released: z.int(),
  /** Stored bytes that are not in this copy, or not beside it. */
  'not-here': z.int(),
  /** Stored bytes that do not have the hash of the record. */
  damaged: z.int(),
  /** Registered while the bag was being written. */
  later: z.int(),
});

/** Result of the job `share.bag`. */
export const bagMadeSchema = z.strictObject({
  /** The folder. */
  path: z.string(),
  /** Files of the payload, and their bytes. */
  files: z.int(),
  size: z.int(),
  /** Of tagmanifest-sha256.txt, which fixes all other files by their hashes; hex. */
  sha256: z.string(),
  entries: z.int(),
  /** Exhibits whose bytes are in it. */
  exhibits: z.int(),
  /** Numbers of those whose bytes are not, by the reason. */
  leftOut: bagLeftOutSchema,
  /** Of these, the ones whose stored bytes do not have the hash of the record. */
  damaged: z.array(z.string()),
  /** Of the record, hex. */
  fingerprint: z.string(),
});

export const bagMethods = {
  /** A job: writes evidence, custody, timeline and record as a bag (RFC 8493). Its result is `bagMadeSchema`. */
  'share.bag': method(
    z.strictObject({
      /** A folder that is made; must not be there. */
      path: z.string().min(1),
    }),
    jobStartedSchema,
  ),
} as const;

export type BagMade = z.infer<typeof bagMadeSchema>;
