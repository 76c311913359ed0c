import * as z from 'zod';
import { hash, kind, line } from './kind.ts';

/** Links an exhibit to an entry. */
export const attachment = kind({
  name: 'attachment',
  version: 1,
  fields: z.strictObject({
    entry: hash,
    /** Hash of the `evidence` entry. */
    evidence: hash,
    exhibit: line,
  }),
  personal: [],
});
