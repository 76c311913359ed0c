import * as z from 'zod';
import { count, hash, kind, line } from './kind.ts';

/** Both sides of a fork become part of the record, for a reason. */
export const admission = kind({
  name: 'admission',
  version: 1,
  fields: z.strictObject({
    author: hash,
    writer: z.string().regex(/^[0-9a-f]{32}$/),
    n: count,
    why: line,
  }),
  personal: ['why'],
});
