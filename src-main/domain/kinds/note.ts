import * as z from 'zod';
import { kind, line, occurred } from './kind.ts';

/** What a person wrote down, exactly as typed. */
export const note = kind({
  name: 'note',
  version: 1,
  fields: z.strictObject({
    text: line,
    occurred: occurred.optional(),
    phase: line.optional(),
    tags: z.array(line).optional(),
  }),
  personal: ['text', 'tags', 'occurred'],
});
