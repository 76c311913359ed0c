import * as z from 'zod';
import { json, kind, text } from './kind.ts';

/** A plan document as it was given with `new --plan`, word for word. */
export const plan = kind({
  name: 'plan',
  version: 1,
  fields: z.strictObject({ document: json, file: text.optional() }),
  personal: ['document', 'file'],
});
