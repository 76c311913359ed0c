import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { evidenceFolder, sealedPath, syncFolder } from '../../evidence/sealed/evidence-folder.ts';
import type { EngineHost } from '../host.ts';
import type { Job } from '../jobs.ts';
import { startWorker } from '../worker.ts';
import type { CopySealedRequest } from '../workers/copy-sealed.ts';

/** The folder of sealed evidence of a copy, which lies beside the temporary file first. */
export interface CopiedEvidence {
  /** Copies the sealed files that the copy has keys for, as far as they are here. @param names in the evidence folder */
  copyFor(names: readonly string[], temporary: string): Promise<void>;
  /** Gives the folder its name, if there is one. */
  name(): void;
  /** Removes what was copied. */
  remove(): void;
}

/** @throws CaseError `already-exists` */
export function copiedEvidence(host: EngineHost, job: Job, source: string, out: string): CopiedEvidence {
  const folder = evidenceFolder(out);
  if (existsSync(folder)) throw new CaseError('already-exists', { path: folder });
  let made: string | null = null;
  return {
    async copyFor(names, beside) {
      const temporary = evidenceFolder(beside);
      const files = names.flatMap((file) => {
        const from = sealedPath(source, file);
        const size = from === null ? undefined : statSync(from, { throwIfNoEntry: false })?.size;
        // What is not here stays behind; the copy shows it as the original does.
        return from === null || size === undefined ? [] : [{ from, size, file }];
      });
      if (files.length === 0) return;
      guarded(temporary, () => mkdirSync(temporary, { mode: 0o700 }));
      made = temporary;
      const total = files.reduce((sum, { size }) => sum + size, 0);
      const worker = startWorker(host, 'copy-sealed');
      try {
        let before = 0;
        for (const [i, { from, size, file }] of files.entries()) {
          await job.turn();
          const item = 'sealed evidence';
          const { cancelFlag } = job;
          const request = { from, to: join(temporary, file), item, size, cancelFlag };
          await worker.ask<CopySealedRequest, null>(request, (at) =>
            job.progress({
              ...at,
              unit: 'bytes',
              all: { item: i + 1, items: files.length, done: before + at.done, total },
            }),
          );
          before += size;
        }
      } finally {
        worker.end();
      }
      syncFolder(temporary);
    },
    name() {
      const temporary = made;
      if (temporary === null) return;
      guarded(folder, () => {
        renameSync(temporary, folder);
        made = folder;
      });
      syncFolder(dirname(folder));
    },
    remove() {
      if (made === null) return;
      try {
        rmSync(made, { recursive: true, force: true });
      } catch {
        // It only takes room; what went wrong before must be told, not this.
      }
    },
  };
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asFileError(error, path);
  }
}
