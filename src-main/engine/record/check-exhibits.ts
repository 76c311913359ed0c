import { isEntryId } from '../../domain/brands.ts';
import { hex } from '../../domain/bytes.ts';
import { type RecordProblem, recordProblem } from '../../domain/record-problem.ts';
import { wasReleased } from '../../evidence/gone-bytes.ts';
import { bytesAreHere, keptBytes, sealedPlace } from '../../evidence/kept-bytes.ts';
import type { ReadBack } from '../../evidence/read-back.ts';
import type { ReadableDb } from '../../store/db.ts';
import { evidenceKeyEntries } from '../../store/queries/evidence-key.ts';
import { type ExhibitRow, blobEntries, exhibits } from '../../store/queries/exhibit.ts';
import { evidenceOfCopy } from '../../share/own-copy.ts';
import { errorData } from '../error-data.ts';
import type { EngineHost } from '../host.ts';
import type { Job } from '../jobs.ts';
import { type WorkerHandle, startWorker } from '../worker.ts';
import type { UnpackRequest } from '../workers/unpack.ts';

/**
 * Opens, unpacks and hashes the bytes of every stored exhibit, in the case file and in the folder beside it. Writes
 * nothing.
 * @param quick look only whether they are there, and as long as they must be
 */
export async function checkExhibits(
  db: ReadableDb,
  host: EngineHost,
  job: Job,
  quick: boolean,
): Promise<{ checked: number; problems: RecordProblem[] }> {
  const problems: RecordProblem[] = [];
  // A row that names no entry is reported where the views are compared.
  const rows = exhibits(db).filter((row) => row.mode === 'stored' && isEntryId(row.entry));
  const known = new Set<string>(rows.map((row) => row.entry));
  for (const entry of [...blobEntries(db), ...evidenceKeyEntries(db)]) {
    if (!known.has(hex(entry))) {
      problems.push(recordProblem('evidence-foreign', { place: `entry ${hex(entry).slice(0, 8)}` }));
    }
  }
  if (rows.length === 0) return { checked: 0, problems };
  // A copy that was made without stored evidence lacks it openly.
  const mayLack = evidenceOfCopy(db) !== 'all';
  let checked = 0;
  const worker = quick ? null : startWorker(host, 'unpack');
  try {
    for (const row of rows) {
      await job.turn();
      const at = { exhibit: row.label, entry: row.entry };
      const place = sealedPlace(db, row.entry);
      if (place !== null && place.found !== null && place.found !== place.expected) {
        const reason = `its sealed file has ${place.found} bytes and should have ${place.expected}`;
        problems.push(recordProblem('evidence-unreadable', { ...at, reason, place: place.path }));
      } else if (!bytesAreHere(db, row.entry)) {
        if (!mayLack && !wasReleased(db, row.entry)) problems.push(recordProblem('evidence-missing', at));
        continue;
      } else if (worker !== null) {
        const problem = await readWhole(db, row, worker, job);
        if (problem !== null) problems.push(problem);
      }
      if (worker !== null) checked += 1;
    }
  } finally {
    worker?.end();
  }
  return { checked, problems };
}

async function readWhole(
  db: ReadableDb,
  row: ExhibitRow,
  worker: WorkerHandle,
  job: Job,
): Promise<RecordProblem | null> {
  const exhibit = row.label;
  const at = { exhibit, entry: row.entry };
  const kept = keptBytes(db, row.entry);
  if (kept === null) return recordProblem('evidence-missing', at);
  try {
    const back = await worker.ask<UnpackRequest, ReadBack>(
      { kept, size: row.size ?? 0, into: null, item: exhibit, cancelFlag: job.cancelFlag },
      (place) => job.progress({ ...place, unit: 'bytes' }),
    );
    if (back.sha256 !== row.sha256) {
      const hashes = { recorded: row.sha256 ?? '', found: back.sha256 };
      return recordProblem('evidence-changed', { ...at, hashes });
    }
    const sealed = sealedPlace(db, row.entry);
    if (sealed !== null && back.sealed !== null && back.sealed !== sealed.record.sha256) {
      const hashes = { recorded: sealed.record.sha256, found: back.sealed };
      return recordProblem('evidence-resealed', { ...at, place: sealed.path, hashes });
    }
    return null;
  } catch (error) {
    const { code, message } = errorData(error);
    if (code === 'cancelled' || code === 'bug') throw error;
    return recordProblem('evidence-unreadable', { ...at, reason: message });
  }
}
