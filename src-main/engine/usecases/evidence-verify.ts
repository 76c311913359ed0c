import type { RequestOf } from '../../contract/index.ts';
import type { Verified } from '../../contract/evidence.ts';
import type { Examined } from '../../evidence/examine.ts';
import { partsOf, pathOf } from '../../evidence/exhibit-view.ts';
import { findExhibit } from '../../evidence/find-exhibit.ts';
import { keptBytes } from '../../evidence/kept-bytes.ts';
import type { ReadBack } from '../../evidence/read-back.ts';
import { type Verification, recordVerification } from '../../evidence/record-verification.ts';
import { hasNoBytes } from '../../evidence/gone-bytes.ts';
import { entryWithId } from '../../casework/read-entry.ts';
import { type ExhibitRow, exhibits } from '../../store/queries/exhibit.ts';
import { errorData } from '../error-data.ts';
import type { Job } from '../jobs.ts';
import { type OpenCase, writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { progressOfAll } from '../progress-of-all.ts';
import { type Place, type WorkerHandle, startWorker } from '../worker.ts';
import type { ExamineRequest } from '../workers/examine.ts';
import type { UnpackRequest } from '../workers/unpack.ts';

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
    const withoutBytes = rows.filter((row) => hasNoBytes(opened.db, row)).map((row) => row.label);
    const hashed = rows.filter((row) => !hasNoBytes(opened.db, row));
    const tell = progressOfAll(
      job,
      hashed.map(({ size }) => size),
    );
    try {
      for (const [i, row] of hashed.entries()) {
        await job.turn();
        const result = await check(opened, row, readers, job, (at) => tell(i, at));
        const entry = recordVerification(session, row, result);
        engine.wrote([entry.id]);
        results.push({ exhibit: row.label, ...result });
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

async function check(
  opened: OpenCase,
  row: ExhibitRow,
  readers: Readers,
  job: Job,
  told: (at: Place) => void,
): Promise<Verification> {
  const expected = row.sha256 ?? '';
  try {
    const found =
      row.mode === 'stored'
        ? await storedHash(opened, row, readers.unpack, job, told)
        : await hashElsewhere(opened, row, readers.examine, job, told);
    if (found === null) return { ok: false, expected, found: '', reason: 'the bytes are not here' };
    const ok = found === expected;
    return { ok, expected, found, reason: ok ? 'same hash' : 'another hash: the bytes changed' };
  } catch (error) {
    const { code, message } = errorData(error);
    if (code === 'cancelled' || code === 'bug') throw error;
    return { ok: false, expected, found: '', reason: message };
  }
}

async function storedHash(
  opened: OpenCase,
  row: ExhibitRow,
  worker: WorkerHandle,
  job: Job,
  told: (at: Place) => void,
): Promise<string | null> {
  const kept = keptBytes(opened.db, row.entry);
  if (kept === null) return null;
  const request = {
    kept,
    size: row.size ?? 0,
    into: null,
    item: row.label,
    cancelFlag: job.cancelFlag,
  };
  const back = await worker.ask<UnpackRequest, ReadBack>(request, told);
  return back.sha256;
}

async function hashElsewhere(
  opened: OpenCase,
  row: ExhibitRow,
  worker: WorkerHandle,
  job: Job,
  told: (at: Place) => void,
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
    told,
  );
  return examined.hashes.sha256;
}
