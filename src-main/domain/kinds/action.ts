import * as z from 'zod';
import { hash, kind, line, occurred, text } from './kind.ts';

const worked = z.enum(['yes', 'partly', 'no', 'unknown']);

/** Something that was done to contain or to eradicate (product.md, phases 3 and 4). */
export const action = kind({
  name: 'action',
  version: 1,
  fields: z.strictObject({
    phase: z.enum(['containment', 'eradication']),
    /** Its id in the plan's catalogue, where it is one of it. */
    action: line.optional(),
    system: line,
    /** What exactly was changed. */
    what: text,
    why: text.optional(),
    ordered_by: line.optional(),
    done_by: line.optional(),
    /** From which device. */
    device: line.optional(),
    undo: text.optional(),
    worked: worked.optional(),
    result: text.optional(),
    /** The note of the test that followed, or why there is none. */
    retest: text.optional(),
    evidence: z.array(hash).optional(),
    /** What was not collected when it was done, and why it was done all the same (RFC 3227 §2.1). */
    not_collected: z.array(line).optional(),
    before_evidence: text.optional(),
    occurred: occurred.optional(),
  }),
  personal: [
    'what',
    'why',
    'ordered_by',
    'done_by',
    'device',
    'undo',
    'result',
    'retest',
    'before_evidence',
    'occurred',
  ],
});

/** What came of an action, known later. */
export const actionResult = kind({
  name: 'action-result',
  version: 1,
  fields: z.strictObject({
    action: hash,
    worked,
    result: text.optional(),
    retest: text.optional(),
    evidence: z.array(hash).optional(),
    occurred: occurred.optional(),
  }),
  personal: ['result', 'retest', 'occurred'],
});
