import * as z from 'zod';
import { kind, line, occurred } from './kind.ts';

/** Somebody came to work on the incident, or left. */
export const presence = kind({
  name: 'presence',
  version: 1,
  fields: z.strictObject({
    person: line,
    here: z.boolean(),
    occurred: occurred.optional(),
  }),
  personal: ['person', 'occurred'],
});
