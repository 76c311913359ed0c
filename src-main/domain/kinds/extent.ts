import * as z from 'zod';
import { extentKinds, extentStates } from '../plan/extent.ts';
import { kind, line, occurred, text } from './kind.ts';

/** How far the incident reaches: one system, account, kind of data or group of customers, and what is known of it. */
export const extent = kind({
  name: 'extent',
  version: 1,
  fields: z.strictObject({
    of: z.enum(extentKinds),
    /** As it is called; spellings that differ in case and outer spaces alone are one. */
    item: line,
    state: z.enum(extentStates),
    /** What stood before; of values in conflict, all of them. */
    before: z.array(line).optional(),
    /** Who decided it. */
    by: z.array(line).optional(),
    grounds: text.optional(),
    occurred: occurred.optional(),
  }),
  personal: ['item', 'by', 'grounds', 'occurred'],
});
