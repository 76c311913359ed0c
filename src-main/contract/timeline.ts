import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { method } from './method.ts';

export const timelineMethods = {
  /**
   * Entries in order, oldest first. Without `offset` the last `limit` entries.
   * `total` counts all that match before `limit`.
   */
  'timeline.list': method(
    z.strictObject({
      since: z.string().optional(),
      until: z.string().optional(),
      kinds: z.array(z.string()).optional(),
      author: z.string().optional(),
      phase: z.string().optional(),
      tag: z.string().optional(),
      search: z.string().optional(),
      by: z.enum(['occurred', 'recorded']).optional(),
      offset: z.int().min(0).optional(),
      limit: z.int().min(0).optional(),
    }),
    z.strictObject({ entries: z.array(entrySchema), total: z.int() }),
  ),
  'entry.show': method(
    z.strictObject({ entry: z.string() }),
    z.strictObject({
      entry: entrySchema,
      /** Header bytes as text, signature in hex: what a stranger needs to check this entry. */
      header: z.string(),
      signature: z.string(),
    }),
  ),
  /** Takes the text of one field away for good; its digest stays. */
  'entry.withhold': method(
    z.strictObject({ entry: z.string(), field: z.string(), why: z.string() }),
    z.strictObject({ entry: entrySchema }),
  ),
  /** Links an exhibit to an entry. */
  'entry.attach': method(
    z.strictObject({ entry: z.string(), exhibit: z.string() }),
    z.strictObject({ entry: entrySchema }),
  ),
} as const;
