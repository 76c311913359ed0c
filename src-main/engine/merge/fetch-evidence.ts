import { renameSync } from 'node:fs';
import { fromHex } from '../../domain/bytes.ts';
import { asFileError } from '../../domain/file-error.ts';
import { sealedPlace } from '../../evidence/kept-bytes.ts';
import {
  evidenceFolder,
  makeEvidenceFolder,
  partOf,
  removeQuietly,
  sealedPath,
  syncFolder,
} from '../../evidence/sealed/evidence-folder.ts';
import type { EvidenceOfCopy } from '../../share/own-copy.ts';
import type { ReadableDb, WritableDb } from '../../store/db.ts';
import { evidenceKeyOf, insertEvidenceKey } from '../../store/queries/evidence-key.ts';
import { type ExhibitRow, blobOf, exhibits, insertBlob } from '../../store/queries/exhibit.ts';
import type { EngineHost } from '../host.ts';
import type { Job } from '../jobs.ts';
import { type WorkerHandle, startWorker } from '../worker.ts';
import type { CopySealedRequest } from '../workers/copy-sealed.ts';
import { areSound, isWanted } from './bytes-of-other.ts';

export interface Fetched {
  /** Exhibits whose bytes came in, and exhibits whose bytes the other file has in another shape than the record says. */
  readonly came: number;
  readonly wrong: readonly string[];
}

/**
 * Takes the stored bytes of exhibits over that this file lacks and the other has; they are hashed before they count. It
 * follows the merge of the entries, one exhibit after the other: interrupted, it goes on with the next merge.
 * @param which what this copy was made with: `none` takes nothing, `small` what lies in the case file
 */
export async function fetchEvidence(
  { host, db, other, job }: { host: EngineHost; db: WritableDb; other: ReadableDb; job: Job },
  which: EvidenceOfCopy,
): Promise<Fetched> {
  const wanted = which === 'none' ? [] : exhibits(db).filter((row) => isWanted(db, other, row, which));
  if (wanted.length === 0) return { came: 0, wrong: [] };
  const [reader, copier] = [startWorker(host, 'unpack'), startWorker(host, 'copy-sealed')];
  const wrong: string[] = [];
  try {
    for (const row of wanted) {
      await job.turn();
      if (!(await areSound(other, row, reader, job))) wrong.push(row.entry);
      else if (blobOf(other, fromHex(row.entry)) !== undefined) takeBlob(db, other, row);
      else await takeSealed(db, other, row, copier, job);
    }
  } finally {
    reader.end();
    copier.end();
  }
  return { came: wanted.length - wrong.length, wrong };
}

function takeBlob(db: WritableDb, other: ReadableDb, row: ExhibitRow): void {
  const blob = blobOf(other, fromHex(row.entry));
  if (blob !== undefined) db.transaction(() => insertBlob(db, fromHex(row.entry), blob));
}

async function takeSealed(
  db: WritableDb,
  other: ReadableDb,
  row: ExhibitRow,
  copier: WorkerHandle,
  job: Job,
): Promise<void> {
  const place = sealedPlace(other, row.entry);
  const key = evidenceKeyOf(other, fromHex(row.entry));
  const to = place === null ? null : sealedPath(db.path, place.record.file);
  if (place === null || key === undefined || to === null) return;
  makeEvidenceFolder(db.path);
  const part = partOf(to);
  const { cancelFlag } = job;
  try {
    const request = { from: place.path, to: part, item: 'sealed evidence', size: place.expected, cancelFlag };
    await copier.ask<CopySealedRequest, null>(request, (at) => job.progress({ ...at, unit: 'bytes' }));
    renameSync(part, to);
    syncFolder(evidenceFolder(db.path));
  } catch (error) {
    removeQuietly(part);
    throw asFileError(error, part);
  }
  db.transaction(() => insertEvidenceKey(db, fromHex(row.entry), key));
}
