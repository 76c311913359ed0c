import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { method } from './method.ts';

const written = z.strictObject({ entry: entrySchema });
const signed = { entry: z.string(), /** UTC. */ at: z.string(), author: entrySchema.shape.author };
const when = { at: z.string().optional(), zone: z.string().optional() };

export const reviewPartSchema = z.enum([
  'summary',
  'retrospective',
  'worked',
  'not-worked',
  'containment',
  'investigation',
]);
const reviewListSchema = z.enum(['cause', 'question', 'improvement']);
const stateSchema = z.enum(['open', 'done', 'dropped']);

const textSchema = z.strictObject({
  part: reviewPartSchema,
  text: z.string(),
  /** Texts of other copies that stand beside it. */
  others: z.array(z.string()),
  ...signed,
});

const itemSchema = z.strictObject({
  item: z.string(),
  list: reviewListSchema,
  text: z.string(),
  owner: z.string().nullable(),
  /** UTC. */
  due: z.string().nullable(),
  state: stateSchema,
  why: z.string().nullable(),
  /** Where copies say different things of it. */
  unsure: z.boolean(),
  ...signed,
});

const approvalSchema = z.strictObject({
  by: z.string(),
  remark: z.string().nullable(),
  lateWhy: z.string().nullable(),
  /** Parts of the review that were written after it. */
  changedSince: z.int(),
  ...signed,
});

const milestoneSchema = z.strictObject({
  name: z.enum(['occurred', 'detected', 'contained', 'eradicated', 'notified', 'closed']),
  /** Of `notified`: the title of the recipient. */
  who: z.string().nullable(),
  /** UTC; null = not known yet. */
  at: z.string().nullable(),
  /** What says so. */
  entry: z.string().nullable(),
  number: z.int().nullable(),
  source: z.enum(['fact', 'phase', 'notice']).nullable(),
});

/** What is looked at after the end of the incident (product.md, phase 5). */
export const reviewMethods = {
  'review.show': method(
    () => z.strictObject({}),
    () =>
      z.strictObject({
        texts: z.array(textSchema),
        items: z.array(itemSchema),
        excerpts: z.array(entrySchema),
        milestones: z.array(milestoneSchema),
        approval: approvalSchema.nullable(),
        /** UTC; null while the incident has not ended. */
        due: z.string().nullable(),
      }),
  ),
  /** Writes a part of it, or writes it anew. */
  'review.write': method(
    () => z.strictObject({ part: reviewPartSchema, text: z.string() }),
    () => written,
  ),
  'review.add': method(
    () =>
      z.strictObject({
        list: reviewListSchema,
        text: z.string(),
        owner: z.string().optional(),
        /** As typed. */
        due: z.string().optional(),
        zone: z.string().optional(),
      }),
    () => written,
  ),
  /** What became of a cause, a question or an improvement. */
  'review.settle': method(
    () =>
      z.strictObject({
        /** Its id, or a unique beginning of it. */
        item: z.string(),
        state: stateSchema,
        why: z.string().optional(),
        ...when,
      }),
    () => written,
  ),
  /** Whether the retrospective shows an entry of the timeline. */
  'review.excerpt': method(
    () => z.strictObject({ entry: z.string(), shown: z.boolean() }),
    () => written,
  ),
  'review.approve': method(
    () =>
      z.strictObject({
        by: z.string(),
        remark: z.string().optional(),
        lateWhy: z.string().optional(),
        ...when,
      }),
    () => written,
  ),
  /** The plan of the case with what is to be improved, as a document, or written into a file that must not be there. */
  'review.export': method(
    () => z.strictObject({ path: z.string().min(1).optional() }),
    () =>
      z.strictObject({
        document: z.string(),
        title: z.string(),
        version: z.int(),
        improvements: z.array(itemSchema),
      }),
  ),
  /** What is to be improved goes into the plan of the preparation, as its next version. */
  'review.into-preparation': method(
    () => z.strictObject({}),
    () => z.strictObject({ entry: entrySchema, title: z.string(), version: z.int() }),
  ),
} as const;

export type ReviewView = z.infer<(typeof reviewMethods)['review.show']['response']>;
export type ReviewItemView = z.infer<typeof itemSchema>;
export type MilestoneView = z.infer<typeof milestoneSchema>;
export type ReviewPart = z.infer<typeof reviewPartSchema>;
export type ReviewList = z.infer<typeof reviewListSchema>;
