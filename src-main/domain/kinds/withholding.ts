import * as z from 'zod';
import { fieldName, hash, kind, line } from './kind.ts';

/** Takes the text of one field away everywhere, such as a password pasted by mistake; its digest stays. */
export const withholding = kind({
  name: 'withholding',
  version: 1,
  fields: z.strictObject({ entry: hash, field: fieldName, digest: hash, why: line }),
  personal: ['why'],
});
