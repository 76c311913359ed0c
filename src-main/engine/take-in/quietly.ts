import { CaseError } from '../../domain/errors.ts';
import type { WritableDb } from '../../store/db.ts';

/**
 * Writes or removes rows that say where a job stands. Nothing depends on them: where a row is not written, a killed job
 * goes on from an earlier place, and one that stays takes room until `tidyJobs` looks at it.
 * @returns false where the file refused
 */
export function quietly(db: WritableDb, work: () => void): boolean {
  try {
    db.transaction(work);
    return true;
  } catch (error) {
    if (error instanceof CaseError) return false;
    throw error;
  }
}
