import * as z from 'zod';
import { jobStartedSchema } from './job.ts';
import { method } from './method.ts';
import { listedEntrySchema, trustSchema } from './entry.ts';
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

/** An entry that only one of two files has; name and trust are as the file says that has it. */
export const lackedSchema = listedEntrySchema.extend({
  /** It follows from the later side of a fork, and would wait outside the record. */
  waits: z.boolean(),
});

const msSchema = z.int().nullable();

export const previewSchema = comparedSchema.extend({
  /** Entries that would become part of the record; those of forks would wait. */
  entries: z.int(),
  /** When the first and the last of them was recorded, by the clocks of those who wrote them; UTC. */
  first: z.string().nullable(),
  last: z.string().nullable(),
  /**
   * Of each kind, how many would come in and how many only this file has, the most first. `known` is false where a newer
   * Holdfast wrote entries of that kind: they are kept as they are.
   */
  kinds: z.array(
    z.strictObject({ kind: z.string(), entries: z.int(), onlyHere: z.int(), known: z.boolean() }),
  ),
  authors: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      words: z.array(z.string()),
      /** Trust of the key in this record; null where the record does not know the key. */
      trust: trustSchema.nullable(),
      entries: z.int(),
      first: z.string(),
      last: z.string(),
    }),
  ),
  /** Exhibits that would come in, and those whose bytes would: the first 500 of them, and how many there are. */
  exhibits: z.array(
    z.strictObject({
      entry: z.string(),
      exhibit: z.string(),
      title: z.string(),
      size: z.int().nullable(),
      /** Whether the exhibit itself is new here. */
      isNew: z.boolean(),
      /**
       * `come`: they have the recorded hash. `wrong`: they have another one and would be left. `missing`: the copy says
       * that it has them and does not. `left`: this file was made without such bytes. `none`: nothing is stored.
       */
      bytes: z.enum(['come', 'wrong', 'missing', 'left', 'none']),
    }),
  ),
  exhibitsInAll: z.int(),
  /** How many exhibits their bytes come with, and the size of those files in bytes. */
  stored: z.strictObject({ exhibits: z.int(), bytes: z.int() }),
  branches: z.array(
    z.strictObject({ from: z.string(), recorded: z.string(), text: z.string(), entries: z.int() }),
  ),
  /** Statements that would stand beside each other, because the copy has at least one of them. */
  conflicts: z.array(
    z.strictObject({
      what: z.string(),
      about: z.string().nullable(),
      values: z.array(
        z.strictObject({
          side: z.enum(['here', 'there']),
          text: z.string(),
          name: z.string(),
          recorded: z.string(),
        }),
      ),
    }),
  ),
  /** An estimate of how far the clocks of those who wrote them are ahead of the clock of this device's author, in ms. */
  clocks: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      /** From the last comparison of each of both clocks with another one; null where one of them lacks it. */
      compared: z.int().nullable(),
      /** From the order of entries: not less than `least`, not more than `most`; null where nothing tells. */
      least: msSchema,
      most: msSchema,
    }),
  ),
});

const otherFile = z.strictObject({
  path: z.string().min(1),
  /** Absent where this is the copy that was looked at last. */
  passphrase: z.string().min(1).optional(),
});

export const mergeMethods = {
  /** A job: its result is `mergedSchema`. Takes in the entries of another copy of the case; writes no entry. */
  'record.merge': method(
    () =>
      otherFile.extend({
        /** Merge although both files together lack entries that this device has seen. */
        continueOlder: z.boolean().optional(),
      }),
    () => jobStartedSchema,
  ),
  /**
   * A job: its result is `previewSchema`. Says what a merge would bring, and changes nothing. All bytes that would come in
   * are read.
   */
  'record.preview': method(
    () => otherFile,
    () => jobStartedSchema,
  ),
  /** A job: its result is `comparedSchema`. Changes nothing. */
  'record.compare': method(
    () => otherFile,
    () => jobStartedSchema,
  ),
  /** A page of what only one file has, by the time at which it was recorded, of the copy that was looked at last. */
  'record.lacked': method(
    () =>
      z.strictObject({
        side: z.enum(['here', 'there']),
        from: z.int().min(0),
        limit: z.int().min(1).max(500),
      }),
    () => z.strictObject({ entries: z.array(lackedSchema), total: z.int() }),
  ),
  /** Forgets the copy that was looked at last, and its key. */
  'record.leave': method(
    () => z.strictObject({}),
    () => z.strictObject({}),
  ),
} as const;

export type Merged = z.infer<typeof mergedSchema>;
export type Preview = z.infer<typeof previewSchema>;
export type Lacked = z.infer<typeof lackedSchema>;
export type Compared = z.infer<typeof comparedSchema>;
