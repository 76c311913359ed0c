import * as z from 'zod';
import { jobStartedSchema } from './job.ts';
import { method } from './method.ts';

export const problemSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  entry: z.string().optional(),
  exhibit: z.string().optional(),
  /** Byte, page or row. */
  place: z.string().optional(),
  /** SHA-256 of bytes that are others than were recorded, hex. */
  hashes: z.strictObject({ recorded: z.string(), found: z.string() }).optional(),
});

/** The answer of a check of the whole record. It says what was checked, never a bare "intact". */
export const recordCheckSchema = z.strictObject({
  ok: z.boolean(),
  checked: z.strictObject({
    pages: z.int(),
    entries: z.int(),
    fields: z.int(),
    signatures: z.int(),
    projections: z.int(),
    evidence: z.int(),
  }),
  problems: z.array(problemSchema),
  /** How many problems of each kind there are in all; `problems` has the first of each. */
  counts: z.record(z.string(), z.int()),
  head: z.string(),
  projection: z.string(),
  /** The witness (`witness`) or time stamp (`timestamp`) that fixes the most entries: its own entry, when that was, and how many it fixes. */
  anchored: z
    .strictObject({ entry: z.string(), kind: z.string(), at: z.string(), fixes: z.int() })
    .nullable(),
  /** Fields that this copy was made without: of them the digests were checked and nothing else. */
  absent: z.int(),
  /** Entries that no witness fixes. */
  unanchored: z.int(),
  /** The one line of product.md: consistent, fixed up to where, resting on keys alone from where. */
  sentence: z.string(),
  at: z.string(),
});

export const recordMethods = {
  /** A job: its result is `recordCheckSchema`. Never writes an entry. */
  'record.verify': method(
    () => z.strictObject({ quick: z.boolean().optional() }),
    () => jobStartedSchema,
  ),
} as const;

export type RecordCheck = z.infer<typeof recordCheckSchema>;
export type Problem = z.infer<typeof problemSchema>;
