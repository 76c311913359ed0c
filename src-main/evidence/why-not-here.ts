import type { ReadableDb } from '../store/db.ts';
import { entryWithId } from '../casework/read-entry.ts';
import type { ExhibitRow } from '../store/queries/exhibit.ts';
import { hasNoBytes, wasReleased } from './gone-bytes.ts';
import { sealedRecord } from './kept-bytes.ts';
import { evidenceFolder } from './sealed/evidence-folder.ts';

/** Why the bytes of an exhibit cannot be had from here, as the end of a sentence. */
export function whyNotHere(db: ReadableDb, row: ExhibitRow): string {
  if (row.mode === 'reference') {
    return hasNoBytes(db, row)
      ? 'its custody says that it was disposed of.'
      : 'it was registered by reference, its bytes stayed where they were.';
  }
  if (wasReleased(db, row.entry)) return 'they were released by an entry, as its custody says.';
  if (row.mode === 'none') return 'it is a thing without a file.';
  const sealed = sealedRecord(entryWithId(db, row.entry));
  return sealed === null
    ? 'this copy was made without them.'
    : `they lie sealed in ${sealed.file}, which is not in ${evidenceFolder(db.path)} or whose key was left out of this copy. Put the folder of the original beside the case.`;
}
