import * as z from 'zod';
import { entrySchema, signedBySchema, trustSchema } from './entry.ts';
import { method } from './method.ts';

export const comparedBySchema = z.enum(['telephone', 'in-person']);

/** The four words of the PGP list by which people compare a key. */
const keyWordsSchema = z.array(z.string()).length(4);

/** What one key says of another, as it stands. */
const judgementSchema = z.strictObject({
  says: z.enum(['confirmed', 'disowned']),
  judge: signedBySchema,
  by: z.string(),
  why: z.string().optional(),
  since: z.string().nullable(),
  recorded: z.string(),
  entry: z.string(),
});

/** A key that introduced itself in a case. */
const authorSchema = z.strictObject({
  id: z.string(),
  /** The newest name of the person. */
  name: z.string(),
  role: z.string(),
  device: z.string(),
  key: z.string(),
  words: keyWordsSchema,
  trust: trustSchema,
  /** Of a disowned key: entries recorded before keep their trust; null = none does. */
  disownedSince: z.string().nullable(),
  /** Whether the key lies in the profile of this device. */
  thisDevice: z.boolean(),
  /** Other keys of the same person: both say so. */
  samePersonAs: z.array(z.string()),
  judgements: z.array(judgementSchema),
});

const keyArgument = z.strictObject({
  /** At least 8 digits of a key, or its four words. */
  key: z.string(),
  by: comparedBySchema,
  why: z.string().optional(),
});

const judged = z.strictObject({ entry: entrySchema, author: authorSchema });

export const authorMethods = {
  'author.list': method(
    () => z.strictObject({}),
    () =>
      z.strictObject({
        authors: z.array(authorSchema),
        /** The key that writes next; null where none exists yet or one has to be named first. */
        writing: z.string().nullable(),
      }),
  ),
  /** A further key of this device; it introduces itself in a case when it first writes there. */
  'author.add': method(
    () => z.strictObject({ name: z.string(), role: z.string().optional() }),
    () =>
      z.strictObject({
        author: z.strictObject({
          id: z.string(),
          name: z.string(),
          role: z.string(),
          device: z.string(),
          key: z.string(),
          words: keyWordsSchema,
        }),
      }),
  ),
  /** Another name or role for the key that writes, in this case and in the profile. */
  'author.rename': method(
    () => z.strictObject({ name: z.string(), role: z.string().optional() }),
    () => z.strictObject({ entry: entrySchema }),
  ),
  /** Which of this device's authors writes in the window from now on. */
  'author.choose': method(
    () => z.strictObject({ key: z.string() }),
    () => z.strictObject({}),
  ),
  'author.confirm': method(
    () => keyArgument,
    () => judged,
  ),
  'author.disown': method(
    () =>
      keyArgument.extend({
        /** From when on, as typed; from the key's beginning where it is missing. */
        since: z.string().optional(),
        zone: z.string().optional(),
      }),
    () => judged,
  ),
  /** Says that another key is of the same person; it counts where that key says the same. */
  'author.same': method(
    () => z.strictObject({ key: z.string() }),
    () => judged,
  ),
} as const;

export type CaseAuthor = z.infer<typeof authorSchema>;
export type ComparedBy = z.infer<typeof comparedBySchema>;
