import * as z from 'zod';

/** Files that other tools for timelines read. */
export const interchangeFormatSchema = z.enum(['timesketch-jsonl', 'timesketch-csv', 'plaso']);
export type InterchangeFormat = z.infer<typeof interchangeFormatSchema>;

/** What such a file cannot hold. */
export const leftOutSchema = z.strictObject({
  /** Rows that are not in it. */
  leftOut: z.strictObject({
    /** They have no time. */
    undated: z.int(),
    /** Their time is outside of what the format holds: of Timesketch the years 1677 to 2262. */
    outside: z.int(),
  }),
  /** Rows that are in it with the beginning of a text that was longer than 32,766 bytes. */
  shortened: z.int(),
});
export type LeftOut = z.infer<typeof leftOutSchema>;
