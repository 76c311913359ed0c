import type { RawEntry } from '../../domain/record/check-batch.ts';
import type { ReadableDb } from '../../store/db.ts';
import { type Beside, readBatches } from './read-batches.ts';
import { unpack } from './unpack.ts';

/** Entries in the order of the file, in slices. @param to rows up to this one only */
export function* rawEntries(db: ReadableDb, beside: Beside, to?: number): Generator<RawEntry[]> {
  for (const batch of readBatches(db, beside, 0, to)) yield unpack(batch);
}
