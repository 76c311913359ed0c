import { rmSync, statSync } from 'node:fs';
import { fromHex } from '../domain/bytes.ts';
import type { Entry } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import { append, step } from '../casework/append.ts';
import type { WritingSession } from '../casework/session.ts';
import { deleteEvidenceKey } from '../store/queries/evidence-key.ts';
import { deleteBlob } from '../store/queries/exhibit.ts';
import { sealedPath } from './sealed/evidence-folder.ts';
import { requireDisposable } from './disposable.ts';
import { findExhibit } from './find-exhibit.ts';
import { hasStoredBytes, wasReleased } from './gone-bytes.ts';

export interface Released {
  readonly entry: Entry;
  /** Packed bytes that left the case file, or the folder beside it. */
  readonly freed: number;
  /** Path of a sealed file that could not be deleted; its key is gone. */
  readonly leftOver: string | null;
}

/**
 * Disposes of an exhibit's stored bytes: they leave the case file, or their key leaves it and then their sealed file
 * the folder beside it. The exhibit's entry, hashes and custody stay.
 * @throws CaseError `exhibit-unknown`; `custody-impossible` under hold, before its retention ends, or after a disposal;
 * `bytes-not-here` where there is nothing to release
 */
export function releaseExhibit(
  session: WritingSession,
  given: { readonly exhibit: string; readonly method: string },
): Released {
  const { db } = session;
  const row = findExhibit(db, given.exhibit);
  const exhibit = row.label;
  const id = fromHex(row.entry);
  if (wasReleased(db, row.entry)) {
    throw new CaseError('custody-impossible', {
      reason: `The record says that the bytes of ${exhibit} were released before.`,
      remedy: 'Nothing was recorded.',
    });
  }
  if (row.mode !== 'stored') {
    const reason = `${row.mode === 'reference' ? 'they stayed where they were' : 'it is a thing without a file'}. Record its disposal as an event of its custody.`;
    throw new CaseError('bytes-not-here', {
      exhibit,
      reason,
      cli: '`custody CASE EXHIBIT disposed` does it.',
    });
  }
  if (!hasStoredBytes(db, row)) {
    throw new CaseError('bytes-not-here', { exhibit, reason: 'this copy was made without them.' });
  }
  requireDisposable(db, row, session.clock.now());
  const { entry, freed, file } = step(session, () => ({
    entry: append(session, 'custody', {
      evidence: row.entry,
      exhibit,
      event: 'disposed',
      performed_by: session.signer.name,
      method: given.method,
      tool: `Holdfast ${session.surroundings.version}`,
      hash_before: row.sha256 ?? undefined,
      released: true,
    }),
    freed: deleteBlob(db, id),
    file: deleteEvidenceKey(db, id),
  }));
  const sealed = file === undefined ? GONE : removeSealedFile(db.path, file);
  return { entry, freed: freed + sealed.size, leftOver: sealed.leftOver };
}

const GONE = { size: 0, leftOver: null };

/**
 * Removes a sealed file from the folder beside the case, after the commit: without its key the file is noise, so one
 * that stays behind does no harm.
 */
function removeSealedFile(casePath: string, file: string): { size: number; leftOver: string | null } {
  const path = sealedPath(casePath, file);
  // A name that is none of ours, as in a forged record, leads nowhere.
  if (path === null) return GONE;
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    rmSync(path, { force: true });
    return { size, leftOver: null };
  } catch {
    return { size: 0, leftOver: path };
  }
}
