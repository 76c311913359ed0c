import * as z from 'zod';
import { jobStartedSchema } from './job.ts';
import { method } from './method.ts';

/** Documents of the whole record that other tools read: CASE 1.4 with UCO 1.4 as JSON-LD, and STIX 2.1. */
export const standardFormatSchema = z.enum(['case-uco', 'stix']);
export type StandardFormat = z.infer<typeof standardFormatSchema>;

const tlpSchema = z.enum(['white', 'green', 'amber', 'red']);
export type Tlp = z.infer<typeof tlpSchema>;

/** Result of the job `share.standard`. */
export const standardMadeSchema = z.strictObject({
  path: z.string(),
  format: standardFormatSchema,
  size: z.int(),
  /** Hex. */
  sha256: z.string(),
  /** The marking of STIX; null of the other. */
  tlp: tlpSchema.nullable(),
  /** Entries of the record. */
  entries: z.int(),
  /** Of them, those that are in it. */
  written: z.int(),
  /** Exhibits that are in it, without their bytes. */
  exhibits: z.int(),
  /** How many objects of each type it has. */
  objects: z.record(z.string(), z.int()),
  leftOut: z.strictObject({
    /** Entries that the format has nothing for, and of which kinds they are. */
    entries: z.int(),
    kinds: z.record(z.string(), z.int()),
    /** Exhibits among them. */
    exhibits: z.int(),
    /** Fields that are withheld in the record: they are in no export. */
    withheld: z.int(),
  }),
  /** Of the record, hex. */
  fingerprint: z.string(),
});
export type StandardMade = z.infer<typeof standardMadeSchema>;

export const standardMethods = {
  /** A job: writes the record for other tools. Its result is `standardMadeSchema`. */
  'share.standard': method(
    () =>
      z.strictObject({
        format: standardFormatSchema,
        /** A file that is made; must not be there. */
        path: z.string().min(1),
        /** Of STIX; amber where it is missing. */
        tlp: tlpSchema.optional(),
      }),
    () => jobStartedSchema,
  ),
} as const;
