import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { BagMade } from '../../contract/bag.ts';
import type { RequestOf } from '../../contract/index.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { syncFolder } from '../../evidence/sealed/evidence-folder.ts';
import { BagFolder } from '../../share/bagit/bag-folder.ts';
import { bagInfo } from '../../share/bagit/bag-info.ts';
import { bagDocuments } from '../bag/bag-documents.ts';
import { bagEvidence } from '../bag/bag-evidence.ts';
import { beginExport } from '../begun-exports.ts';
import { type Engine, openCaseOf } from '../state.ts';

/**
 * Starts the job that writes a case as a bag: beside its place first, and under its name only when all of it is there.
 * Nothing of it is encrypted.
 * @throws CaseError `already-exists`, `file-missing` (the folder that it is to lie in)
 */
export function bag(engine: Engine, given: RequestOf<'share.bag'>): { job: string } {
  const { db, writable } = openCaseOf(engine);
  const path = resolve(given.path);
  if (existsSync(path)) throw new CaseError('already-exists', { path });
  const parent = dirname(path);
  if (statSync(parent, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CaseError('file-missing', { path: parent });
  }
  const { host } = engine;
  return engine.jobs.start('share.bag', async (job): Promise<BagMade> => {
    const temporary = `${path}.${randomBytes(4).toString('hex')}.part`;
    const done = beginExport(engine, { temporary, path }, writable);
    try {
      const folder = new BagFolder(temporary);
      const inBag = await bagEvidence(host, job, db, folder);
      const { head, exhibits, leftOut } = await bagDocuments(folder, {
        db,
        inBag,
        nowMs: host.clock.now(),
        version: host.version,
        async pause(done, total) {
          job.progress({ item: 'entries', unit: 'rows', done, total });
          // A turn of the event loop: notes that came meanwhile are written before the next slice.
          await new Promise<void>((resume) => setImmediate(resume));
          await job.turn();
        },
      });
      const counts = { reference: 0, 'no-file': 0, released: 0, 'not-here': 0, damaged: 0, later: 0 };
      for (const { why } of leftOut) counts[why] += 1;
      const { files, bytes } = folder.payload;
      const { sha256 } = folder.finish(bagInfo(head, { files, bytes, exhibits, leftOut: counts }));
      job.check();
      // A folder may take the place of an empty one.
      if (existsSync(path)) throw new CaseError('already-exists', { path });
      renameSync(temporary, path);
      syncFolder(parent);
      return {
        path,
        files,
        size: bytes,
        sha256,
        entries: head.entries,
        exhibits,
        leftOut: counts,
        damaged: leftOut.flatMap(({ exhibit, why }) => (why === 'damaged' ? [exhibit] : [])),
        fingerprint: head.fingerprint,
      };
    } catch (error) {
      throw asFileError(error, path);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
      done();
    }
  });
}
