import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { method } from './method.ts';

const written = z.strictObject({ entry: entrySchema });
const worked = z.enum(['yes', 'partly', 'no', 'unknown']);

const listedSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  text: z.string().nullable(),
  phase: z.enum(['containment', 'eradication']),
  destroys: z.boolean(),
  undo: z.string().nullable(),
  retest: z.boolean(),
});

/** What is done to contain and to eradicate (product.md, phases 3 and 4). */
export const actionMethods = {
  'action.list': method(
    () => z.strictObject({}),
    () =>
      z.strictObject({
        /** The plan's catalogue. */
        catalogue: z.array(listedSchema),
        /** What was done, in the order of the record, each with what is known of its result. */
        actions: z.array(z.strictObject({ entry: entrySchema, results: z.array(entrySchema) })),
        /** What is not registered yet and would be lost. */
        notCollected: z.array(z.enum(['snapshot', 'backup', 'log'])),
      }),
  ),
  'action.record': method(
    () =>
      z.strictObject({
        phase: z.enum(['containment', 'eradication']),
        /** Its id in the catalogue of the plan. */
        action: z.string().optional(),
        system: z.string(),
        what: z.string(),
        why: z.string().optional(),
        orderedBy: z.string().optional(),
        doneBy: z.string().optional(),
        device: z.string().optional(),
        undo: z.string().optional(),
        worked: worked.optional(),
        result: z.string().optional(),
        retest: z.string().optional(),
        /** Numbers of exhibits. */
        evidence: z.array(z.string()).optional(),
        /** Why it is done before the evidence is collected. */
        beforeEvidence: z.string().optional(),
        at: z.string().optional(),
        zone: z.string().optional(),
      }),
    () => written,
  ),
  'action.result': method(
    () =>
      z.strictObject({
        /** The id of its entry, or 8 digits of it. */
        action: z.string(),
        worked,
        result: z.string().optional(),
        retest: z.string().optional(),
        evidence: z.array(z.string()).optional(),
        at: z.string().optional(),
        zone: z.string().optional(),
      }),
    () => written,
  ),
} as const;

export type ListedAction = z.infer<typeof listedSchema>;
