import * as z from 'zod';
import { jobStartedSchema } from './job.ts';
import { method } from './method.ts';
import { fingerprintSchema } from './witness.ts';

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

/** The answer of a check of a bag, ours or another program's: of its files, and of the record where it holds one. */
export const bagCheckSchema = z.strictObject({
  ok: z.boolean(),
  /** The folder. */
  path: z.string(),
  checked: z.strictObject({
    /** Files of the payload that were hashed, and their bytes. */
    files: z.int(),
    bytes: z.int(),
    /** Files beside the payload that were hashed. */
    tagFiles: z.int(),
  }),
  /** Hashes by which the files were checked: `sha256`. */
  algorithms: z.array(z.string()),
  /** What was checked of the record; null where the bag holds none of ours. */
  record: z
    .strictObject({
      entries: z.int(),
      fields: z.int(),
      authors: z.int(),
      withheld: z.int(),
      /** Exhibits and events of custody that were compared with the record. */
      exhibits: z.int(),
      custody: z.int(),
      /** Exhibits of which no bytes are in the bag, as its list says. */
      leftOut: z.int(),
      fingerprint: fingerprintSchema,
      anchored: z.strictObject({ kind: z.string(), at: z.string(), fixes: z.int() }).nullable(),
      unanchored: z.int(),
      /** Which program wrote it, and when (UTC). */
      written: z.strictObject({ version: z.string(), at: z.string() }),
    })
    .nullable(),
  /** The first ones, each a sentence with its place. */
  problems: z.array(z.strictObject({ code: z.string(), message: z.string() })),
  problemCount: z.int(),
  sentence: z.string(),
  /** Of tagmanifest-sha256.txt, hex; null where there is none. */
  sha256: z.string().nullable(),
  at: z.string(),
});

export const bagMethods = {
  /** A job: its result is `bagCheckSchema`. Links are not followed, and nothing outside the folder is opened. */
  'bag.check': method(
    () => z.strictObject({ path: z.string().min(1) }),
    () => jobStartedSchema,
  ),
  /** A job: writes evidence, custody, timeline and record as a bag (RFC 8493). Its result is `bagMadeSchema`. */
  'share.bag': method(
    () =>
      z.strictObject({
        /** A folder that is made; must not be there. */
        path: z.string().min(1),
      }),
    () => jobStartedSchema,
  ),
} as const;

export type BagMade = z.infer<typeof bagMadeSchema>;
export type BagCheck = z.infer<typeof bagCheckSchema>;
