import * as z from 'zod';
import { custodyEvents } from '../domain/kinds/custody.ts';
import { entrySchema, signedBySchema } from './entry.ts';
import { method } from './method.ts';

/** How an exhibit stands by its chain of custody; each is there only where the record says it. */
export const custodyStateSchema = z.strictObject({
  /** Where its holder keeps it. */
  location: z.string().optional(),
  /** Number of the seal that closes it, empty for a seal without one; not there = open. */
  seal: z.string().optional(),
  /** To whom it was handed over without a receipt so far. */
  awaits: z.string().optional(),
  /** Who may have it, where copies of the record that did not know of each other name different people. */
  contested: z.array(z.string()).optional(),
  disposed: z.boolean().optional(),
  /** Names of those who recorded the present holder, the disposal or the hold with a key that nobody confirmed. */
  unsure: z.array(z.string()).optional(),
  /** Number of custody events that contradict the record before them. */
  doubtful: z.int().optional(),
});

export const custodyEventSchema = z.strictObject({
  sequence: z.int(),
  entry: z.string(),
  number: z.int(),
  event: z.string(),
  at: z.string(),
  zone: z.string(),
  recorded: z.string(),
  /** Who wrote it down; `performedBy` is what that person says. */
  author: signedBySchema,
  performedBy: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  witness: z.string().optional(),
  purpose: z.string().optional(),
  authority: z.string().optional(),
  location: z.string().optional(),
  seal: z.string().optional(),
  condition: z.string().optional(),
  method: z.string().optional(),
  tool: z.string().optional(),
  hashBefore: z.string().optional(),
  hashAfter: z.string().optional(),
  result: z.string().optional(),
  despite: z.string().optional(),
  /** Id of the entry of the hand-over that is acknowledged. */
  acknowledges: z.string().optional(),
  /** True where the stored bytes were removed. */
  released: z.boolean().optional(),
  /** Why it contradicts the record before it, in a sentence; not there = it follows. */
  doubt: z.string().optional(),
});

/** Events that a person records; `collected` and `verified` are written by add and verify. */
export const custodyActionSchema = z.enum(custodyEvents).exclude(['collected', 'verified']);

export const retentionItemSchema = z.strictObject({
  exhibit: z.string(),
  title: z.string(),
  type: z.string(),
  collected: z.string(),
  /** What the time counts from; null while it does not run. */
  from: z.enum(['collection', 'end-of-incident']).nullable(),
  /** Each rule that applies, with the last instant of its span. */
  rules: z.array(z.strictObject({ id: z.string(), name: z.string(), until: z.string().nullable() })),
  /** The latest of them. */
  retainUntil: z.string().nullable(),
  hold: z.boolean(),
  /** Reasons of the holds that stand. */
  holdWhy: z.array(z.string()),
  state: z.enum(['on-hold', 'undecided', 'kept', 'may-be-released', 'disposed']),
  /** The state in a sentence. */
  says: z.string(),
});

export const custodyMethods = {
  'custody.record': method(
    () =>
      z.strictObject({
        exhibit: z.string(),
        event: custodyActionSchema,
        from: z.string().min(1).optional(),
        to: z.string().min(1).optional(),
        witness: z.string().min(1).optional(),
        purpose: z.string().min(1).optional(),
        authority: z.string().min(1).optional(),
        location: z.string().min(1).optional(),
        seal: z.string().min(1).optional(),
        condition: z.string().min(1).optional(),
        method: z.string().min(1).optional(),
        at: z.string().optional(),
        zone: z.string().optional(),
        despite: z.string().min(1).optional(),
      }),
    () => z.strictObject({ entry: entrySchema }),
  ),
  'evidence.hold': method(
    () => z.strictObject({ exhibit: z.string(), on: z.boolean(), why: z.string().regex(/\S/) }),
    () => z.strictObject({ entry: entrySchema }),
  ),
  'evidence.retention': method(
    () => z.strictObject({}),
    () =>
      z.strictObject({
        /** When the incident ended; null where it has not, or where that is in conflict. */
        ended: z.string().nullable(),
        zone: z.string(),
        items: z.array(retentionItemSchema),
      }),
  ),
  /** Removes the stored bytes of an exhibit; its entry, hashes and custody stay. */
  'evidence.release': method(
    () => z.strictObject({ exhibit: z.string(), method: z.string().regex(/\S/) }),
    () =>
      z.strictObject({
        entry: entrySchema,
        /** Bytes that were freed in the case file or beside it, packed. */
        freed: z.int(),
        /** A sealed file that could not be deleted; without its key nobody reads it. */
        leftOver: z.string().nullable(),
      }),
  ),
  /** The chain-of-custody form of one exhibit, or of `all`, as a page that stands alone. */
  'custody.form': method(
    () =>
      z.strictObject({
        /** A label, several with spaces between, or `all`. */
        exhibit: z.string(),
        /** `paper`: the printer adds page numbers; `page`: the page asks the browser for them. */
        for: z.enum(['page', 'paper']),
      }),
    () =>
      z.strictObject({
        html: z.string(),
        /** Proposed file name without its ending. */
        name: z.string(),
        exhibits: z.int(),
        /** Plain text for the foot of every printed page. */
        foot: z.string(),
      }),
  ),
} as const;

export type CustodyEvent = z.infer<typeof custodyEventSchema>;
export type CustodyAction = z.infer<typeof custodyActionSchema>;
export type RetentionItem = z.infer<typeof retentionItemSchema>;
