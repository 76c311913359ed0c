import type { RequestOf } from '../../contract/index.ts';
import type { Verified } from '../../contract/evidence.ts';
import { fromHex } from '../../domain/bytes.ts';
import type { Examined } from '../../evidence/examine.ts';
import { labelOf, partsOf, pathOf } from '../../evidence/exhibit-view.ts';
import { findExhibit } from '../../evidence/find-exhibit.ts';
import { type Verification, recordVerification } from '../../evidence/record-verification.ts';
import { entryWithId } from '../../casework/read-entry.ts';
import { type ExhibitRow, blobOf, exhibits } from '../../store/queries/exhibit.ts';
import { errorData } from '../error-data.ts';
import type { Job } from '../jobs.ts';
import { type OpenCase, writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { type WorkerHandle, startWorker } from '../worker.ts';
import type { ExamineRequest } from '../workers/examine.ts';
import type { UnpackRequest, Unpacked } from '../workers/unpack.ts';

/** Starts the job that hashes exhibits again, the named ones or all; each result is recorded at once. */
export function verify(engine: Engine, given: RequestOf<'evidence.verify'>): { job: string } {
  const opened = openCaseOf(engine);
  const session = writing(opened);
  const rows =
    given.exhibits.length === 0
      ? exhibits(opened.db)
      : given.exhibits.map((label) => findExhibit(opened.db, label));
  return engine.jobs.start('evidence.verify', async (job): Promise<Verified> => {
    const readers = {
      examine: startWorker(engine.host, 'examine'),
      unpack: startWorker(engine.host, 'unpack'),
    };
    const results: Verified['results'] = [];
    const withoutBytes = rows.filter((row) => row.mode === 'none').map((row) => labelOf(row));
    try {
      for (const row of rows) {
        job.check();
        if (row.mode === 'none') continue;
        const result = await check(opened, row, readers, job);
        const entry = recordVerification(session, row, result);
        engine.wrote([entry.id]);
        results.push({ exhibit: labelOf(row), ...result });
      }
    } finally {
      readers.examine.end();
      readers.unpack.end();
    }
    return { results, withoutBytes };
  });
}

interface Readers {
  readonly examine: WorkerHandle;
  readonly unpack: WorkerHandle;
}

async function check(opened: OpenCase, row: ExhibitRow, readers: Readers, job: Job): Promise<Verification> {
  const expected = row.sha256 ?? '';
  try {
    const found =
      row.mode === 'stored'
        ? await storedHash(opened, row, readers.unpack)
        : await hashElsewhere(opened, row, readers.examine, job);
    if (found === null) return { ok: false, expected, found: '', reason: 'the bytes are not in this file' };
    const ok = found === expected;
    return { ok, expected, found, reason: ok ? 'same hash' : 'another hash: the bytes changed' };
  } catch (error) {
    const { code, message } = errorData(error);
    if (code === 'cancelled' || code === 'bug') throw error;
    return { ok: false, expected, found: '', reason: message };
  }
}

async function storedHash(opened: OpenCase, row: ExhibitRow, worker: WorkerHandle): Promise<string | null> {
  const blob = blobOf(opened.db, fromHex(row.entry));
  if (blob === undefined) return null;
  const request: UnpackRequest = { ...blob, size: row.size ?? 0, keep: false };
  return (await worker.ask<UnpackRequest, Unpacked>(request)).sha256;
}

async function hashElsewhere(
  opened: OpenCase,
  row: ExhibitRow,
  worker: WorkerHandle,
  job: Job,
): Promise<string> {
  const entry = entryWithId(opened.db, row.entry);
  const examined = await worker.ask<ExamineRequest, Examined>(
    {
      path: pathOf(entry),
      parts: partsOf(entry),
      also: [],
      keep: false,
      caseFile: opened.path,
      cancelFlag: job.cancelFlag,
    },
    (at) => job.progress({ ...at, unit: 'bytes' }),
  );
  return examined.hashes.sha256;
}
