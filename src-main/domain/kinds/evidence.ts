import { z } from 'zod';
import { count, fileName, hash, instant, kind, line, occurred, span, text } from './kind.ts';

export const evidenceTypes = [
  'snapshot',
  'backup',
  'log',
  'image',
  'mail',
  'memory',
  'screenshot',
  'message',
  'thing',
  'other',
] as const;

/** An exhibit enters the record: its number, its hashes, where it lies. */
export const evidence = kind({
  name: 'evidence',
  version: 1,
  fields: z.strictObject({
    /** Letters of the file's series, empty in the original; with `number` it makes the exhibit number. */
    series: z.string().regex(/^[A-Z]*$/),
    number: z.int().min(1),
    title: line,
    type: z.enum(evidenceTypes),
    mode: z.enum(['stored', 'reference', 'none']),
    name: fileName.optional(),
    path: fileName.optional(),
    /** Bytes; of a folder, the sum of its files. */
    size: count,
    modified: instant.optional(),
    /** Of the bytes; of a folder, of `manifest`. */
    sha256: hash,
    sha1: z
      .string()
      .regex(/^[0-9a-f]{40}$/)
      .optional(),
    md5: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .optional(),
    /** Number of files, for a folder. */
    files: count.optional(),
    /** The files of a folder as `sha256sum` prints them, ascending by the bytes of their path; text, or bytes too. */
    manifest: fileName.optional(),
    /** How the bytes lie in `evidence_blob`. */
    stored: z.strictObject({ codec: z.enum(['zstd', 'gzip', 'raw']), size: count }).optional(),
    /** Set where the file changed while it was read: what was seen before and after. */
    changed_while_read: z.strictObject({ size_before: count, size_after: count, note: text }).optional(),
    /** What a folder holds besides ordinary files, such as links and pipes: named, not followed. */
    left_out: z.array(z.strictObject({ name: fileName, what: line })).optional(),
    source: line.optional(),
    collected_by: line.optional(),
    occurred: occurred.optional(),
    covers: span.optional(),
    /** Seconds by which the source's clock was ahead (+) or behind (-). */
    clock_offset: z.int().optional(),
  }),
  personal: ['title', 'name', 'path', 'manifest', 'left_out', 'source', 'collected_by', 'occurred'],
});
