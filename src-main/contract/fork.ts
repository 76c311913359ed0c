import * as z from 'zod';
import { jobStartedSchema } from './job.ts';
import { method } from './method.ts';

export const forkMethods = {
  /** Forks whose later side waits outside the record. */
  'fork.list': method(
    () => z.strictObject({}),
    () =>
      z.strictObject({
        forks: z.array(
          z.strictObject({
            /** Hash of the first entry that waits. */
            id: z.string(),
            author: z.string(),
            /** Name of the author in this record. */
            name: z.string(),
            writer: z.string(),
            n: z.int(),
            entries: z.int(),
            /** File that it came from, and when, UTC. */
            origin: z.string(),
            arrived: z.string(),
          }),
        ),
      }),
  ),
  /** Writes the waiting entries of a fork to a file: header text, signature and fields of each. */
  'fork.export': method(
    () => z.strictObject({ fork: z.string(), path: z.string().min(1) }),
    () => z.strictObject({ path: z.string(), size: z.int(), sha256: z.string(), entries: z.int() }),
  ),
  /** A job: its result is `mergedSchema`. Makes both sides part of the record, for a reason that is an entry. */
  'fork.admit': method(
    () => z.strictObject({ fork: z.string(), why: z.string() }),
    () => jobStartedSchema,
  ),
} as const;
