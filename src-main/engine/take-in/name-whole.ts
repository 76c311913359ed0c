import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { syncFolder } from '../../evidence/sealed/evidence-folder.ts';
import type { ReadableDb } from '../../store/db.ts';
import { hasEvidenceKey } from '../../store/queries/evidence-key.ts';

/** Where only the last sync of a commit failed, the entry stands although nobody promised it, and needs its bytes. */
export function mayBeRecorded(db: ReadableDb, name: string): boolean {
  try {
    return hasEvidenceKey(db, name);
  } catch (error) {
    // It cannot be told now; `tidyJobs` looks again when the case is opened the next time.
    if (error instanceof CaseError) return true;
    throw error;
  }
}

/** The whole file gets its name; from then on it is there, although no entry knows of it yet. */
export function nameWhole(part: string, whole: string): void {
  try {
    renameSync(part, whole);
    syncFolder(dirname(whole));
    // The folder's own name, too: it may be as new as the file.
    syncFolder(dirname(dirname(whole)));
  } catch (error) {
    throw asFileError(error, whole);
  }
}
