import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { jobStartedSchema } from './job.ts';
import { method } from './method.ts';

const factSchema = z.strictObject({
  name: z.string(),
  value: z.string(),
  /** UTC. */
  at: z.string(),
  by: z.array(z.string()),
});

const taskSchema = z.strictObject({
  kind: z.enum(['tell', 'decide', 'review', 'step']),
  title: z.string(),
  due: z.string().nullable(),
  late: z.boolean(),
  /** A message is written. */
  drafted: z.boolean(),
  /** Id in the plan. */
  id: z.string(),
});

const toldSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  state: z.enum(['told', 'not-told', 'not-needed', 'not-decided', 'decided-against']),
  at: z.string().nullable(),
  via: z.string().nullable(),
  why: z.string().nullable(),
});

/** Pages for people who do not have Holdfast: the report, the owner's page, the plan on paper. */
export const documentMethods = {
  /** What the owner sees. */
  'owner.show': method(
    () => z.strictObject({}),
    () =>
      z.strictObject({
        title: z.string(),
        practice: z.boolean(),
        zone: z.string(),
        where: factSchema.nullable(),
        phase: z.strictObject({ title: z.string(), since: z.string().nullable() }),
        decision: factSchema.nullable(),
        ended: z.string().nullable(),
        must: z.array(taskSchema),
        known: z.array(factSchema),
        /** Names of facts. */
        unknown: z.array(z.string()),
        kept: z.array(z.enum(['snapshot', 'backup', 'log'])),
        exhibits: z.int(),
        told: z.array(toldSchema),
        due: z.array(
          z.strictObject({
            title: z.string(),
            due: z.string(),
            late: z.boolean(),
            who: z.string().nullable(),
          }),
        ),
      }),
  ),
  /** A job: its result is a `DocumentMade`. It is kept in memory until it is taken, one at a time. */
  'document.make': method(
    () =>
      z.strictObject({
        what: z.enum(['report', 'owner', 'plan']),
        /** Of a report: what it leaves out; the digests of that stay in it. */
        redact: z
          .strictObject({
            /** All that is personal (FORMAT.md §8). */
            personal: z.boolean().optional(),
            /** Entries by at least 8 digits of their id: what is personal in them and in their corrections. */
            entries: z.array(z.string()).optional(),
            /** `ENTRY:FIELD` */
            fields: z.array(z.string()).optional(),
          })
          .optional(),
      }),
    () => jobStartedSchema,
  ),
  /** Hands it out, once. `paper`: a printer adds the foot of the pages. */
  'document.take': method(
    () => z.strictObject({ document: z.string(), for: z.enum(['page', 'paper']) }),
    () => z.strictObject({ html: z.string(), foot: z.string() }),
  ),
  /** Writes down that the report that was taken last is in a file. */
  'document.record': method(
    () =>
      z.strictObject({
        document: z.string(),
        format: z.enum(['html', 'pdf']),
        file: z.string().min(1),
        size: z.int(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    () => z.strictObject({ entry: entrySchema }),
  ),
} as const;

export type OwnerView = z.infer<(typeof documentMethods)['owner.show']['response']>;

/** The result of `document.make`. */
export const documentMadeSchema = z.strictObject({
  document: z.string(),
  /** For the name of a file, without an ending. */
  name: z.string(),
  entries: z.int(),
  /** What the check of the record said, of a report. */
  sentence: z.string().nullable(),
  ok: z.boolean(),
});
export type DocumentMade = z.infer<typeof documentMadeSchema>;
