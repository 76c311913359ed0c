import * as z from 'zod';
import { jobStartedSchema } from './job.ts';
import { method } from './method.ts';

const copyCheckedSchema = z.strictObject({
  pages: z.int(),
  entries: z.int(),
  /** Stored exhibits whose bytes were read and hashed. */
  exhibits: z.int(),
});

const sizeOfSchema = z.strictObject({
  exhibits: z.int(),
  /** As they are kept: packed, and sealed where they lie beside the file. */
  bytes: z.int(),
});

const redactSchema = z.enum(['none', 'personal']);

export const copyMadeSchema = z.strictObject({
  path: z.string(),
  size: z.int(),
  sha256: z.string(),
  entries: z.int(),
  evidence: z.enum(['all', 'small', 'none']),
  /** The letters in front of the copy's own exhibit numbers: `B` gives EV-B001. */
  series: z.string(),
  redact: redactSchema,
  /** Nobody is to write in it. */
  readOnly: z.boolean(),
  to: z.string().nullable(),
  /** Stored evidence that stayed behind. */
  leftOut: sizeOfSchema,
  /** What was read back from the disk before the copy got its name. */
  verified: copyCheckedSchema,
  /** Whether it lies on a disk that is carried about, as far as the system tells. */
  removable: z.boolean(),
});

export const shareMethods = {
  /** What a copy would take along, before one is made. */
  'share.sizes': method(
    () => z.strictObject({}),
    () =>
      z.strictObject({
        entries: z.int(),
        /** Bytes of the case file. */
        file: z.int(),
        inside: sizeOfSchema,
        /** Larger ones, in the folder beside the file. */
        beside: sizeOfSchema,
        /** Exhibits whose larger bytes should lie beside the file and do not. */
        missing: z.int(),
        /** Exhibits whose bytes were never stored. */
        elsewhere: z.int(),
        /** Fields that hold personal data; free text counts. */
        personal: z.int(),
      }),
  ),
  /** What is known of a place before a copy is made there. */
  'share.target': method(
    () => z.strictObject({ path: z.string().min(1) }),
    () => z.strictObject({ path: z.string(), removable: z.boolean(), exists: z.boolean() }),
  ),
  /** A job: its result is `copyMadeSchema`. */
  'share.copy': method(
    () =>
      z.strictObject({
        path: z.string().min(1),
        newPassphrase: z.string().min(1),
        evidence: z.enum(['all', 'small', 'none']).optional(),
        /** `personal`: without what is personal (FORMAT.md §8); then `evidence` is `none`. */
        redact: redactSchema.optional(),
        to: z.string().max(200).optional(),
        readOnly: z.boolean().optional(),
      }),
    () => jobStartedSchema,
  ),
} as const;

export type CopyMade = z.infer<typeof copyMadeSchema>;
export type CopyChecked = z.infer<typeof copyCheckedSchema>;
export type CopySizes = z.infer<(typeof shareMethods)['share.sizes']['response']>;
