import { existsSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  partOf,
  removeLeftovers,
  sealedPath,
  syncFolder,
  wholeOf,
} from '../../evidence/sealed/evidence-folder.ts';
import type { WritableDb } from '../../store/db.ts';
import { type CheckpointRow, NOWHERE, checkpoints, dropCheckpoint } from '../../store/queries/checkpoint.ts';
import { hasEvidenceKey } from '../../store/queries/evidence-key.ts';
import { quietly } from './quietly.ts';

/** An interrupted job that nobody took up again in this time is over, in ms. */
const KEPT = 14 * 24 * 60 * 60 * 1000;

/**
 * Called when a case is opened for writing: what interrupted jobs left and nobody can use goes. Nothing of it may keep
 * a case from being opened; what fails now is tried again the next time.
 */
export function tidyJobs(db: WritableDb, now: number): void {
  const before = new Date(now - KEPT).toISOString();
  const over: CheckpointRow[] = [];
  const wanted = new Set<string>();
  for (const row of checkpoints(db)) {
    const { part, place, saved } = row;
    const recorded = part !== null && hasEvidenceKey(db, wholeOf(part));
    const named = part !== null && !recorded && !takeNameBack(db.path, part);
    if (named) continue;
    if (recorded || place === NOWHERE || saved < before) over.push(row);
    else if (part !== null) wanted.add(part);
  }
  if (over.length > 0) {
    quietly(db, () => {
      for (const { source } of over) dropCheckpoint(db, source);
    });
  }
  removeLeftovers(db.path, wanted);
}

/** A file that got its name before a kill, and no entry: it is a half file again. @returns false where that failed */
function takeNameBack(casePath: string, part: string): boolean {
  const whole = sealedPath(casePath, wholeOf(part));
  if (whole === null || !existsSync(whole)) return true;
  try {
    renameSync(whole, partOf(whole));
    syncFolder(dirname(whole));
    return true;
  } catch {
    return false;
  }
}
