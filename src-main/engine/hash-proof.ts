import { basename, resolve } from 'node:path';
import type { FieldsOf } from '../domain/kinds/index.ts';
import type { Examined } from '../evidence/examine.ts';
import { CaseError } from '../domain/errors.ts';
import type { EngineHost } from './host.ts';
import { startWorker } from './worker.ts';
import type { ExamineRequest } from './workers/examine.ts';

/**
 * Name, size and hash of a file that shows something; its bytes stay where they are.
 * @throws CaseError as `examine`, `wrong-use` for a folder
 */
export async function hashProof(
  host: EngineHost,
  given: string,
  caseFile: string,
): Promise<NonNullable<FieldsOf<'defence-check'>['file']>> {
  const path = resolve(given);
  const worker = startWorker(host, 'examine');
  try {
    const cancelFlag = new Int32Array(new SharedArrayBuffer(4));
    const request = { path: Buffer.from(path), also: [], keep: false, caseFile, cancelFlag };
    const found = await worker.ask<ExamineRequest, Examined>(request);
    if (found.kind !== 'file') {
      throw new CaseError('wrong-use', { reason: `${path} is a folder. What shows a check is one file.` });
    }
    return { name: basename(path), size: found.size, sha256: found.hashes.sha256 };
  } finally {
    worker.end();
  }
}
