import { z } from 'zod';
import { custodyEventSchema, custodyStateFields } from './custody.ts';
import { jobStartedSchema } from './job.ts';
import { method } from './method.ts';

export const evidenceTypeSchema = z.enum([
  'snapshot',
  'backup',
  'log',
  'image',
  'mail',
  'memory',
  'screenshot',
  'message',
  'thing',
  'other',
]);

const exhibitSchema = z.strictObject({
  /** The number on the label: `EV-001`, in a copy `EV-B001`. */
  exhibit: z.string(),
  /** Id of the entry that registered it. */
  entry: z.string(),
  title: z.string(),
  type: evidenceTypeSchema,
  mode: z.enum(['stored', 'reference', 'none']),
  /** Bytes. */
  size: z.int(),
  sha256: z.string(),
  sha1: z.string().optional(),
  md5: z.string().optional(),
  path: z.string().optional(),
  source: z.string().optional(),
  covers: z.strictObject({ from: z.string(), to: z.string(), zone: z.string() }).optional(),
  /** Seconds that the source's clock was ahead (+) or behind (-). */
  clockOffset: z.int().optional(),
  /** Number of files where the exhibit is a folder. */
  files: z.int().optional(),
  /** True where the file changed while it was read. */
  changedWhileRead: z.boolean().optional(),
  duplicateOf: z.string().optional(),
  collected: z.string(),
  collectedBy: z.string(),
  /** Last instant at which it must still be there; null while that is not known. */
  retainUntil: z.string().nullable(),
  hold: z.boolean(),
  holder: z.string(),
  ...custodyStateFields,
  /** Where the bytes are, as far as this file tells; `released` = removed by an entry. */
  bytes: z.enum(['here', 'elsewhere', 'not-here', 'released']),
  lastVerified: z.strictObject({ at: z.string(), ok: z.boolean() }).nullable(),
});

const failedFileSchema = z.strictObject({ path: z.string(), code: z.string(), message: z.string() });

export const evidenceAddedSchema = z.strictObject({
  exhibits: z.array(exhibitSchema),
  failed: z.array(failedFileSchema),
});

export const verifyResultSchema = z.strictObject({
  exhibit: z.string(),
  ok: z.boolean(),
  expected: z.string(),
  found: z.string(),
  reason: z.string(),
});

export const evidenceMethods = {
  /** A job: its result is `evidenceAddedSchema`. */
  'evidence.add': method(
    z.strictObject({
      paths: z.array(z.string().min(1)).min(1),
      mode: z.enum(['stored', 'reference']).optional(),
      title: z.string().optional(),
      type: evidenceTypeSchema.optional(),
      source: z.string().optional(),
      collectedBy: z.string().optional(),
      at: z.string().optional(),
      zone: z.string().optional(),
      /** Seconds. */
      clockOffset: z.int().optional(),
      /** `FROM..TO` as typed. */
      covers: z.string().optional(),
      also: z.array(z.enum(['sha1', 'md5'])).optional(),
    }),
    jobStartedSchema,
  ),
  'evidence.list': method(z.strictObject({}), z.strictObject({ exhibits: z.array(exhibitSchema) })),
  'evidence.show': method(
    z.strictObject({ exhibit: z.string() }),
    z.strictObject({ exhibit: exhibitSchema, custody: z.array(custodyEventSchema), holder: z.string() }),
  ),
  /** A job: its result is `{results: verifyResultSchema[]}`; each check is recorded as a custody event. */
  'evidence.verify': method(z.strictObject({ exhibits: z.array(z.string()) }), jobStartedSchema),
  'evidence.extract': method(
    z.strictObject({ exhibit: z.string(), to: z.string() }),
    z.strictObject({ exhibit: z.string(), path: z.string(), size: z.int(), sha256: z.string() }),
  ),
} as const;

export type Exhibit = z.infer<typeof exhibitSchema>;
export type EvidenceType = z.infer<typeof evidenceTypeSchema>;
export type EvidenceAdded = z.infer<typeof evidenceAddedSchema>;
export type VerifyResult = z.infer<typeof verifyResultSchema>;
