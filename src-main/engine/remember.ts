import { CaseError } from '../domain/errors.ts';

/**
 * Writes something down in the profile that is a convenience only. The case and its entries do not depend on it: a
 * full disk under the profile costs the notice of an older file, never a note.
 */
export function rememberQuietly(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
  }
}
