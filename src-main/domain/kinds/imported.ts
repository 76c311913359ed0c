import * as z from 'zod';
import { count, hash, kind, line, occurred } from './kind.ts';

/** One row of a timeline that was kept somewhere else. The file it comes from is an exhibit. */
export const imported = kind({
  name: 'imported',
  version: 1,
  fields: z.strictObject({
    text: line,
    occurred,
    tags: z.array(line).optional(),
    /** Who did or saw it, as the file says. */
    person: line.optional(),
    /** Host or system that it is about, as the file says. */
    source: line.optional(),
    /** The file's hash, and the line of it on which the row begins, from 1; of a list in JSON, the place in it. */
    from: z.strictObject({ sha256: hash, line: z.int().min(1) }),
  }),
  personal: ['text', 'occurred', 'tags', 'person', 'source'],
});

/** A timeline was taken in: from which exhibit, how its columns were read, and which lines were not taken. */
export const timelineImport = kind({
  name: 'timeline-import',
  version: 1,
  fields: z.strictObject({
    /** Hash of the `evidence` entry. */
    evidence: hash,
    exhibit: line,
    sha256: hash,
    format: z.enum(['csv', 'tsv', 'timesketch', 'aurora']),
    /** What each column was read as; the others stay in the exhibit. */
    columns: z.array(z.strictObject({ column: line, field: line })),
    /** The zone of times that have none of their own. */
    zone: line.optional(),
    rows: count,
    taken: count,
    not_taken: z.array(z.strictObject({ reason: line, lines: z.array(z.int().min(1)) })).optional(),
    /** The writer that signed the rows. */
    writer: z.string().regex(/^[0-9a-f]{32}$/),
  }),
  personal: ['columns'],
});
