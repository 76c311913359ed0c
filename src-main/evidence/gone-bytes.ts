import { fromHex } from '../domain/bytes.ts';
import type { ReadableDb } from '../store/db.ts';
import { evidenceKeyOf } from '../store/queries/evidence-key.ts';
import { type ExhibitRow, hasBlob } from '../store/queries/exhibit.ts';
import { custodyOf } from './custody-events.ts';

/** Whether an entry of the record says that the stored bytes of an exhibit were removed. */
export const wasReleased = (db: ReadableDb, evidence: string): boolean =>
  custodyOf(db, evidence).some(({ event, released }) => event === 'disposed' && released);

/** Whether there is nothing to hash, and that is as it should be: a thing without a file, or one that is gone. */
export const hasNoBytes = (db: ReadableDb, row: ExhibitRow): boolean =>
  row.mode === 'none' ||
  wasReleased(db, row.entry) ||
  (row.mode === 'reference' && custodyOf(db, row.entry).some(({ event }) => event === 'disposed'));

/** Whether this copy of the record keeps bytes of an exhibit, in its file or sealed beside it. */
export const hasStoredBytes = (db: ReadableDb, { entry }: Pick<ExhibitRow, 'entry'>): boolean =>
  hasBlob(db, fromHex(entry)) || evidenceKeyOf(db, fromHex(entry)) !== undefined;
