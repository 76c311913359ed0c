import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { method } from './method.ts';

/** A row of a log. */
const logRowSchema = z.strictObject({
  /** Id of its source and its place in it: stays the same while the source is in the index. */
  ref: z.string(),
  source: z.int(),
  /** Label of the exhibit. */
  exhibit: z.string(),
  /** Line or record number, from 1. */
  line: z.int(),
  /** Corrected time, UTC with as many digits as the log has; null without one. */
  time: z.string().nullable(),
  /** The same without the correction. */
  written: z.string().nullable(),
  /** `undated`, `ambiguous`, `nonexistent`, `recovered`, `damaged`, `clipped`, `repeated`, `changed` */
  flags: z.array(z.string()),
  /** The common columns that it has: `address`, `path`, `status` … */
  columns: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Its text; in lists the first 2,000 characters. */
  raw: z.string(),
});
export type LogRow = z.infer<typeof logRowSchema>;

export const askedSchema = z.strictObject({
  query: z.string(),
  /** As typed, or ISO 8601; both ends belong to it. */
  since: z.string().nullable(),
  until: z.string().nullable(),
  /** Of times that are typed without one; the case's where it is not said. */
  zone: z.string().optional(),
});

const stateSchema = z.strictObject({
  /** Of this search, for `log.page` and `log.progress`; the next search ends it. */
  search: z.int(),
  matched: z.int(),
  /** Whether `matched` is final. */
  isDone: z.boolean(),
  looked: z.int(),
  rows: z.int(),
});

const histogramSchema = z.strictObject({
  /** UTC; null where no row has a time. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Rows in each part, of all logs, and of those that were found. */
  all: z.array(z.int()),
  found: z.array(z.int()),
});

const facetSchema = z.strictObject({
  column: z.string(),
  values: z.array(z.strictObject({ value: z.string(), rows: z.int() })),
  distinct: z.int(),
});

export const logSearchMethods = {
  /** The first rows, in the order of time. Counting goes on behind it. @throws `wrong-use` for a faulty query */
  'log.search': method(
    () => askedSchema.extend({ limit: z.int().min(1).max(1000) }),
    () => stateSchema.extend({ page: z.array(logRowSchema), milliseconds: z.number() }),
  ),
  /** More rows of the search that runs. @throws `wrong-use` where another one began */
  'log.page': method(
    () => z.strictObject({ search: z.int(), from: z.int().min(0), count: z.int().min(1).max(1000) }),
    () => z.strictObject({ page: z.array(logRowSchema) }),
  ),
  /** How far the search is, with counts over what was found so far. */
  'log.progress': method(
    () =>
      z.strictObject({
        search: z.int(),
        /** Parts of the histogram; 0 = none. */
        bins: z.int().min(0).max(1000),
        /** Span of the histogram, UTC; null = all rows. */
        from: z.string().nullable(),
        to: z.string().nullable(),
        /** Columns to count values of; `source` among them. */
        facets: z.array(z.string()),
        top: z.int().min(1).max(100),
      }),
    () => stateSchema.extend({ histogram: histogramSchema.nullable(), facets: z.array(facetSchema) }),
  ),
  /** All of one row. @param ref of the row, or `EV-003:88431` (label and line) */
  'log.row': method(
    () => z.strictObject({ ref: z.string() }),
    () =>
      z.strictObject({
        row: logRowSchema,
        /** Name inside an archive; empty for the file itself. */
        member: z.string(),
        sha256: z.string().nullable(),
        /** Bytes from the start of the (unpacked) file. */
        offset: z.number(),
        /** As its format names them. */
        fields: z.array(z.strictObject({ name: z.string(), value: z.string() })),
        /** `%XX` decoded, where there is any; null otherwise. */
        decoded: z.string().nullable(),
        /** What an event means, where it is a known one. */
        meaning: z.string().nullable(),
      }),
  ),
  /** What happened around a row, in all sources. */
  'log.around': method(
    () =>
      z.strictObject({ ref: z.string(), minutes: z.number().positive(), limit: z.int().min(1).max(1000) }),
    () => z.strictObject({ page: z.array(logRowSchema), /** Place of the row in `page`. */ at: z.int() }),
  ),
  /** Searches that were kept under a name, in this case file only. */
  'log.searches': method(
    () => z.strictObject({}),
    () => z.strictObject({ searches: z.array(z.strictObject({ name: z.string(), query: z.string() })) }),
  ),
  /** An empty query forgets the name. */
  'log.keep-search': method(
    () => z.strictObject({ name: z.string().min(1), query: z.string() }),
    () => z.strictObject({}),
  ),
  /**
   * Rows become one entry of the timeline: with their text, file, line and the exhibit's hash.
   * @param remark null = none, or the title of the finding @param finding id of the finding whose rows they are
   */
  'log.pin': method(
    () =>
      z.strictObject({
        rows: z.array(z.string()).min(1).max(200),
        remark: z.string().nullable(),
        finding: z.string().nullable(),
      }),
    () => z.strictObject({ entry: entrySchema }),
  ),
} as const;
