import type { ReadableDb } from '../store/db.ts';
import { custodyOf } from './custody-events.ts';

/** Whether an entry of the record says that the stored bytes of an exhibit were removed. */
export const wasReleased = (db: ReadableDb, evidence: string): boolean =>
  custodyOf(db, evidence).some(({ event, released }) => event === 'disposed' && released);
