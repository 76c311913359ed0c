import * as z from 'zod';

/** An error as data: what crosses a process edge or stands in the CLI's JSON. */
export const errorSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
});

export type ErrorData = z.infer<typeof errorSchema>;
