import * as z from 'zod';
import { kind, line } from './kind.ts';

/** The incident enters another phase of the plan. */
export const phase = kind({
  name: 'phase',
  version: 1,
  fields: z.strictObject({ phase: line, before: line.optional(), why: line.optional() }),
  personal: ['why'],
});
