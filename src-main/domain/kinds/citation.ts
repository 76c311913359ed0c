import * as z from 'zod';
import { count, hash, kind, line, occurred, text } from './kind.ts';

/** Rows of logs that matter, each with the place where it can be read again. */
export const citation = kind({
  name: 'citation',
  version: 1,
  fields: z.strictObject({
    remark: text.optional(),
    rows: z.array(
      z.strictObject({
        /** Hash of the `evidence` entry, and what it was when the row was read. */
        evidence: hash,
        exhibit: line,
        sha256: hash.optional(),
        /** Name inside an archive. */
        member: line.optional(),
        reader: line,
        /** Line or record number, from 1. */
        line: count,
        /** Bytes from the start of the (unpacked) file. */
        offset: count,
        /** UTC with all its digits, as the log says it. */
        time: line.optional(),
        /** Seconds by which the log's clock was ahead (positive) or behind. */
        clock_offset: z.int().optional(),
        text,
        /** Where only the beginning of a long row is kept. */
        clipped: z.boolean().optional(),
      }),
    ),
    /** The rule that found them. */
    finding: line.optional(),
    /** Of the first row to the last, with the clock corrected. */
    occurred: occurred.optional(),
  }),
  personal: ['remark', 'rows', 'occurred'],
});
