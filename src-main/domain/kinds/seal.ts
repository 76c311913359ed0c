import * as z from 'zod';
import { count, hash, kind, line, text } from './kind.ts';

/** The last entry of normal work: custody, retention, disposal and merges go on after it. */
export const seal = kind({
  name: 'seal',
  version: 1,
  fields: z.strictObject({
    /** Fingerprint of the record before this entry (FORMAT.md §7.4), and how many entries it fixes. */
    head: hash,
    entries: count,
    /** Why it was sealed although its review is not approved. */
    despite: text.optional(),
  }),
  personal: ['despite'],
});

/** Normal work begins again, for a reason. */
export const unseal = kind({
  name: 'unseal',
  version: 1,
  fields: z.strictObject({ why: line }),
  personal: ['why'],
});
