import { resolve } from 'node:path';
import { identityOf } from '../../casework/case-facts.ts';
import type { RecordCheck } from '../../contract/record.ts';
import { CaseError } from '../../domain/errors.ts';
import { passphraseBytes } from '../../domain/passphrase.ts';
import { keyOfFile, openCaseForChecking } from '../../store/open-case.ts';
import { recordTablesFault } from '../../store/record-tables.ts';
import { explainDamage } from '../../store/open-failure.ts';
import { recentFile } from '../../store/profile/recent.ts';
import type { Job } from '../jobs.ts';
import { type OpenCase, closeCase } from '../open-case.ts';
import type { Engine } from '../state.ts';
import { checkOpened } from './record-verify.ts';

/**
 * Checks a file that may be hostile or damaged, reading `entry` and `field` only where its tables were changed.
 * @throws CaseError with the bad pages in its details where the file is too damaged to be read
 */
export async function checkFile(
  engine: Engine,
  given: { readonly path: string; readonly passphrase: string; readonly quick: boolean },
  job: Job,
): Promise<RecordCheck> {
  const path = resolve(given.path);
  const key = await keyOfFile(path, passphraseBytes(given.passphrase));
  const salt = recentFile(engine.profile(), path)?.salt;
  const { db, schemaFault } = openCaseForChecking(path, { key, ...(salt ? { knownSalt: salt } : {}) });
  let opened: OpenCase | null = null;
  try {
    const fault = schemaFault === null ? null : recordTablesFault(db);
    if (fault !== null) throw new CaseError('schema-changed', { path, object: fault });
    const caseId = identityOf(db).id;
    opened = {
      path,
      caseId,
      key,
      db,
      writable: null,
      readOnly: true,
      readingCopy: false,
      session: null,
      makeSession: null,
      told: 0,
      pages: null,
      index: null,
      logs: null,
    };
    return await checkOpened(engine, opened, job, given.quick, schemaFault);
  } catch (error) {
    if (!(error instanceof CaseError) || error.code !== 'file-damaged' || 'damaged' in error.details) {
      throw error;
    }
    if (opened === null) db.close();
    else closeCase(opened);
    throw explainDamage(path, key, error);
  } finally {
    if (opened === null) db.close();
    else closeCase(opened);
  }
}
