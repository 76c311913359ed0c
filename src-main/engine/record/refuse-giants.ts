import { CaseError } from '../../domain/errors.ts';
import { LIMITS } from '../../domain/limits.ts';
import type { ReadableDb } from '../../store/db.ts';
import { longestOfFirst, oddRow } from '../../store/queries/check.ts';

/**
 * Looks at what is read of a file before its entries are checked in batches; those look at their own (`refuseGiant`).
 * @throws CaseError `file-damaged`
 */
export function refuseOdd(db: ReadableDb): void {
  const odd = oddRow(db);
  if (odd !== null) throw new CaseError('file-damaged', { path: db.path, reason: odd });
  refuseGiant(db, longestOfFirst(db), LIMITS.entry);
}

/**
 * A value of 900 MB must not be read into memory to find out that it is too long.
 * @param longest bytes
 * @throws CaseError `file-damaged`
 */
export function refuseGiant(db: ReadableDb, longest: number, limit: number): void {
  if (longest <= limit) return;
  throw new CaseError('file-damaged', {
    path: db.path,
    reason: `it holds a value of ${longest} bytes, more than the format allows.`,
  });
}
