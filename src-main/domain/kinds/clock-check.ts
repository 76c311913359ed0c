import * as z from 'zod';
import { instant, kind, line, occurred } from './kind.ts';

/** The device clock compared with another one, such as the time that the telephone company tells. */
export const clockCheck = kind({
  name: 'clock-check',
  version: 1,
  fields: z.strictObject({
    /** What the other clock showed. */
    reference: occurred,
    source: line,
    /** What the device clock showed then. */
    device: instant,
    /** Device minus reference in ms: positive = the device is ahead. */
    offset_ms: z.int(),
  }),
  personal: ['source'],
});
