import type { ReadableDb } from '../store/db.ts';
import { standingRows } from '../store/queries/standing.ts';

/**
 * Whether the record is sealed. Where one copy was sealed and another unsealed, the seal counts until somebody
 * settles it.
 */
export const isSealed = (db: ReadableDb): boolean =>
  standingRows(db, 'seal').some(({ kind }) => kind === 'seal');
