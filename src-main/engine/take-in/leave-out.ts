import type { WritingSession } from '../../casework/session.ts';
import type { RequestOf } from '../../contract/index.ts';
import {
  evidenceFolder,
  partOf,
  removeIfEmpty,
  removeQuietly,
  sealedPath,
  wholeOf,
} from '../../evidence/sealed/evidence-folder.ts';
import { checkpoints, dropCheckpoint } from '../../store/queries/checkpoint.ts';
import { FinishedPaths } from './finished-paths.ts';
import { FolderPlaces } from './folder-places.ts';
import { namedPaths } from './named-paths.ts';
import { quietly } from './quietly.ts';
import { readsFrom } from './resume-place.ts';

/**
 * Gives up what an interrupted job left for a later one to go on with: its places, and its half files beside the case.
 * What it recorded stays. Call it only while no job reads these paths.
 * @param given what the job was asked
 * @throws CaseError `path-ambiguous`
 */
export function leaveOut(session: WritingSession, given: RequestOf<'evidence.add'>): void {
  const { db } = session;
  const paths = namedPaths(given);
  const all = paths.map(({ bytes }) => bytes);
  for (const { source, part } of checkpoints(db)) {
    if (!all.some((path) => readsFrom(source, path))) continue;
    const whole = part === null ? null : sealedPath(db.path, wholeOf(part));
    // First the file: one that no place names would be removed when the case is opened the next time.
    if (whole !== null) removeQuietly(partOf(whole));
    quietly(db, () => dropCheckpoint(db, source));
  }
  removeIfEmpty(evidenceFolder(db.path));
  for (const { bytes, parts } of paths) new FolderPlaces(session, bytes, parts).drop();
  new FinishedPaths(session, given, all).drop();
}
