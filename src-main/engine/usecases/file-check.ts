import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { answerIn, checkWitness, fingerprint } from '../../casework/witness.ts';
import type { FileCheck } from '../../contract/file-check.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { passphraseBytes } from '../../domain/passphrase.ts';
import type { CaseKey } from '../../store/case-key.ts';
import { keyOfFile, openCaseForChecking } from '../../store/open-case.ts';
import { authors } from '../../store/queries/author.ts';
import { exhibits } from '../../store/queries/exhibit.ts';
import { inSlices } from '../in-slices.ts';
import type { Job } from '../jobs.ts';
import type { Engine } from '../state.ts';
import { checkFile } from './check-file.ts';

/** Starts the job that checks a file which is not opened for work. Makes no author and writes no entry. */
export function check(engine: Engine, given: RequestOf<'file.check'>): { job: string } {
  if (engine.open !== null) throw new CaseError('wrong-use', { reason: 'A case is open. Lock it first.' });
  engine.checked = null;
  const path = resolve(given.path);
  return engine.jobs.start('record.verify', async (job): Promise<FileCheck> => {
    const result = await checkFile(engine, { path, passphrase: given.passphrase, quick: false }, job);
    const key = await keyOfFile(path, passphraseBytes(given.passphrase));
    const more = contentOf(path, key);
    engine.checked = { path, key };
    return { check: result, ...more, size: statSync(path).size, sha256: await sha256Of(path, job) };
  });
}

type Content = Pick<FileCheck, 'fingerprint' | 'authors' | 'exhibits' | 'elsewhere'>;

/** What the tables say of themselves; nothing where they were changed, or cannot be read to their end. */
function contentOf(path: string, key: CaseKey): Content {
  const { db, schemaFault } = openCaseForChecking(path, { key });
  try {
    if (schemaFault !== null) return NOTHING;
    const all = exhibits(db);
    return {
      fingerprint: fingerprint(db),
      authors: authors(db).length,
      exhibits: all.length,
      elsewhere: all.filter(({ mode }) => mode !== 'stored').length,
    };
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return NOTHING;
  } finally {
    db.close();
  }
}

const NOTHING: Content = { fingerprint: null, authors: 0, exhibits: 0, elsewhere: 0 };

/** Compares what somebody kept with the file that was checked last; it is opened again, for reading. */
export async function compare(
  engine: Engine,
  given: RequestOf<'file.compare'>,
): Promise<ResponseOf<'file.compare'>> {
  if (engine.checked === null) throw new CaseError('no-case');
  if ('order' in engine.checked) return answerIn(engine.checked.order, given.told);
  const { path, key } = engine.checked;
  const { db } = openCaseForChecking(path, { key });
  try {
    const { later: _, ...answer } = await inSlices(checkWitness(db, given.told));
    return answer;
  } finally {
    db.close();
  }
}

export function forget(engine: Engine): Record<string, never> {
  engine.checked = null;
  return {};
}

async function sha256Of(path: string, job: Job): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      hash.update(piece as Buffer);
      await job.turn();
    }
  } catch (error) {
    throw asFileError(error, path);
  }
  return hash.digest('hex');
}
