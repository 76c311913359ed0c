import * as z from 'zod';
import { count, hash, kind, line, occurred } from './kind.ts';

/** Somebody outside the device was told the fingerprint of the record. */
export const witness = kind({
  name: 'witness',
  version: 1,
  fields: z.strictObject({
    /** The fingerprint that was told (FORMAT.md §7.4), and how many entries it fixes. */
    head: hash,
    entries: count,
    person: line,
    by: z.enum(['telephone', 'in-person', 'message', 'paper']),
    occurred: occurred.optional(),
  }),
  personal: ['person', 'occurred'],
});
