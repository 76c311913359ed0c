import * as z from 'zod';
import { entrySchema } from '../../../../src-main/contract/entry.ts';

/** A command with arguments, the exit status that it gives, and what its answer holds at least. */
export type CommandRow = readonly [name: string, args: () => string[], status: number, data: z.ZodType];

export const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
export const size = z.int().min(0);

/** What a script may rely on (cli.md). More may be there. */
export const entry = entrySchema.extend({
  id: hash,
  recorded: instant,
  n: z.int(),
  parents: z.array(hash),
});
