import { CaseError } from '../domain/errors.ts';
import type { CaseKey } from '../store/case-key.ts';
import type { EngineHost } from './host.ts';
import { startWorker } from './worker.ts';
import type { CompareTablesRequest } from './workers/compare-tables.ts';

/**
 * Compares the tables of an open file with their indexes in a thread: of a large file that takes half a second, and
 * meanwhile this one reads what is shown first.
 * @returns why they do not hold together, or null
 */
export async function compareTables(host: EngineHost, path: string, key: CaseKey): Promise<string | null> {
  // Somebody waits for it: it gives way to nobody.
  const worker = startWorker({ ...host, mayBlock: true }, 'compare-tables');
  const { nativeBinding } = host;
  try {
    return await worker.ask<CompareTablesRequest, string | null>({ path, key, nativeBinding });
  } catch (error) {
    // Which pages cannot be read, opening says. All else is no damage, such as another program that holds the file now.
    if (error instanceof CaseError && error.code === 'file-damaged') return error.message;
    throw error;
  } finally {
    worker.end();
  }
}
