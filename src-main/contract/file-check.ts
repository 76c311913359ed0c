import * as z from 'zod';
import { jobStartedSchema } from './job.ts';
import { method } from './method.ts';
import { recordCheckSchema } from './record.ts';
import { fingerprintAnswerSchema, fingerprintSchema } from './witness.ts';

/** The answer of a check of a file that is not opened for work. */
export const fileCheckSchema = z.strictObject({
  check: recordCheckSchema,
  /** Ten words of the record as it is in this file; null where its tables were changed. */
  fingerprint: fingerprintSchema.nullable(),
  /** Keys that wrote in it. */
  authors: z.int(),
  exhibits: z.int(),
  /** Exhibits whose bytes lie elsewhere: of them the record was checked and nothing else. */
  elsewhere: z.int(),
  /** Bytes of the file. */
  size: z.int(),
  /** Of the file itself, hex. */
  sha256: z.string(),
});

export const fileCheckMethods = {
  /** A job: its result is `fileCheckSchema`. Makes no author, writes no entry and leaves the file as it is. */
  'file.check': method(
    () => z.strictObject({ path: z.string().min(1), passphrase: z.string().min(1) }),
    () => jobStartedSchema,
  ),
  /** Compares what somebody was told with the file that was checked last. */
  'file.compare': method(
    () => z.strictObject({ told: z.string() }),
    () => fingerprintAnswerSchema,
  ),
  /** The key of the file that was checked last leaves memory. */
  'file.forget': method(
    () => z.strictObject({}),
    () => z.strictObject({}),
  ),
} as const;

export type FileCheck = z.infer<typeof fileCheckSchema>;
