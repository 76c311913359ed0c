import * as z from 'zod';
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

/** What is known about an exhibit; said when it is added, or later by an `evidence-detail` entry. */
export const details = {
  /** Where it comes from: host, person, system. */
  source: line.optional(),
  collected_by: line.optional(),
  /** Of a log. */
  program: line.optional(),
  covers: span.optional(),
  /** Zone in which the log writes its times, as somebody said it: an IANA name or an offset. */
  zone: line.optional(),
  /** Seconds by which the source's clock was ahead (+) or behind (-). */
  clock_offset: z.int().optional(),
  /** Of a snapshot: provider, its id there, and where it is found in the provider's console. */
  provider: line.optional(),
  item_id: line.optional(),
  console: line.optional(),
  /** Of a backup: the rotation that it is exempted from. */
  rotation: line.optional(),
  /** Of a thing. */
  make: line.optional(),
  serial: line.optional(),
  /** Where a thing without a file is kept, and who keeps it. */
  held_by: line.optional(),
  location: line.optional(),
  /** What stands on its label now, where it was printed anew: two exhibits had the same number. */
  label: line.optional(),
} as const;

/** The fields of `details` that leave with personal data. */
export const personalDetails = ['source', 'collected_by', 'console', 'held_by', 'location'] as const;

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
    /** Bytes; of a folder, the sum of its files. Not there for a thing without a file. */
    size: count.optional(),
    modified: instant.optional(),
    /** Of the bytes; of a folder, of `manifest`. Not there for a thing without a file. */
    sha256: hash.optional(),
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
    /**
     * How the bytes lie: packed in `evidence_blob`, or, where `file` names one, sealed in that file beside the case;
     * `size` counts the packed bytes, `sha256` is of the sealed file.
     */
    stored: z
      .strictObject({
        codec: z.enum(['zstd', 'gzip', 'raw']),
        size: count,
        file: line.optional(),
        sha256: hash.optional(),
      })
      .optional(),
    /** Set where the file changed while it was read: what was seen before and after. */
    changed_while_read: z.strictObject({ size_before: count, size_after: count, note: text }).optional(),
    /** Of several files or folders taken as one: their paths below `path`; the manifest covers these alone. */
    parts: z.array(fileName).min(1).optional(),
    /** What a folder holds besides ordinary files, such as links and pipes: named, not followed. */
    left_out: z.array(z.strictObject({ name: fileName, what: line })).optional(),
    /**
     * Of a mail (RFC 5322): chosen header fields as they stand there, unfolded, with what RFC 2047 makes of them where
     * that differs, and its attachments: bytes without their transfer encoding, and in a part that has none with LF
     * after each line. `note` says what could not be listed, and why.
     */
    mail: z
      .strictObject({
        headers: z.array(z.strictObject({ name: line, value: text, decoded: text.optional() })),
        attachments: z.array(z.strictObject({ name: text, type: text, size: count, sha256: hash })),
        note: line.optional(),
      })
      .optional(),
    occurred: occurred.optional(),
    ...details,
  }),
  personal: [
    'title',
    'name',
    'path',
    'manifest',
    'parts',
    'left_out',
    'mail',
    'occurred',
    ...personalDetails,
  ],
});
