import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { method } from './method.ts';

export const noteMethods = {
  /** Resolves only after the note, with its links, is durable in the case file. */
  'note.add': method(
    () =>
      z.strictObject({
        text: z.string(),
        /** A time as typed (`02:14`, `yesterday 23:10`, `02:00..02:30`, ISO 8601); absent = no separate time. */
        at: z.string().optional(),
        zone: z.string().optional(),
        phase: z.string().optional(),
        tags: z.array(z.string()).optional(),
        /** Labels of exhibits that are linked to it, in the same step. */
        exhibits: z.array(z.string()).optional(),
      }),
    () => z.strictObject({ entry: entrySchema }),
  ),
  /** Tags that stand in the case, the most used first: what the note line offers. */
  'tag.list': method(
    () => z.strictObject({}),
    () => z.strictObject({ tags: z.array(z.string()) }),
  ),
  /** How a note reads from now on; the note stays and is shown struck. What is not given stays as it is. */
  'note.correct': method(
    () =>
      z.strictObject({
        /** Id of the note or of one of its corrections, at least 8 digits. */
        entry: z.string(),
        text: z.string().optional(),
        /** Null takes the time away: the note has none of its own. */
        at: z.string().nullable().optional(),
        zone: z.string().optional(),
        tags: z.array(z.string()).optional(),
        reason: z.string(),
      }),
    () => z.strictObject({ entry: entrySchema }),
  ),
  /** Keeps half-typed text in the case file (never an entry, never in a copy). Empty text forgets it. */
  'draft.save': method(
    () => z.strictObject({ place: z.string().max(200), text: z.string() }),
    () => z.strictObject({}),
  ),
  'draft.read': method(
    () => z.strictObject({ place: z.string().max(200) }),
    () => z.strictObject({ text: z.string() }),
  ),
  /** What a typed time means, before anything is saved. */
  'time.understand': method(
    () => z.strictObject({ typed: z.string(), zone: z.string().optional() }),
    () =>
      z.strictObject({
        utc: z.string(),
        until: z.string().optional(),
        zone: z.string(),
        precision: z.string(),
      }),
  ),
} as const;
