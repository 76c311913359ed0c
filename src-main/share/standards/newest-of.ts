import { entryWithId } from '../../casework/read-entry.ts';
import type { ReadableDb } from '../../store/db.ts';

/** When the newest of some entries was recorded, or an instant that is later. UTC, ISO 8601. */
export const newestOf = (db: ReadableDb, ids: readonly string[], atLeast: string): string =>
  ids.reduce<string>((newest, id) => {
    const { recorded } = entryWithId(db, id).header;
    return recorded > newest ? recorded : newest;
  }, atLeast);
