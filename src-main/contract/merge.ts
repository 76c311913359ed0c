import * as z from 'zod';
import { jobStartedSchema } from './job.ts';
import { method } from './method.ts';
import { problemSchema } from './record.ts';

/** One position of a writer that was written twice with the same key. */
const forkSchema = z.strictObject({
  /** Key of the author, hex. */
  author: z.string(),
  writer: z.string(),
  n: z.int(),
  /** Entries that wait outside the record: the later side and all that follows from it. */
  entries: z.int(),
});

export const mergedSchema = z.strictObject({
  added: z.strictObject({ entries: z.int(), exhibits: z.int(), authors: z.int() }),
  /** Keys that this record did not know, with the four words by which people compare them. */
  newAuthors: z.array(z.strictObject({ key: z.string(), name: z.string(), words: z.array(z.string()) })),
  /** Where the record was continued in two copies, and how many entries of the other side followed from there. */
  branches: z.array(z.strictObject({ from: z.string(), entries: z.int() })),
  /** Statements that stand beside each other until an entry settles them. */
  conflicts: z.array(
    z.strictObject({
      what: z.string(),
      /** What a corrected entry says, or which exhibit it is about; null where `what` says it. */
      about: z.string().nullable(),
      values: z.array(z.string()),
    }),
  ),
  forks: z.array(forkSchema),
  /** Forks of whom both sides were taken in, because an entry of the other file admits it. */
  admitted: z.array(z.strictObject({ author: z.string(), writer: z.string() })),
  /** Exhibits whose stored bytes came in. */
  evidence: z.int(),
  /**
   * What is wrong with the other file; then nothing was taken in. Or stored bytes of it that do not have the recorded
   * hash: those alone were left.
   */
  problems: z.array(problemSchema),
});

export const comparedSchema = z.strictObject({
  /** Entries that both files have, and that only one has. */
  same: z.int(),
  onlyHere: z.int(),
  onlyThere: z.int(),
  forks: z.array(forkSchema),
  problems: z.array(problemSchema),
});

const otherFile = z.strictObject({ path: z.string().min(1), passphrase: z.string().min(1) });

export const mergeMethods = {
  /** A job: its result is `mergedSchema`. Takes in the entries of another copy of the case; writes no entry. */
  'record.merge': method(
    otherFile.extend({
      /** Merge although both files together lack entries that this device has seen. */
      continueOlder: z.boolean().optional(),
    }),
    jobStartedSchema,
  ),
  /** A job: its result is `comparedSchema`. Changes nothing. */
  'record.compare': method(otherFile, jobStartedSchema),
} as const;

export type Merged = z.infer<typeof mergedSchema>;
export type Compared = z.infer<typeof comparedSchema>;
