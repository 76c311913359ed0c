import { existsSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { entryWithId } from '../../casework/read-entry.ts';
import type { Extracted } from '../../contract/evidence.ts';
import type { RequestOf } from '../../contract/index.ts';
import { objectField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { findExhibit } from '../../evidence/find-exhibit.ts';
import { keptBytes } from '../../evidence/kept-bytes.ts';
import type { ReadBack } from '../../evidence/read-back.ts';
import { safeFileName } from '../../evidence/safe-file-name.ts';
import { syncFolder } from '../../evidence/sealed/evidence-folder.ts';
import { whyNotHere } from '../../evidence/why-not-here.ts';
import { temporaryName } from '../../store/create-case.ts';
import { giveName } from '../../store/give-name.ts';
import { beginExport } from '../begun-exports.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { startWorker } from '../worker.ts';
import type { UnpackRequest } from '../workers/unpack.ts';

/**
 * Starts the job that writes the stored bytes of an exhibit into a folder, checked against the record; never over
 * another file, and under its name only when all of it is there.
 */
export function extract(engine: Engine, given: RequestOf<'evidence.extract'>): { job: string } {
  const { db, writable } = openCaseOf(engine);
  const row = findExhibit(db, given.exhibit);
  const label = row.label;
  const folder = resolve(given.to);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CaseError('file-missing', { path: folder });
  }
  const kept = keptBytes(db, row.entry);
  if (kept === null) {
    throw new CaseError('bytes-not-here', { exhibit: label, reason: whyNotHere(db, row) });
  }
  const name = objectField(entryWithId(db, row.entry), 'name')?.['text'];
  const path = join(folder, `${label}-${safeFileName(typeof name === 'string' ? name : 'exhibit')}`);
  if (existsSync(path)) throw new CaseError('already-exists', { path });
  return engine.jobs.start('evidence.extract', async (job): Promise<Extracted> => {
    const part = temporaryName(path);
    const done = beginExport(engine, { temporary: part, path, plain: true }, writable);
    const worker = startWorker(engine.host, 'unpack');
    try {
      const { cancelFlag } = job;
      const { size, sha256 } = await worker.ask<UnpackRequest, ReadBack>(
        { kept, size: row.size ?? 0, into: part, item: label, cancelFlag },
        (at) => job.progress({ ...at, unit: 'bytes' }),
      );
      if (sha256 !== row.sha256) {
        throw new CaseError('file-damaged', {
          path: kept.kind === 'sealed' ? kept.path : label,
          reason: `the stored bytes of ${label} do not have the hash of the record.`,
        });
      }
      giveName(part, path);
      syncFolder(folder);
      return { exhibit: label, path, size, sha256 };
    } catch (error) {
      throw asFileError(error, path);
    } finally {
      rmSync(part, { force: true });
      done();
      worker.end();
    }
  });
}
