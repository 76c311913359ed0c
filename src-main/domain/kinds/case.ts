import * as z from 'zod';
import { kind, line } from './kind.ts';

/** The first entry of a case; the only one without parents. Its author is the founder. */
export const caseKind = kind({
  name: 'case',
  version: 1,
  fields: z.strictObject({
    /** 32 random bytes, base64url: with the founder's key they make the case id. */
    nonce: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    title: line,
    case_kind: z.enum(['incident', 'preparation']),
    practice: z.boolean(),
  }),
  personal: ['title'],
});
