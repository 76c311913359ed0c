import { CaseError } from '../../domain/errors.ts';
import { LIMITS } from '../../domain/limits.ts';
import type { ReadableDb } from '../../store/db.ts';
import { longest, oddRow } from '../../store/queries/check.ts';
import { inSlices } from '../in-slices.ts';

/**
 * A value of 900 MB must not be read into memory to find out that it is too long.
 * @throws CaseError `file-damaged`
 */
export async function refuseGiants(db: ReadableDb): Promise<void> {
  const odd = oddRow(db);
  if (odd !== null) throw new CaseError('file-damaged', { path: db.path, reason: odd });
  const { header, field } = await inSlices(longest(db));
  if (header > LIMITS.entry || field > LIMITS.field) {
    throw new CaseError('file-damaged', {
      path: db.path,
      reason: `it holds a value of ${Math.max(header, field)} bytes, more than the format allows.`,
    });
  }
}
