import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { interchangeFormatSchema, leftOutSchema } from './interchange.ts';
import { method } from './method.ts';

const oneOrMore = z.union([z.string(), z.array(z.string())]).optional();

/** What a timeline shows: each part that is given must hold; of several values of one part, any. */
const timelineFilterSchema = z.strictObject({
  since: z.string().optional(),
  until: z.string().optional(),
  kinds: z.array(z.string()).optional(),
  author: oneOrMore,
  phase: oneOrMore,
  tag: oneOrMore,
  search: z.string().optional(),
  /** Only what came into this file since `timeline.look`. */
  unseen: z.boolean().optional(),
  by: z.enum(['occurred', 'recorded']).optional(),
});

/** Some places of what a timeline shows, in a zone of its own. */
export const timelinePartSchema = timelineFilterSchema.extend({
  zone: z.string().optional(),
  offset: z.int().min(0).optional(),
  limit: z.int().min(1).optional(),
});

const choiceSchema = z.strictObject({ value: z.string(), count: z.int() });

const stretchSchema = z.strictObject({ from: z.number(), to: z.number() });

/** What the strip shows: a stretch, or the shortest one with nine of ten entries; the whole record where it is not given. */
const zoomSchema = z.union([z.literal('dense'), stretchSchema]);

/** What can be filtered by, with what each value would show beside the other filters, and the strip over time. */
const surveySchema = z.strictObject({
  total: z.int(),
  all: z.int(),
  kinds: z.array(choiceSchema),
  authors: z.array(z.strictObject({ name: z.string(), keys: z.array(z.string()), count: z.int() })),
  phases: z.array(choiceSchema),
  tags: z.array(choiceSchema),
  /** Entries over a stretch of time in equal pieces, ms since 1970 UTC. Null without any entry. */
  strip: z
    .strictObject({
      ...stretchSchema.shape,
      counts: z.array(z.int()),
      /** The time of the whole record. */
      whole: stretchSchema,
      /** Entries that are shown and lie before or behind the stretch. */
      outside: z.int(),
    })
    .nullable(),
  /** When somebody looked last in this file, UTC; null where nobody said so. */
  looked: z.string().nullable(),
});

export const timelineMethods = {
  /**
   * Entries in order, oldest first. Without `offset` the last `limit` entries.
   * `total` counts all that match before `limit`.
   */
  'timeline.list': method(
    () =>
      timelineFilterSchema.extend({
        offset: z.int().min(0).optional(),
        limit: z.int().min(0).optional(),
      }),
    () => z.strictObject({ entries: z.array(entrySchema), total: z.int() }),
  ),
  'timeline.survey': method(
    () => timelineFilterSchema.extend({ buckets: z.int().min(1).max(1000), zoom: zoomSchema.optional() }),
    () => surveySchema,
  ),
  /** Where an entry stands in that list, null where it is not shown; or where the list is at an instant. */
  'timeline.place': method(
    () => timelineFilterSchema.extend({ entry: z.string().optional(), at: z.iso.datetime().optional() }),
    () => z.strictObject({ index: z.int().nullable() }),
  ),
  /** What a list shows, written down as a file that stands alone; all of it without `offset` and `limit`. */
  'timeline.export': method(
    () =>
      timelinePartSchema.extend({
        /** `paper`: the printer adds page numbers; `page`: the page asks the browser for them. */
        format: z.union([z.enum(['page', 'paper', 'csv', 'markdown']), interchangeFormatSchema]),
      }),
    () =>
      z.strictObject({
        text: z.string(),
        /** Proposed file name without its ending. */
        name: z.string(),
        entries: z.int(),
        /** Plain text for the foot of every printed page. */
        foot: z.string(),
        ...leftOutSchema.shape,
      }),
  ),
  /** Everything that is in the file now has been looked at. Local to the file, no part of the record. */
  'timeline.look': method(
    () => z.strictObject({}),
    () => z.strictObject({ looked: z.string() }),
  ),
  'entry.show': method(
    () => z.strictObject({ entry: z.string() }),
    () =>
      z.strictObject({
        entry: entrySchema,
        /** Header bytes as text, signature in hex: what a stranger needs to check this entry. */
        header: z.string(),
        signature: z.string(),
      }),
  ),
  /** Takes the text of one field away for good; its digest stays. */
  'entry.withhold': method(
    () => z.strictObject({ entry: z.string(), field: z.string(), why: z.string() }),
    () => z.strictObject({ entry: entrySchema }),
  ),
  /** Links an exhibit to an entry. */
  'entry.attach': method(
    () => z.strictObject({ entry: z.string(), exhibit: z.string() }),
    () => z.strictObject({ entry: entrySchema }),
  ),
} as const;

export type TimelineFilter = z.infer<typeof timelineFilterSchema>;
export type TimelineSurvey = z.infer<typeof surveySchema>;
