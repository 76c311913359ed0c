import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { CaseError } from '../domain/errors.ts';
import { asFileError } from '../domain/file-error.ts';
import { PAGE } from './page-check.ts';

export interface Probe {
  /** Bytes. */
  readonly size: number;
  /** The first 16 bytes: SQLCipher's salt. */
  readonly salt: Buffer;
  /** A journal with content lies beside the file: a program ended while it was writing. */
  readonly hotJournal: boolean;
}

/**
 * Looks at a file before SQLite does: SQLite would open an empty file as a new database with any passphrase.
 * @throws CaseError that says what is there instead of a case
 */
export function probe(path: string): Probe {
  let size: number;
  try {
    const stat = statSync(path);
    if (!stat.isFile()) {
      throw new CaseError('not-a-case', {
        path,
        reason: stat.isDirectory() ? 'it is a folder.' : 'it is no ordinary file.',
      });
    }
    size = stat.size;
  } catch (error) {
    throw asFileError(error, path);
  }
  if (size === 0) throw new CaseError('file-empty', { path });
  const salt = Buffer.alloc(16);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, salt, 0, 16, 0);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw asFileError(error, path);
  }
  if (salt.toString('latin1') === 'SQLite format 3\0') throw new CaseError('plain-database', { path });
  if (size < PAGE) {
    throw new CaseError('not-a-case', {
      path,
      reason: `it has ${size} bytes; the smallest case has ${PAGE}.`,
    });
  }
  const journal = `${path}-journal`;
  return { size, salt, hotJournal: existsSync(journal) && statSync(journal).size > 0 };
}
