import * as z from 'zod';
import { interchangeFormatSchema, leftOutSchema } from './interchange.ts';
import { jobStartedSchema } from './job.ts';
import { askedSchema } from './log-search.ts';
import { method } from './method.ts';

/** Result of the job `log.export`. */
export const logExportedSchema = z.strictObject({
  path: z.string(),
  size: z.int(),
  sha256: z.string(),
  /** Rows that were found, and of those the ones that are in the file. */
  matched: z.int(),
  rows: z.int(),
  ...leftOutSchema.shape,
  /** Of the rows that are in the file those in which the id of a session (`JSESSIONID`, `CFTOKEN` …) is `***`. */
  masked: z.int(),
  /** Labels of logs that are not, or not wholly, in the index: what they hold was not looked at. */
  notSearched: z.array(z.string()),
});
export type LogExported = z.infer<typeof logExportedSchema>;

export const logExportMethods = {
  /**
   * A job: writes every row that a query finds into a new file, row by row. An empty query finds all. Its result is
   * `logExportedSchema`.
   */
  'log.export': method(
    () =>
      askedSchema.extend({
        format: interchangeFormatSchema,
        /** Must not be there. */
        path: z.string().min(1),
      }),
    () => jobStartedSchema,
  ),
} as const;
