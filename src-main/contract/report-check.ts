import * as z from 'zod';
import { jobStartedSchema } from './job.ts';
import { method } from './method.ts';
import { fingerprintSchema } from './witness.ts';

/** The answer of a check of a report: of the record in it, and of what the page shows. */
export const reportCheckSchema = z.strictObject({
  ok: z.boolean(),
  checked: z.strictObject({
    entries: z.int(),
    fields: z.int(),
    /** Lines of the timeline, each compared with its entry. */
    lines: z.int(),
    /** Other parts of the page, each compared with its check value. */
    parts: z.int(),
  }),
  /** Keys that wrote in the record. */
  authors: z.int(),
  /** Fields that this report leaves out on purpose, and fields that an entry of the record took away. */
  leftOut: z.int(),
  withheld: z.int(),
  /** The first ones, each with its place. */
  problems: z.array(
    z.strictObject({
      code: z.string(),
      message: z.string(),
      /** Number of the entry in the record's order, where it is about one. */
      number: z.int().nullable(),
    }),
  ),
  /** How many there are in all. */
  problemCount: z.int(),
  /** Null where the record cannot be read. */
  fingerprint: fingerprintSchema.nullable(),
  /** Entries that a witness fixes, as the record says, and when somebody was told. */
  anchored: z.strictObject({ kind: z.string(), at: z.string(), fixes: z.int() }).nullable(),
  unanchored: z.int(),
  /** Which program wrote it, and when (UTC). Null where that cannot be read. */
  written: z.strictObject({ version: z.string(), at: z.string() }).nullable(),
  /** Whether the program behind the page's own button is the one that this version writes; null: of another version. */
  program: z.boolean().nullable(),
  /**
   * Whether this version, which also wrote the report, made its other parts again from the record and found them the
   * same; null where it could not, because another version wrote it, or the record has a fault.
   */
  again: z.boolean().nullable(),
  sentence: z.string(),
  /** Bytes of the file, and its SHA-256, hex: the case has them in its entry “Report written”. */
  size: z.int(),
  sha256: z.string(),
  at: z.string(),
});

export const reportCheckMethods = {
  /** Whether it is a web page or a bag (a folder, or its bagit.txt), which need no passphrase, or anything else. */
  'file.kind': method(
    () => z.strictObject({ path: z.string().min(1) }),
    () => z.strictObject({ kind: z.enum(['page', 'bag', 'other']) }),
  ),
  /** A job: its result is `reportCheckSchema`. Nothing of the file is run. */
  'report.check': method(
    () => z.strictObject({ path: z.string().min(1) }),
    () => jobStartedSchema,
  ),
} as const;

export type ReportCheck = z.infer<typeof reportCheckSchema>;
