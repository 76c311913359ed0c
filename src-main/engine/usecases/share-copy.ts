import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { RequestOf } from '../../contract/index.ts';
import type { CopyMade } from '../../contract/share.ts';
import { CaseError } from '../../domain/errors.ts';
import { passphraseBytes } from '../../domain/passphrase.ts';
import type { Examined } from '../../evidence/examine.ts';
import { evidenceFolder } from '../../evidence/sealed/evidence-folder.ts';
import { copyCase, recordCopyMade } from '../../share/copy-case.ts';
import { caseKey } from '../../store/case-key.ts';
import { copiedEvidence } from '../copy-evidence.ts';
import { writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { startWorker } from '../worker.ts';
import type { ExamineRequest } from '../workers/examine.ts';

/** Starts the job that makes a copy under its own passphrase and records it in the original. */
export function copy(engine: Engine, given: RequestOf<'share.copy'>): { job: string } {
  const opened = openCaseOf(engine);
  const session = writing(opened);
  const path = resolve(given.path);
  const passphrase = passphraseBytes(given.newPassphrase);
  for (const taken of [path, evidenceFolder(path)]) {
    if (existsSync(taken)) throw new CaseError('already-exists', { path: taken });
  }
  const redact = given.redact ?? 'none';
  const evidence = given.evidence ?? (redact === 'personal' ? 'none' : 'all');
  return engine.jobs.start('share.copy', async (job): Promise<CopyMade> => {
    const key = await caseKey(passphrase);
    const beside = copiedEvidence(engine.host, job, opened.path, path);
    const done = await copyCase(
      session,
      { path, key, evidence, redact },
      {
        beforeName: async (target) => beside.copyFor(target),
        async pause(entries, total) {
          job.progress({ item: 'entries', unit: 'rows', done: entries, total });
          // A turn of the event loop: notes that came meanwhile are written before the next slice.
          await new Promise<void>((resume) => setImmediate(resume));
          await job.turn();
        },
      },
    ).catch((error: unknown) => {
      beside.remove();
      throw error;
    });
    engine.wrote([done.copy.id]);
    const worker = startWorker(engine.host, 'examine');
    try {
      const request = {
        path: Buffer.from(path),
        also: [],
        keep: false,
        caseFile: opened.path,
        cancelFlag: job.cancelFlag,
      };
      const { size, hashes } = await worker.ask<ExamineRequest, Examined>(request);
      const { entries, series } = done;
      const made = recordCopyMade(session, done.copy, {
        file: basename(path),
        size,
        sha256: hashes.sha256,
        entries,
      });
      engine.wrote([made.id]);
      return { path, size, sha256: hashes.sha256, entries, evidence, series };
    } finally {
      worker.end();
    }
  });
}
