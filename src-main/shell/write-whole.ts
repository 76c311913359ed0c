import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { asFileError } from '../domain/file-error.ts';

/**
 * Writes a file that is readable by this account alone. Beside it first: one that was there stays until the new one is
 * whole.
 * @throws CaseError what the file system refuses
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    await writeFile(beside, bytes, { mode: 0o600, flush: true });
    await rename(beside, path);
  } catch (error) {
    throw asFileError(error, path);
  } finally {
    await rm(beside, { force: true });
  }
}
