import * as z from 'zod';
import { errorSchema } from './error.ts';
import { method } from './method.ts';

const jobKindSchema = z.enum([
  'evidence.add',
  'evidence.verify',
  'evidence.compare',
  'evidence.extract',
  'record.verify',
  'share.copy',
  'share.bag',
  'share.standard',
  'record.merge',
  'record.preview',
  'record.compare',
  'timeline.import',
  'log.import',
  'log.export',
  'document.make',
]);

export const jobStartedSchema = z.strictObject({ job: z.string() });

/**
 * Progress of long work. `done` and `total` count `unit`s of the item; `all` those of the whole job, where it has
 * several items; `rate` is units per second, `eta` seconds until all is done.
 */
export const jobProgressSchema = z.strictObject({
  job: z.string(),
  kind: jobKindSchema,
  /** What is being worked on now: a file name, a table. */
  item: z.string(),
  unit: z.enum(['bytes', 'rows']),
  done: z.number(),
  total: z.number().nullable(),
  all: z
    .strictObject({
      /** Which item this is, from 1, and how many there are. */
      item: z.int(),
      items: z.int(),
      done: z.number(),
      /** Null where it is not known yet, as before a folder was looked through. */
      total: z.number().nullable(),
    })
    .optional(),
  rate: z.number().nullable(),
  eta: z.number().nullable(),
});

/** The end of a job: `result` has the shape that its method names. */
export const jobEndedSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), job: z.string(), kind: jobKindSchema, result: z.unknown() }),
  z.strictObject({ ok: z.literal(false), job: z.string(), kind: jobKindSchema, error: errorSchema }),
]);

export const jobMethods = {
  /** Answers within 500 ms; what was finished before stays. */
  'job.cancel': method(
    () => z.strictObject({ job: z.string() }),
    () => z.strictObject({}),
  ),
  /** Work stands still within 500 ms, and goes on where it stood. */
  'job.pause': method(
    () => z.strictObject({ job: z.string() }),
    () => z.strictObject({}),
  ),
  'job.resume': method(
    () => z.strictObject({ job: z.string() }),
    () => z.strictObject({}),
  ),
} as const;

export type JobKind = z.infer<typeof jobKindSchema>;
export type JobProgress = z.infer<typeof jobProgressSchema>;
export type JobEnded = z.infer<typeof jobEndedSchema>;
