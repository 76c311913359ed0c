import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { method } from './method.ts';

/** What a rule found in the logs. */
export const findingSchema = z.strictObject({
  /** Of the rule and of what it found (such as an address): the same again when logs are read anew. */
  id: z.string(),
  rule: z.string(),
  title: z.string(),
  /** Why it matters. */
  why: z.string(),
  /** What to check next. */
  next: z.string(),
  /** What it often is instead. */
  falsePositives: z.string(),
  /** Ids of MITRE ATT&CK techniques, such as `T1505.003`. */
  attack: z.array(z.string()),
  /** What it is about: an address, an account, a path; empty where it has no such thing. */
  about: z.string(),
  /** How many rows it rests on. */
  rows: z.int(),
  /** The first of them. */
  evidence: z.array(z.string()),
  /** A search that finds its rows; null where none does. */
  query: z.string().nullable(),
  /** UTC. */
  first: z.string().nullable(),
  last: z.string().nullable(),
  /** Who set it aside, and why; null where it is open. */
  dismissed: z
    .strictObject({ why: z.string(), by: z.string(), at: z.string(), entry: z.string() })
    .nullable(),
  /** Ids of entries that pinned it. */
  pinned: z.array(z.string()),
});
export type Finding = z.infer<typeof findingSchema>;

export const findingMethods = {
  /** Rules are asked again only where something was read since. */
  'log.findings': method(
    z.strictObject({}),
    z.strictObject({
      findings: z.array(findingSchema),
      /** False where a rule gave up, because there were too many rows for it. */
      isComplete: z.boolean(),
    }),
  ),
  'log.dismiss': method(
    z.strictObject({ finding: z.string(), why: z.string().min(1) }),
    z.strictObject({ entry: entrySchema }),
  ),
} as const;
