import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { method } from './method.ts';

/** What a rule found in the logs. */
const findingSchema = z.strictObject({
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
  /** What it is about: an address, an account, a path, a source; empty where it has no such thing. */
  about: z.string(),
  /** What was counted, in words; empty where `rows` says all. */
  detail: z.string(),
  /** How many rows it rests on. */
  rows: z.int(),
  /** The first of them, 200 at most. */
  evidence: z.array(z.string()),
  /** A search for its rows, from `first` to `last`; null where none finds them. */
  query: z.string().nullable(),
  /** Whether `query` finds these rows and no others in that time; where false, others may be among them. */
  isExact: z.boolean(),
  /** UTC, with the clocks of the logs corrected; null where no row has a time. */
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

const judgedSchema = z.strictObject({ finding: z.string().min(1), why: z.string() });

export const findingMethods = {
  /**
   * What the rules found, at once. Where something was read since, they are asked anew behind it: `running` says how
   * far they are, and whoever waits for them asks again. While logs are read they wait for the end of that.
   */
  'log.findings': method(
    () => z.strictObject({}),
    () =>
      z.strictObject({
        findings: z.array(findingSchema),
        /** Findings of a rule that are left out, because it has so many. */
        notShown: z.array(z.strictObject({ rule: z.string(), title: z.string(), count: z.int() })),
        /** Titles of rules that met more rows or values than they look at. */
        incomplete: z.array(z.string()),
        /** Of the logs as they are now, of those before, or of none yet. */
        state: z.enum(['current', 'old', 'none']),
        /** Rules that were asked, of how many, and the title of the one that is asked now; null where none is. */
        running: z.strictObject({ done: z.int(), total: z.int().nullable(), rule: z.string() }).nullable(),
      }),
  ),
  /** Sets a finding aside. @throws `text-empty` without a reason, `wrong-use` for an unknown finding */
  'log.dismiss': method(
    () => judgedSchema,
    () => z.strictObject({ entry: entrySchema }),
  ),
  /** Takes up again what was set aside. @throws as `log.dismiss`, and `wrong-use` where it is open */
  'log.reopen': method(
    () => judgedSchema,
    () => z.strictObject({ entry: entrySchema }),
  ),
} as const;
