import * as z from 'zod';
import { hash, kind, line } from './kind.ts';

/** While an exhibit is on hold it must not be disposed of. */
export const hold = kind({
  name: 'hold',
  version: 1,
  fields: z.strictObject({ evidence: hash, exhibit: line, on: z.boolean(), why: line }),
  personal: ['why'],
});
