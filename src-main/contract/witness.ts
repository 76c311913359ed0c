import * as z from 'zod';
import { entrySchema, listedEntrySchema } from './entry.ts';
import { method } from './method.ts';

/** A fingerprint of the record as it is read out. */
export const fingerprintSchema = z.strictObject({
  /** Ten words of the PGP list. */
  words: z.array(z.string()).length(10),
  /** The same ten bytes in groups of four hex digits. */
  code: z.string(),
  /** The whole fingerprint, hex; of a checked one that is not known, as much as was given. */
  head: z.string(),
  /** Entries that it fixes. */
  entries: z.int(),
});

/** What a fingerprint that somebody kept is worth for a record. */
export const fingerprintAnswerSchema = fingerprintSchema.extend({
  known: z.boolean(),
  /** Entries that the fingerprint fixes. */
  position: z.int(),
  /** Entries of the present record that it does not fix. */
  since: z.int(),
});

export const witnessedBySchema = z.enum(['telephone', 'in-person', 'message', 'paper']);

export const witnessMethods = {
  'witness.show': method(
    () => z.strictObject({}),
    () => fingerprintSchema,
  ),
  'witness.record': method(
    () =>
      z.strictObject({
        person: z.string(),
        by: witnessedBySchema.optional(),
        at: z.string().optional(),
        zone: z.string().optional(),
        /** Words, code or hex of the fingerprint that was told; the present one where it is missing. */
        told: z.string().optional(),
      }),
    () => z.strictObject({ entry: entrySchema }),
  ),
  'witness.check': method(
    () =>
      z.strictObject({
        /** Words or code, as typed. */
        told: z.string(),
      }),
    () =>
      fingerprintAnswerSchema.extend({
        /** What came since: the first hundred, in the order of the file. */
        came: z.array(listedEntrySchema),
      }),
  ),
} as const;

export type Fingerprint = z.infer<typeof fingerprintSchema>;
export type WitnessedBy = z.infer<typeof witnessedBySchema>;
