import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { method } from './method.ts';

const gateAnswerSchema = z.strictObject({
  /** Id of the line of the gate. */
  id: z.string(),
  answer: z.enum(['yes', 'no', 'not-applicable']),
  why: z.string().optional(),
});

const written = z.strictObject({ entry: entrySchema });

/** The course of the incident: what is known, in which phase it is, and where it ends. */
export const courseMethods = {
  /** States a fact or states it anew; the entry carries the value that stood before. */
  'fact.state': method(
    () =>
      z.strictObject({
        name: z.string(),
        value: z.string(),
        /** Who decided it. */
        by: z.array(z.string()).optional(),
        at: z.string().optional(),
        zone: z.string().optional(),
        grounds: z.string().optional(),
      }),
    () => written,
  ),
  'phase.enter': method(
    () =>
      z.strictObject({
        phase: z.string(),
        /** Also the one reason for all lines of the gate that nobody answered. */
        why: z.string().optional(),
        /** Lines of the gate of the phase that is left. */
        gate: z.array(gateAnswerSchema).optional(),
      }),
    () => written,
  ),
  /** What another clock shows at this moment. */
  'clock.check': method(
    () => z.strictObject({ reference: z.string(), source: z.string(), zone: z.string().optional() }),
    () => written,
  ),
  /** The last entry of normal work. */
  'case.seal': method(
    () =>
      z.strictObject({
        /** Why, where the review is not approved. */
        despite: z.string().optional(),
      }),
    () => written,
  ),
  'case.unseal': method(
    () => z.strictObject({ why: z.string() }),
    () => written,
  ),
} as const;

export type GateAnswer = z.infer<typeof gateAnswerSchema>;
