import * as z from 'zod';
import { details, evidenceTypes, personalDetails } from './evidence.ts';
import { hash, kind, line } from './kind.ts';

/** Says more about an exhibit, or says it anew. What stands here takes the place of what was said before. */
export const evidenceDetail = kind({
  name: 'evidence-detail',
  version: 1,
  fields: z.strictObject({
    /** Hash of the `evidence` entry. */
    evidence: hash,
    exhibit: line,
    title: line.optional(),
    type: z.enum(evidenceTypes).optional(),
    ...details,
    reason: line.optional(),
  }),
  personal: ['title', 'reason', ...personalDetails],
});
