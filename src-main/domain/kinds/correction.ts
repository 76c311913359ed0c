import * as z from 'zod';
import { hash, kind, line, occurred } from './kind.ts';

/** A new version of a note. The old entry stays as it is and is shown struck, with the reason. */
export const correction = kind({
  name: 'correction',
  version: 1,
  fields: z.strictObject({
    /** Hash of the note that is corrected; of the first version, where there are several. */
    entry: hash,
    /** The whole note as it reads now: what was not changed is repeated. */
    text: line,
    occurred: occurred.optional(),
    tags: z.array(line).optional(),
    reason: line,
  }),
  personal: ['text', 'occurred', 'tags', 'reason'],
});
