import { removeLeftovers } from '../../evidence/sealed/evidence-folder.ts';
import type { WritableDb } from '../../store/db.ts';
import { checkpointParts, checkpointsBefore, dropCheckpointsBefore } from '../../store/queries/checkpoint.ts';

/** An interrupted job that nobody took up again in this time is over, in ms. */
const KEPT = 14 * 24 * 60 * 60 * 1000;

/** Called when a case is opened for writing: what interrupted jobs left and nobody can use goes. */
export function tidyJobs(db: WritableDb, now: number): void {
  const before = new Date(now - KEPT).toISOString();
  if (checkpointsBefore(db, before) > 0) db.transaction(() => dropCheckpointsBefore(db, before));
  removeLeftovers(db.path, new Set(checkpointParts(db)));
}
