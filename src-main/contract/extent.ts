import * as z from 'zod';
import { extentKinds, extentStates } from '../domain/plan/extent.ts';
import { entrySchema } from './entry.ts';
import { method } from './method.ts';

const extentState = z.enum(extentStates);

const saidSchema = z.strictObject({
  entry: z.string(),
  state: extentState,
  before: z.array(z.string()),
  /** Who decided it; empty where the author alone did. */
  by: z.array(z.string()),
  grounds: z.string().nullable(),
  /** UTC. */
  at: z.string(),
  author: entrySchema.shape.author,
});

const itemSchema = z.strictObject({
  of: z.enum(extentKinds),
  item: z.string(),
  /** What stands; several where copies disagree. */
  said: z.array(saidSchema).min(1),
});

/** How far the incident reaches: systems, accounts, data, customers. */
export const extentMethods = {
  'extent.list': method(
    () => z.strictObject({}),
    () => z.strictObject({ items: z.array(itemSchema) }),
  ),
  'extent.state': method(
    () =>
      z.strictObject({
        of: z.enum(extentKinds),
        item: z.string(),
        state: extentState,
        by: z.array(z.string()).optional(),
        grounds: z.string().optional(),
        at: z.string().optional(),
        zone: z.string().optional(),
      }),
    () => z.strictObject({ entry: entrySchema }),
  ),
} as const;

export type ExtentItemView = z.infer<typeof itemSchema>;
