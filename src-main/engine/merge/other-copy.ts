import { statSync } from 'node:fs';
import { beginningOf, identityOf } from '../../casework/case-facts.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { passphraseBytes } from '../../domain/passphrase.ts';
import type { CaseKey } from '../../store/case-key.ts';
import type { ReadableDb } from '../../store/db.ts';
import { keyOfFile, openCaseForMerging } from '../../store/open-case.ts';
import type { OpenCase } from '../open-case.ts';
import { refuseOdd } from '../record/refuse-giants.ts';

/** A copy that the open case was compared with: its key lives until the copy is left or the case is closed. */
export interface OtherCopy {
  readonly path: string;
  readonly key: CaseKey;
  /** Entries that only one file has, by the time at which they were recorded. */
  readonly lacked: { readonly here: readonly string[]; readonly there: readonly string[] };
  /** Those of `there` that would wait. */
  readonly waits: ReadonlySet<string>;
}

/**
 * The key of another copy: from its passphrase, or the one that the copy was looked at with last.
 * @throws CaseError `wrong-use` where neither is at hand
 */
export async function keyOfOther(
  known: OtherCopy | null,
  path: string,
  passphrase: string | undefined,
): Promise<CaseKey> {
  if (passphrase !== undefined) return keyOfFile(path, passphraseBytes(passphrase));
  if (known?.path === path) return known.key;
  throw new CaseError('wrong-use', { reason: 'Say the passphrase of the other copy.' });
}

/**
 * Opens another copy of the open case, works on it and closes it; nobody can change it meanwhile.
 * @throws CaseError `other-case` and what opening a file can say
 */
export async function withOther<Result>(
  opened: Pick<OpenCase, 'caseId'>,
  path: string,
  key: CaseKey,
  work: (other: ReadableDb) => Result | Promise<Result>,
): Promise<Result> {
  const other = openCaseForMerging(path, { key });
  try {
    refuseOdd(other);
    if (identityOf(other).id !== opened.caseId) {
      throw new CaseError('other-case', { path, title: beginningOf(other).title });
    }
    return await work(other);
  } finally {
    other.close();
  }
}

/** Closing a second descriptor of the open case would drop its lock (fcntl(2)). */
export function refuseItself(opened: OpenCase, path: string): void {
  try {
    const [own, other] = [statSync(opened.path), statSync(path)];
    if (own.dev !== other.dev || own.ino !== other.ino) return;
  } catch (error) {
    throw asFileError(error, path);
  }
  throw new CaseError('wrong-use', { reason: `${path} is the open case itself. Choose another copy of it.` });
}
