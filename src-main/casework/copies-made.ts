import { textField } from '../domain/entry.ts';
import { isEntryId } from '../domain/brands.ts';
import type { ReadableDb } from '../store/db.ts';
import { hasCopies } from '../store/queries/exhibit.ts';
import { entriesOfKind } from '../store/queries/timeline.ts';
import { entryWithId } from './read-entry.ts';

/** A copy whose completion is in the record. */
export interface CopyOnRecord {
  /** Name of its file; null where it was withheld. */
  readonly file: string | null;
  readonly to: string | null;
  readonly series: string;
  /** Whether all texts went along, as far as the record says. */
  readonly whole: boolean;
  /** The moment whose state it holds, UTC. */
  readonly holds: string;
  /** When it was complete, UTC. */
  readonly made: string;
}

/** The copies that were made of this record, by whichever laptop, the newest last. */
export function copiesMade(db: ReadableDb): CopyOnRecord[] {
  // Most records have none, and then nothing is looked through.
  if (!hasCopies(db)) return [];
  return entriesOfKind(db, 'copy-made').map((id) => {
    const made = entryWithId(db, id);
    const about = textField(made, 'copy') ?? '';
    const begun = isEntryId(about) ? entryWithId(db, about) : null;
    return {
      file: textField(made, 'file') ?? null,
      to: begun === null ? null : (textField(begun, 'to') ?? null),
      series: begun === null ? '' : (textField(begun, 'series') ?? ''),
      whole: begun !== null && textField(begun, 'redact') === 'none',
      holds: (begun ?? made).header.recorded,
      made: made.header.recorded,
    };
  });
}
