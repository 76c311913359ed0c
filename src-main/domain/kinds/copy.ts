import * as z from 'zod';
import { count, hash, kind, line } from './kind.ts';

/** Written into the original before it is copied, so that the copy carries it and knows its own series. */
export const copy = kind({
  name: 'copy',
  version: 1,
  fields: z.strictObject({
    /** Letters of the copy's own exhibit numbers. */
    series: z.string().regex(/^[A-Z]+$/),
    evidence: z.enum(['all', 'small', 'none']),
    redact: z.enum(['none', 'personal']),
    /** Who it is for. */
    to: line.optional(),
    /** Programs let nobody write in it. */
    read_only: z.literal(true).optional(),
  }),
  personal: ['to'],
});

/** The finished copy's file, recorded in the original only. */
export const copyMade = kind({
  name: 'copy-made',
  version: 1,
  fields: z.strictObject({
    copy: hash,
    file: line,
    size: count,
    sha256: hash,
    entries: count,
    /** Stored exhibits whose bytes are in the original and not in the copy; `bytes` as they are kept, packed. */
    left_out: z.strictObject({ exhibits: count, bytes: count }).optional(),
  }),
  personal: ['file'],
});
