import * as z from 'zod';
import { count, kind, line } from './kind.ts';

/** Somebody looked at what a rule found in the logs, and set it aside or took it up again. */
export const logFinding = kind({
  name: 'log-finding',
  version: 1,
  fields: z.strictObject({
    /** Of the rule and of what it is about; the same wherever the logs are read. */
    finding: line,
    rule: line,
    title: line,
    /** An address, an account, a path. */
    about: line.optional(),
    rows: count,
    state: z.enum(['dismissed', 'reopened']),
    why: line,
  }),
  personal: ['about', 'why'],
});
