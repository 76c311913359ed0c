import * as z from 'zod';
import { count, hash, kind, line } from './kind.ts';

/** The complete documentation was written into a file, which is not encrypted. */
export const report = kind({
  name: 'report',
  version: 1,
  fields: z.strictObject({
    format: z.enum(['html', 'pdf']),
    file: line,
    size: count,
    sha256: hash,
    /** Fingerprint of the record that it shows (FORMAT.md §7.4), and how many entries that is. */
    head: hash,
    entries: count,
  }),
  personal: ['file'],
});
