import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { method } from './method.ts';

const written = z.strictObject({ entry: entrySchema });
const signedBy = entrySchema.shape.author;

const handoverSchema = z.strictObject({
  entry: z.string(),
  number: z.int(),
  from: signedBy,
  to: z.string(),
  /** UTC. */
  at: z.string(),
  note: z.string().nullable(),
  phases: z.array(z.string()),
  steps: z.array(z.strictObject({ id: z.string(), title: z.string(), due: z.string().nullable() })),
  deadlines: z.array(z.strictObject({ id: z.string(), title: z.string(), due: z.string() })),
  entries: z.array(entrySchema),
  /** Who took it over, each with an entry of their own; empty = nobody yet. */
  accepted: z.array(
    z.strictObject({
      entry: z.string(),
      by: signedBy,
      at: z.string(),
      remark: z.string().nullable(),
    }),
  ),
  /** A later one took its place. */
  superseded: z.boolean(),
});

/** “I am off, you have it.” */
export const handoverMethods = {
  /** The newest first. */
  'handover.list': method(
    () => z.strictObject({}),
    () => z.strictObject({ handovers: z.array(handoverSchema) }),
  ),
  'handover.give': method(
    () => z.strictObject({ to: z.string(), note: z.string().optional() }),
    () => written,
  ),
  /** The receiver signs, too. */
  'handover.accept': method(
    () => z.strictObject({ remark: z.string().optional() }),
    () => written,
  ),
  /** The last hand-over as a page that stands alone. */
  'handover.page': method(
    () =>
      /** `paper`: the printer adds page numbers; `page`: the page asks the browser for them. */
      z.strictObject({ for: z.enum(['page', 'paper']) }),
    () =>
      z.strictObject({
        html: z.string(),
        /** Proposed file name without its ending. */
        name: z.string(),
        foot: z.string(),
      }),
  ),
} as const;

export type HandoverView = z.infer<typeof handoverSchema>;
