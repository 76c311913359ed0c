import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { method } from './method.ts';

const written = z.strictObject({ entry: entrySchema });
const signedBy = entrySchema.shape.author;
const when = { at: z.string().optional(), zone: z.string().optional() };
const labels = z.array(z.string());

const wantedLogSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  host: z.string().nullable(),
  /** Added in this case. */
  added: z.boolean(),
  state: z.enum(['wanted', 'downloaded', 'reviewed', 'not-available']),
  why: z.string().nullable(),
  /** Labels of the exhibits that hold it. */
  exhibits: labels,
  /** Everybody who read it, also only a part of its time, the earliest first; `nothing` where nothing was found. */
  reviews: z.array(
    z.strictObject({
      entry: z.string(),
      by: z.string(),
      result: z.string(),
      at: z.string(),
      author: signedBy,
    }),
  ),
  missing: z.array(z.enum(['download', 'review', 'coverage'])),
});

/** A log that is wanted and lacks something, among what is missing of the evidence. */
export const missingLogSchema = wantedLogSchema.pick({ id: true, title: true, host: true, missing: true });

const readingSchema = z.strictObject({
  entry: z.string(),
  source: z.string(),
  log: z.string().nullable(),
  host: z.string(),
  /** UTC. */
  from: z.string(),
  to: z.string(),
  zone: z.string(),
  by: z.string(),
  /** What was found; null = nothing. */
  finding: z.string().nullable(),
  exhibits: labels,
  at: z.string(),
  author: signedBy,
});

/** UTC. */
const stretchSchema = z.strictObject({ from: z.string(), to: z.string() });

const logCoverageSchema = z.strictObject({
  /** Id of the wanted log; null where nobody asked for it. */
  log: z.string().nullable(),
  source: z.string(),
  host: z.string().nullable(),
  readings: z.array(readingSchema),
  /** What of the whole nobody read. */
  gaps: z.array(stretchSchema),
  read: z.enum(['whole', 'part', 'none']),
});

const rotationSchema = z.strictObject({
  job: z.string(),
  host: z.string().nullable(),
  state: z.enum(['stopped', 'confirmed', 'resumed']),
  entry: z.string(),
  by: z.string(),
  at: z.string(),
  author: signedBy,
  /** Until when nothing is overwritten, UTC; null where that was not limited. */
  until: z.string().nullable(),
  over: z.boolean(),
  why: z.string().nullable(),
  confirmed: z
    .strictObject({
      entry: z.string(),
      by: z.string().nullable(),
      proof: z.enum(['ticket', 'call', 'message']),
      reference: z.string().nullable(),
      at: z.string(),
    })
    .nullable(),
});

/** Logs that are wanted, what of them was read, and backups whose rotation is stopped. */
export const logMethods = {
  'log.wanted': method(
    () => z.strictObject({}),
    () => z.strictObject({ logs: z.array(wantedLogSchema) }),
  ),
  /** One more log is wanted. */
  'log.want': method(
    () => z.strictObject({ title: z.string(), host: z.string().optional() }),
    () => written,
  ),
  /** What became of one. */
  'log.state': method(
    () =>
      z.strictObject({
        /** Its id, its title, or a unique beginning of its id. */
        log: z.string(),
        event: z.enum(['wanted', 'downloaded', 'reviewed', 'not-available']),
        host: z.string().optional(),
        by: z.string().optional(),
        /** `nothing`, or what was found. */
        result: z.string().optional(),
        why: z.string().optional(),
        /** Numbers of exhibits. */
        evidence: labels.optional(),
        ...when,
      }),
    () => written,
  ),
  /** What of the time of the incident was read, of which log of which host. */
  'log.coverage': method(
    () =>
      z.strictObject({
        /** As typed; without them: from the earliest that is suspected, detected or read, to the end of the incident. */
        since: z.string().optional(),
        until: z.string().optional(),
        zone: z.string().optional(),
      }),
    () =>
      z.strictObject({
        /** Null where nothing is known of when it was. */
        whole: stretchSchema.nullable(),
        begins: z.enum(['given', 'suspected-or-detected', 'first-reading']),
        ended: z.boolean(),
        logs: z.array(logCoverageSchema),
      }),
  ),
  'log.cover': method(
    () =>
      z.strictObject({
        source: z.string(),
        host: z.string(),
        from: z.string(),
        to: z.string(),
        by: z.string().optional(),
        /** `nothing`, or what was found. */
        found: z.string(),
        evidence: labels.optional(),
        /** The entry of the statement that this one takes the place of. */
        replaces: z.string().optional(),
        ...when,
      }),
    () => written,
  ),
  /** Takes a statement back. */
  'log.uncover': method(
    () => z.strictObject({ entry: z.string(), why: z.string() }),
    () => written,
  ),
  'log.rotations': method(
    () => z.strictObject({}),
    () => z.strictObject({ rotations: z.array(rotationSchema) }),
  ),
  'log.rotation': method(
    () =>
      z.strictObject({
        job: z.string(),
        event: z.enum(['stopped', 'confirmed', 'resumed']),
        host: z.string().optional(),
        by: z.string().optional(),
        until: z.string().optional(),
        proof: z.enum(['ticket', 'call', 'message']).optional(),
        reference: z.string().optional(),
        why: z.string().optional(),
        ...when,
      }),
    () => written,
  ),
} as const;

export type WantedLogView = z.infer<typeof wantedLogSchema>;
export type LogCoverageView = z.infer<typeof logCoverageSchema>;
export type ReadingView = z.infer<typeof readingSchema>;
export type RotationView = z.infer<typeof rotationSchema>;
export type MissingLog = z.infer<typeof missingLogSchema>;
