import { fromHex } from '../../domain/bytes.ts';
import { wasReleased } from '../../evidence/gone-bytes.ts';
import { bytesAreHere, keptBytes, sealedPlace } from '../../evidence/kept-bytes.ts';
import type { ReadBack } from '../../evidence/read-back.ts';
import type { EvidenceOfCopy } from '../../share/own-copy.ts';
import type { ReadableDb } from '../../store/db.ts';
import { type ExhibitRow, blobOf } from '../../store/queries/exhibit.ts';
import type { Job } from '../jobs.ts';
import type { WorkerHandle } from '../worker.ts';
import type { UnpackRequest } from '../workers/unpack.ts';

/** Whether a merge takes the stored bytes of an exhibit over: they are missing here, wanted here, and there. */
export function isWanted(db: ReadableDb, other: ReadableDb, row: ExhibitRow, which: EvidenceOfCopy): boolean {
  if (row.mode !== 'stored' || bytesAreHere(db, row.entry) || wasReleased(db, row.entry)) return false;
  if (!bytesAreHere(other, row.entry)) return false;
  return which === 'all' || blobOf(other, fromHex(row.entry)) !== undefined;
}

/** Whether the stored bytes of an exhibit in the other file have the recorded hash: all of them are read. */
export async function areSound(
  other: ReadableDb,
  row: ExhibitRow,
  reader: WorkerHandle,
  job: Job,
): Promise<boolean> {
  const kept = keptBytes(other, row.entry);
  if (kept === null) return false;
  const request = { kept, size: row.size ?? 0, into: null, item: 'evidence', cancelFlag: job.cancelFlag };
  const back = await reader
    .ask<UnpackRequest, ReadBack>(request, (at) => job.progress({ ...at, unit: 'bytes' }))
    .catch(() => null);
  job.check();
  const sealed = sealedPlace(other, row.entry);
  return back?.sha256 === row.sha256 && (sealed === null || back?.sealed === sealed.record.sha256);
}
