import * as z from 'zod';
import { count, instant, kind } from './kind.ts';

/** The device clock did not run with the monotonic one: written by itself before the entry that noticed. */
export const clockMoved = kind({
  name: 'clock-moved',
  version: 1,
  fields: z.strictObject({
    before: instant,
    after: instant,
    /** Milliseconds that the clock moved beyond the time that really passed; negative = backwards. */
    moved_ms: z.int(),
    /** Milliseconds that passed by the monotonic clock; absent across two starts of the program. */
    elapsed_ms: count.optional(),
  }),
  personal: [],
});
