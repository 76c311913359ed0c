import type { ReadableDb, WritableDb } from '../store/db.ts';
import { lastSeq } from '../store/queries/entry.ts';
import { localValue, setLocal } from '../store/queries/local.ts';

/** Up to which row of the file somebody has looked, and when. Rows are in the order of arrival, also after a merge. */
export interface LastLook {
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/**
 * Where somebody looked last in this file; null where nobody said so. It is local to the file: encrypted with it, in
 * no copy and no part of the record.
 */
export function lookedAt(db: ReadableDb): LastLook | null {
  const [seq = '', at = ''] = (localValue(db, 'looked') ?? '').split(' ');
  return /^\d{1,15}$/.test(seq) && !Number.isNaN(Date.parse(at)) ? { seq: Number(seq), at } : null;
}

/** Everything that is in the file now has been looked at. */
export function lookNow(db: WritableDb, at: string): void {
  setLocal(db, 'looked', `${lastSeq(db)} ${at}`);
}
