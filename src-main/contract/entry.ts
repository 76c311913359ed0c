import * as z from 'zod';

/** How far an author's key is trusted; "this device" is display only and stands beside it. */
export const trustSchema = z.enum(['founder', 'confirmed', 'unconfirmed', 'disowned']);

/** Who signed an entry, and how far that key is trusted at its time. */
export const signedBySchema = z.strictObject({ id: z.string(), name: z.string(), trust: trustSchema });

/** When something happened: instants in UTC, the zone it was given in, and the text as typed. */
export const occurredSchema = z.strictObject({
  utc: z.string(),
  until: z.string().optional(),
  zone: z.string(),
  precision: z.enum(['day', 'hour', 'minute', 'second', 'millisecond', 'range', 'approximate']),
  typed: z.string(),
});

export const authorSchema = z.strictObject({ id: z.string(), name: z.string(), trust: trustSchema });

/**
 * An entry as people and scripts see it. Fields of the entry's own kind stand beside the common ones
 * (loose on purpose: a newer Holdfast may have written it).
 */
export const entrySchema = z.looseObject({
  id: z.string(),
  number: z.int(),
  kind: z.string(),
  author: signedBySchema,
  writer: z.string(),
  n: z.int(),
  parents: z.array(z.string()),
  recorded: z.string(),
  occurred: occurredSchema.nullable(),
  phase: z.string(),
  text: z.string(),
  tags: z.array(z.string()),
  /** Of a correction: the note that it corrects. */
  corrects: z.string().optional(),
  /** Of a note, or of a correction that no longer stands: the correction that it reads like now. */
  correctedBy: z.string().optional(),
  /** All corrections that stand, where several were written in copies that did not know of each other. */
  correctedDifferently: z.array(z.string()).optional(),
  /** Labels of the exhibits that are linked to it. */
  exhibits: z.array(z.string()).optional(),
  /** Entries that withheld a field of it. */
  withheldBy: z.array(z.string()).optional(),
});

/** An entry as a list shows it that is no timeline. */
export const listedEntrySchema = z.strictObject({
  id: z.string(),
  recorded: z.string(),
  kind: z.string(),
  author: signedBySchema,
  /** Its first words, at most 240 characters. */
  text: z.string(),
});

export type ListedEntry = z.infer<typeof listedEntrySchema>;
export type SignedBy = z.infer<typeof signedBySchema>;
export type Trust = z.infer<typeof trustSchema>;
export type Occurred = z.infer<typeof occurredSchema>;
export type EntryView = z.infer<typeof entrySchema>;
