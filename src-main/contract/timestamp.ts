import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { method } from './method.ts';
import { fingerprintSchema } from './witness.ts';

export const stampSchema = z.strictObject({
  /** Entry that keeps it. */
  entry: z.string(),
  /** The fingerprint whose SHA-256 was stamped, hex. */
  head: z.string(),
  /** Entries that it fixes; 0 where this record has no such fingerprint. */
  fixes: z.int(),
  /** Instant at which the authority says that it stamped, UTC. */
  at: z.string(),
  /** Subject of the certificate that signed. */
  authority: z.string(),
  /** What does not hold, as ends of a sentence; empty where all does. */
  faults: z.array(z.string()),
});

export const timestampMethods = {
  /** Writes a request for a time stamp of the present fingerprint (RFC 3161, `.tsq`). Writes no entry. */
  'timestamp.request': method(
    () => z.strictObject({ path: z.string().min(1) }),
    () => z.strictObject({ path: z.string(), asked: fingerprintSchema }),
  ),
  /** Takes the answer of an authority (`.tsr`) into the record as an entry, where it is one to a request of this file. */
  'timestamp.import': method(
    () => z.strictObject({ path: z.string().min(1) }),
    () => z.strictObject({ entry: entrySchema }),
  ),
  /** Checks all time stamps of the record again. */
  'timestamp.check': method(
    () =>
      z.strictObject({
        /** PEM file with certificates of authorities; absent = whose they are, is not asked. */
        ca: z.string().min(1).optional(),
      }),
    () => z.strictObject({ ok: z.boolean(), authorityChecked: z.boolean(), stamps: z.array(stampSchema) }),
  ),
} as const;

export type Stamp = z.infer<typeof stampSchema>;
