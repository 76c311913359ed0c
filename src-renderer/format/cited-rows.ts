import * as z from 'zod';
import type { EntryView } from '../../src-main/contract/entry.ts';

const rowSchema = z.looseObject({
  exhibit: z.string(),
  member: z.string().optional(),
  sha256: z.string().optional(),
  line: z.int(),
  /** UTC, as the log says it. */
  time: z.string().optional(),
  clock_offset: z.int().optional(),
  text: z.string(),
  clipped: z.boolean().optional(),
});

export type CitedRow = z.infer<typeof rowSchema>;

/** The rows of logs that an entry cites; none of an entry of another kind, or whose rows were withheld. */
export function citedRows(entry: EntryView): readonly CitedRow[] {
  if (entry.kind !== 'citation') return [];
  const parsed = z.array(rowSchema).safeParse(entry['rows']);
  return parsed.success ? parsed.data : [];
}
