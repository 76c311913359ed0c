import { isEntryId } from '../../domain/brands.ts';
import { fromHex, hex } from '../../domain/bytes.ts';
import { type RecordProblem, recordProblem } from '../../domain/record-problem.ts';
import { wasReleased } from '../../evidence/gone-bytes.ts';
import { labelOf } from '../../evidence/label.ts';
import type { ReadableDb } from '../../store/db.ts';
import { blobEntries, blobOf, exhibits } from '../../store/queries/exhibit.ts';
import { evidenceOfCopy } from '../../share/own-copy.ts';
import { errorData } from '../error-data.ts';
import type { EngineHost } from '../host.ts';
import type { Job } from '../jobs.ts';
import { startWorker } from '../worker.ts';
import type { UnpackRequest, Unpacked } from '../workers/unpack.ts';

/** Unpacks and hashes every exhibit kept in the case file. Writes nothing. */
export async function checkExhibits(
  db: ReadableDb,
  host: EngineHost,
  job: Job,
): Promise<{ checked: number; problems: RecordProblem[] }> {
  const problems: RecordProblem[] = [];
  // A row that names no entry is reported where the views are compared.
  const rows = exhibits(db).filter((row) => row.mode === 'stored' && isEntryId(row.entry));
  const known = new Set<string>(rows.map((row) => row.entry));
  for (const entry of blobEntries(db)) {
    if (!known.has(hex(entry))) {
      problems.push(recordProblem('evidence-foreign', { place: `entry ${hex(entry).slice(0, 8)}` }));
    }
  }
  if (rows.length === 0) return { checked: 0, problems };
  // A copy that was made without stored evidence lacks it openly.
  const mayLack = evidenceOfCopy(db) !== 'all';
  let checked = 0;
  const worker = startWorker(host, 'unpack');
  try {
    for (const row of rows) {
      job.check();
      const exhibit = labelOf(row);
      const blob = blobOf(db, fromHex(row.entry));
      if (blob === undefined) {
        if (!mayLack && !wasReleased(db, row.entry)) {
          problems.push(recordProblem('evidence-missing', { exhibit, entry: row.entry }));
        }
        continue;
      }
      checked += 1;
      try {
        const found = await worker.ask<UnpackRequest, Unpacked>({
          ...blob,
          size: row.size ?? 0,
          keep: false,
        });
        if (found.sha256 !== row.sha256) {
          problems.push(recordProblem('evidence-changed', { exhibit, entry: row.entry }));
        }
      } catch (error) {
        const { code, message } = errorData(error);
        if (code === 'cancelled' || code === 'bug') throw error;
        problems.push(recordProblem('evidence-unreadable', { exhibit, entry: row.entry, reason: message }));
      }
    }
  } finally {
    worker.end();
  }
  return { checked, problems };
}
