import * as z from 'zod';
import { hash, kind, line, occurred } from './kind.ts';

export const custodyEvents = [
  'collected',
  'sealed',
  'transferred',
  'acknowledged',
  'examined',
  'copied',
  'verified',
  'returned',
  'disposed',
] as const;

export type CustodyEventName = (typeof custodyEvents)[number];

/** One event in the chain of custody of one exhibit (ISO/IEC 27037 §6.1, NIST SP 800-86 §3.1.2). */
export const custody = kind({
  name: 'custody',
  version: 1,
  fields: z.strictObject({
    /** Hash of the `evidence` entry. */
    evidence: hash,
    /** The exhibit number as it read when this was written. */
    exhibit: line,
    event: z.enum(custodyEvents),
    performed_by: line,
    from: line.optional(),
    to: line.optional(),
    witness: line.optional(),
    purpose: line.optional(),
    authority: line.optional(),
    location: line.optional(),
    seal: line.optional(),
    condition: line.optional(),
    method: line.optional(),
    tool: line.optional(),
    /** SHA-256 expected before the event, and found at it. */
    hash_before: hash.optional(),
    hash_after: hash.optional(),
    result: line.optional(),
    occurred: occurred.optional(),
    /** Of an acknowledgement: hash of the transfer or return that it acknowledges. */
    acknowledges: hash.optional(),
    /** Of a disposal: the stored bytes were removed from this record. */
    released: z.literal(true).optional(),
    /** Why the record differs, where the event does not follow from the one before. */
    despite: line.optional(),
  }),
  personal: [
    'performed_by',
    'from',
    'to',
    'witness',
    'purpose',
    'authority',
    'location',
    'seal',
    'condition',
    'method',
    'result',
    'despite',
    'occurred',
  ],
});
