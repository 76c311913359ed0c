import * as z from 'zod';
import { json, kind, line, occurred, text } from './kind.ts';

/** A named statement about the incident with the value it had before (product.md, phase 2). */
export const fact = kind({
  name: 'fact',
  version: 1,
  fields: z.strictObject({
    name: line,
    value: json,
    before: json.optional(),
    by: z.array(line).optional(),
    occurred: occurred.optional(),
    grounds: text.optional(),
  }),
  personal: ['value', 'before', 'by', 'grounds', 'occurred'],
});
