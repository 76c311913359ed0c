import type { CaseKey } from './case-key.ts';
import { wrap } from './db.ts';
import { openEncrypted } from './open-encrypted.ts';
import { sqliteCode } from './sqlite-error.ts';
import { structureFault } from './structure.ts';

/**
 * The check of `structureFault` by a thread of the process that has the file open. Nothing else of it is opened here:
 * closing any descriptor but SQLite's own would free the lock of the whole process (fcntl(2)).
 * @returns why its tables and indexes do not hold together, or null
 */
export function structureFaultApart(path: string, key: CaseKey): string | null {
  const raw = openEncrypted(path, { key, readOnly: true, busyTimeout: 250 });
  try {
    return structureFault(wrap(raw, path));
  } catch (error) {
    // What SQLite says of a page that does not fit its check value.
    if (sqliteCode(error) === 'SQLITE_NOTADB') return 'a page cannot be read';
    throw error;
  } finally {
    raw.close();
  }
}
