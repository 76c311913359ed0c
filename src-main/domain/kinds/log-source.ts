import * as z from 'zod';
import { count, hash, instant, kind, line, text } from './kind.ts';

/**
 * A log was read, so that it can be searched: how its bytes were understood, and what was in them. With that, any
 * laptop that has the bytes makes the same index again.
 */
export const logSource = kind({
  name: 'log-source',
  version: 1,
  fields: z.strictObject({
    /** Hash of the `evidence` entry. */
    evidence: hash,
    exhibit: line,
    /** Name inside an archive. */
    member: line.optional(),
    sha256: hash.optional(),
    /** Which rules it was read by, such as `iis-w3c`. */
    reader: line,
    /** Of times that have none of their own. */
    zone: line.optional(),
    /** Of the first row, where dates have none. */
    year: z.int().optional(),
    /** What the columns of a table were read as. */
    columns: z.array(z.strictObject({ column: line, field: text })).optional(),
    rows: count,
    undated: count,
    /** Of the earliest and the latest row, as the log says it. */
    first: instant.optional(),
    last: instant.optional(),
    problems: z.array(z.strictObject({ kind: line, count })).optional(),
  }),
  personal: ['member', 'columns'],
});
